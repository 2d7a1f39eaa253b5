/**
 * What is chosen from: a few choices with their meanings, or a list, with a filter where it is long.
 *
 * @import { Choice } from "./schema.mjs"
 * @import { Known } from "./names.mjs"
 */
import { said } from "../../shared/said.mjs";
import { make } from "./element.mjs";

const FEW = 5;
/** So many still stand below each other where each tells what it means. */
const SEVERAL = 8;
/** A longer list has a filter. */
const LONG = 15;

/** @param {Choice[]} choices */
export const inRadios = (choices) => choices.length < FEW || (choices.length < SEVERAL && choices.every(({ help }) => help));

/** @param {string} value */
export const plain = (value) => value.replaceAll("_", " ");

/**
 * Return something to choose from, with what is held even where it is not there.
 *
 * @param {Known[]} items
 * @param {unknown} held
 * @param {Record<string, unknown>} given
 * @param {string} [empty]
 */
export function select(items, held, given, empty = said("editing-choose")) {
  const made = make("select", given, make("option", { value: "" }, empty));
  const near = items.filter((each) => each.near);
  const own = items.filter((each) => each.own && !each.near);
  const shared = items.filter((each) => !each.own && !each.near);
  const named = /** @type {const} */ ([["in-policy", near], ["own", own], ["shared", shared]]);
  const groups = named.filter(([, each]) => each.length);
  const options = (/** @type {Known[]} */ each) => each.map(({ id, name }) => make("option", { value: id }, name));
  if (groups.length > 1) made.append(...groups.map(([name, each]) => make("optgroup", { label: said(`editing-${name}`) }, ...options(each))));
  else made.append(...options(items));
  const value = held === undefined ? "" : String(held);
  if (value && !items.some(({ id }) => id === value)) made.append(make("option", { value }, said("editing-not-there", value)));
  made.value = value;
  return made;
}

/**
 * Put a filter before a long list: it leaves what has the typed words, and what is chosen.
 *
 * @param {HTMLElement[]} controls
 * @param {string} text what is chosen
 */
export function withFilter(controls, text) {
  const [list, ...others] = controls;
  if (!(list instanceof HTMLSelectElement) || list.options.length <= LONG || list.disabled) return controls;
  const places = [...list.children];
  const options = new Map(places.map((each) => [each, [...each.querySelectorAll("option")]]));
  const filter = make("input", {
    type: "search",
    class: "nav-filter",
    autocomplete: "off",
    placeholder: said("editing-filter"),
    "aria-label": `${said("editing-filter")}: ${text}`,
  });
  filter.addEventListener("input", (event) => {
    event.stopPropagation();
    const words = filter.value.toLowerCase().split(/\s+/);
    const { value } = list;
    const stays = (/** @type {HTMLOptionElement} */ each) =>
      !each.value || each.value === value || words.every((word) => each.text.toLowerCase().includes(word));
    list.replaceChildren(
      ...places.filter((place) => {
        if (place instanceof HTMLOptionElement) return stays(place);
        const left = options.get(place)?.filter(stays) ?? [];
        place.replaceChildren(...left);
        return left.length > 0;
      }),
    );
    list.value = value;
  });
  filter.addEventListener("change", (event) => event.stopPropagation());
  return [filter, list, ...others];
}
