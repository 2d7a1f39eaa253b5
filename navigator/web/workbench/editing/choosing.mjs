/**
 * What is chosen from: a few choices with their meanings, or a list, with a filter where it is long.
 *
 * @import { Choice } from "./schema.mjs"
 * @import { Known } from "./names.mjs"
 */
import { said } from "../../shared/said.mjs";
import { button, make, rich } from "./element.mjs";

const FEW = 5;
/** So many still stand below each other where each tells what it means. */
const SEVERAL = 8;
/** A longer list has a filter. */
const LONG = 15;

/** @param {Choice[]} choices */
export const inRadios = (choices) => choices.length < FEW || (choices.length < SEVERAL && choices.every(({ help }) => help));

/** @param {string} value */
export const plain = (value) => value.replaceAll("_", " ");

/** In which order a list stands; the last is shown only to those who look for it. */
const GROUPS = /** @type {const} */ (["in-policy", "own", "shared", "far"]);

/** @param {Known} item */
const groupOf = ({ near, own, far }) => (near ? "in-policy" : own ? "own" : far ? "far" : "shared");

/**
 * Return what tells the meaning of what is chosen, below it.
 *
 * @param {HTMLSelectElement} list
 * @param {{ id: string, help?: string }[]} items
 * @param {string} id
 */
export function meaningOf(list, items, id) {
  const meaning = make("p", { class: "nav-hint", id });
  const tell = () => meaning.replaceChildren(rich(items.find((each) => each.id === list.value)?.help ?? ""));
  list.addEventListener("change", tell);
  tell();
  return meaning;
}

/**
 * Return a list, folded, of what each thing that can be chosen is for, each to be chosen there.
 *
 * @param {Known[]} items
 * @param {(id: string) => void} choose
 */
export function allMeanings(items, choose) {
  const lines = items.map(({ id, name, help = "" }) =>
    make("li", {}, button(name, () => choose(id), { class: "nav-plain-button" }), " ", make("span", { class: "nav-hint" }, rich(help))),
  );
  return make("details", { class: "nav-offers" }, make("summary", {}, said("editing-each-for")), make("ul", {}, ...lines));
}

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
  const groups = GROUPS.map((name) => /** @type {const} */ ([name, items.filter((each) => groupOf(each) === name)])).filter(([, each]) => each.length);
  const options = (/** @type {Known[]} */ each) => each.map(({ id, name }) => make("option", { value: id }, name));
  if (groups.length > 1) made.append(...groups.map(([name, each]) => make("optgroup", { label: said(`editing-${name}`), "data-group": name }, ...options(each))));
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
  const isFar = (/** @type {Element} */ place) => place instanceof HTMLElement && place.dataset.group === "far";
  const far = options.get(places.find(isFar) ?? list) ?? [];
  const toFind = make("option", { disabled: true }, said("editing-to-find", far.length));
  const filter = make("input", {
    type: "search",
    class: "nav-filter",
    autocomplete: "off",
    placeholder: said("editing-filter"),
    "aria-label": `${said("editing-filter")}: ${text}`,
  });
  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const { value } = list;
    const stays = (/** @type {HTMLOptionElement} */ each) =>
      !each.value || each.value === value || words.every((word) => each.text.toLowerCase().includes(word));
    list.replaceChildren(
      ...places.filter((place) => {
        if (place instanceof HTMLOptionElement) return stays(place);
        const left = options.get(place)?.filter(words.length || !isFar(place) ? stays : (each) => each.value === value) ?? [];
        place.replaceChildren(...left);
        return left.length > 0;
      }),
      ...(far.length && !words.length ? [toFind] : []),
    );
    list.value = value;
  };
  filter.addEventListener("input", (event) => {
    event.stopPropagation();
    show();
  });
  if (far.length) show();
  filter.addEventListener("change", (event) => event.stopPropagation());
  return [filter, list, ...others];
}
