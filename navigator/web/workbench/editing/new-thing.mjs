/**
 * Something that is named for the first time, such as a role: a small form in place, and then a line in its list.
 *
 * @import { Sheet } from "./sheet.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { button, make } from "./element.mjs";

const MOST_WORDS = { "-": 6, _: 8 };

/**
 * @param {Sheet} sheet
 * @param {{ collection: string, taken: string[], place: HTMLElement, done: (id: string) => void }} given
 */
export function newThing(sheet, { collection, taken, place, done }) {
  const cls = sheet.schema.model.made[collection];
  const fields = make("div", { id: sheet.id() });
  const wrong = make("p", { class: "nav-field-wrong", role: "alert" });
  const nested = sheet.nested(fields, cls);
  const finish = () => {
    /** @type {Record<string, any>} */
    const held = nested.text.data ?? {};
    const { told_by: toldBy, order, fields: known } = sheet.schema.part(cls);
    const named = toldBy.find((key) => key !== "id" && held[key]);
    const lacking = known.find(({ key, required }) => required && key !== "id" && held[key] === undefined);
    if (!named || lacking) {
      wrong.textContent = said("editing-new-lacks", lacking?.label || lacking?.key || "");
      nested.goTo([lacking?.key ?? toldBy[0]]);
      return;
    }
    const id = shortName(String(held[named]), taken, collection === "events" ? "_" : "-");
    const days = known.filter(({ is, key }) => is === "day" && held[key]).map(({ key }) => [key, new Date(held[key])]);
    const item = { ...held, ...Object.fromEntries(days), id };
    const inOrder = Object.entries(item).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    sheet.given.keep(collection, Object.fromEntries(inOrder));
    sheet.given.tell(said("editing-made", String(held[named])));
    done(id);
  };
  const group = make(
    "div",
    { class: "nav-new-thing", role: "group", "aria-label": said("editing-new-heading") },
    make("p", { class: "nav-new-heading" }, said("editing-new-heading")),
    fields,
    wrong,
    make("p", {}, button(said("editing-new-make"), finish, { class: "nav-button" }), " ", button(said("editing-cancel"), () => {
      group.remove();
      get(place, "select", HTMLSelectElement).focus();
    })),
  );
  place.querySelector(".nav-new-thing")?.remove();
  place.append(group);
  get(fields, "input, textarea, select", HTMLElement).focus();
}

/**
 * Return a short name made from a name that nothing has yet: one that is too long keeps the words that tell most.
 *
 * @param {string} name
 * @param {string[]} taken
 * @param {"-" | "_"} [joint]
 * @param {{ most?: number, little?: string[] }} [cut] how many letters it has at most, and words that tell little
 */
export function shortName(name, taken, joint = "-", { most = Infinity, little = [] } = {}) {
  const bare = name.toLowerCase().replace(/^(the (day |date )?)+/, "").replace(/['’]s?/g, "");
  /** @type {string[]} */
  let words = bare.normalize("NFD").match(/[a-z0-9]+/g) ?? ["new"];
  const isLong = () => words.length > MOST_WORDS[joint] || words.join(joint).length > most;
  const telling = words.filter((word) => !little.includes(word));
  if (isLong() && telling.length) words = telling;
  while (words.length > 1 && isLong()) words = words.slice(0, -1);
  const made = words.join(joint);
  let unique = made;
  for (let number = 2; taken.includes(unique); number += 1) unique = `${made}${joint}${number}`;
  return unique;
}
