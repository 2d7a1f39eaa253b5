/**
 * A part of the model in a form: its fields, what may be added to it, and lists of parts as cards.
 *
 * @import { Field, Kind } from "./schema.mjs"
 * @import { Path } from "./paths.mjs"
 * @import { Sheet } from "./sheet.mjs"
 */
import { all } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { control } from "./controls.mjs";
import { button, make, rich } from "./element.mjs";
import { shown } from "./paths.mjs";

const ID = "id";
/** The class of what stands beside a number. */
const UNIT = "Unit";

/**
 * Return the fields of a part: those that are asked for and those that it has, and then what may be added.
 *
 * @param {Sheet} sheet
 * @param {string} cls
 * @param {Path} path
 */
export function part(sheet, cls, path) {
  const { fields, gates } = sheet.schema.part(cls);
  const there = fields.filter((field) => isShown(sheet, field, path));
  const made = document.createDocumentFragment();
  const names = there.filter(({ key }) => key === ID);
  for (const field of fields) {
    const where = [...path, field.key];
    if (field.key !== ID && there.includes(field)) made.append(fieldOf(sheet, field, where));
    else if (!field.gate && field.key !== ID && !sheet.alone) made.append(offer("p", sheet, field, where, said("editing-add", field.label || labelOf(field.key))));
  }
  for (const amount of all(made, ":scope > .nav-field-number:has(+ [data-unit])", HTMLElement)) {
    const unit = amount.nextElementSibling;
    const pair = make("div", { class: "nav-amount" });
    amount.replaceWith(pair);
    pair.append(amount, ...(unit ? [unit] : []));
  }
  if (sheet.alone && !path.length) return made;
  const unknown = Object.keys(sheet.value(path) ?? {}).filter((key) => !sheet.schema.field(cls, key));
  made.append(...unknown.map((key) => strange(sheet, [...path, key])));
  gates.forEach((says, gate) => {
    const offered = fields.filter((field) => field.gate === gate && !there.includes(field));
    if (gate && offered.length) made.append(offers(sheet, gate === gates.length - 1 && says === "seldom" ? said("editing-seldom") : says, offered, path));
  });
  made.append(...names.map((field) => fieldOf(sheet, field, [...path, field.key])));
  return made;
}

/**
 * @param {Sheet} sheet
 * @param {Field} field
 * @param {Path} path
 */
function isShown(sheet, field, path) {
  const keys = field.keys ?? [field.key];
  const held = keys.some((key) => sheet.value([...path, key]) !== undefined);
  const optional = field.is === "part" && !field.required && !sheet.schema.part(field.of ?? "").shorthand;
  return held || sheet.wanted.has(shown([...path, field.key])) || (!field.gate && !optional);
}

/**
 * @param {Sheet} sheet
 * @param {Field} field
 * @param {Path} path
 * @returns {HTMLElement}
 */
function fieldOf(sheet, field, path) {
  const id = sheet.id();
  const text = field.label || labelOf(field.key);
  const key = make("code", { class: "nav-key" }, field.key);
  // A question that was made for a document needs its meaning only now and then.
  const plain = field.label && !field.brief.includes("`");
  const more = [plain ? field.brief : "", field.more].filter(Boolean).join(" ");
  const hint = plain || !field.brief ? null : make("p", { class: "nav-hint", id: `${id}-hint` }, rich(field.brief));
  const removable = (field.gate > 0 || (field.is === "part" && !field.required)) && field.is !== "list";
  const head = [
    removable && button(said("editing-remove"), () => sheet.take(path), { class: "nav-plain-button nav-edit-tools", "aria-label": `${said("editing-remove")}: ${text}` }),
    more && make("details", { class: "nav-more" }, make("summary", { "aria-label": said("editing-about", text) }, "?"), make("p", {}, rich(more))),
  ];
  const wrong = make("p", { class: "nav-field-wrong js-wrong", id: `${id}-wrong` });
  const described = [hint && `${id}-hint`, `${id}-wrong`].filter(Boolean).join(" ");
  const grouped = isGroup(sheet, field, path);
  const held = control(sheet, field, path, { id, described, text });
  const given = { class: `nav-field nav-field-${field.is}`, "data-at": shown(path), "data-unit": field.of === UNIT };
  const inside = [hint, wrong, held];
  if (!grouped) {
    const label = make("label", { for: id }, rich(text), " ", key);
    if (field.is === "yes") return make("div", given, make("div", { class: "nav-field-head" }, make("span", { class: "nav-tick" }, held, label), ...head), hint, wrong);
    return make("div", given, make("div", { class: "nav-field-head" }, label, ...head), ...inside);
  }
  const legend = make("legend", {}, rich(text), " ", key);
  return make("fieldset", { ...given, "aria-describedby": described }, legend, make("div", { class: "nav-field-head" }, ...head), ...inside);
}

/**
 * Say whether a field has several controls, which a legend holds together.
 *
 * @param {Sheet} sheet
 * @param {Field} field
 * @param {Path} path
 */
function isGroup(sheet, field, path) {
  if (field.is === "part") {
    const held = sheet.value(path);
    return !sheet.schema.part(field.of ?? "").shorthand || (held !== null && typeof held === "object");
  }
  return field.is === "list" || field.is === "start" || (field.is === "choice" && sheet.schema.choices(field.of ?? "").length < 5);
}

/**
 * @param {Sheet} sheet
 * @param {string} says
 * @param {Field[]} offered
 * @param {Path} path
 */
function offers(sheet, says, offered, path) {
  const lines = offered.map((field) => {
    const text = field.sentence || (field.label || field.brief).replace(/\.$/, "");
    return offer("li", sheet, field, [...path, field.key], text);
  });
  const key = `${shown(path)}+${says}`;
  const made = make("details", { class: "nav-offers", open: sheet.open.has(key) }, make("summary", {}, says), make("ul", {}, ...lines));
  made.addEventListener("toggle", () => (made.open ? sheet.open.add(key) : sheet.open.delete(key)));
  return made;
}

/**
 * An offer to add a field, where it is told too that it is missing.
 *
 * @param {"li" | "p"} name
 * @param {Sheet} sheet
 * @param {Field} field
 * @param {Path} path
 * @param {string} text
 */
const offer = (name, sheet, field, path, text) =>
  make(
    name,
    { "data-adds": shown(path) },
    button(text, () => sheet.want(field, path), { class: "nav-plain-button" }),
    " ",
    make("code", { class: "nav-key" }, field.key),
    make("span", { class: "nav-field-wrong js-wrong" }),
  );

/**
 * A key that the model does not know: it can only be taken away here.
 *
 * @param {Sheet} sheet
 * @param {Path} path
 */
function strange(sheet, path) {
  const key = String(path.at(-1));
  return make(
    "div",
    { class: "nav-field", "data-at": shown(path) },
    make("p", {}, said("editing-unknown", key), " ", button(said("editing-remove"), () => sheet.take(path))),
    make("p", { class: "nav-field-wrong js-wrong" }),
  );
}

/**
 * Return the items of a list as cards.
 *
 * @param {Sheet} sheet
 * @param {Kind} item
 * @param {Path} path
 * @param {string} text what the list is called
 */
export function cards(sheet, item, path, text) {
  const held = sheet.value(path);
  const count = Array.isArray(held) ? held.length : 0;
  const list = make("ol", { class: "nav-edit-cards" });
  for (let index = 0; index < count; index += 1) list.append(card(sheet, item, path, index, count));
  const name = `editing-one-${path.at(-1) ?? ""}`;
  const one = hasWords(name) ? said(name) : said("editing-one");
  const add = button(said("editing-add-one", one), () => sheet.add(path, item), { "aria-label": `${said("editing-add-one", one)}: ${text}` });
  return make("div", { class: "nav-list" }, count ? list : null, make("p", {}, add));
}

/** @param {string} name */
const hasWords = (name) =>
  !!document.querySelector("template.js-said")?.matches("template") &&
  !!(/** @type {HTMLTemplateElement} */ (document.querySelector("template.js-said")).content.querySelector(`[data-said="${name}"]`));

/**
 * @param {Sheet} sheet
 * @param {Kind} item
 * @param {Path} list
 * @param {number} index
 * @param {number} count
 */
function card(sheet, item, list, index, count) {
  const path = [...list, index];
  const key = shown(path);
  const body = make("div", { class: "nav-card-body" });
  const told = make("span", { class: "nav-card-told" }, titleOf(sheet, item.of ?? "", path));
  const fill = () => {
    const tools = [
      index > 0 && button(said("editing-up"), () => sheet.move(list, index, index - 1), { class: "nav-plain-button js-up" }),
      index < count - 1 && button(said("editing-down"), () => sheet.move(list, index, index + 1), { class: "nav-plain-button js-down" }),
      button(said("editing-remove"), () => sheet.take(path), { class: "nav-plain-button", "aria-label": `${said("editing-remove")}: ${told.textContent}` }),
    ];
    body.replaceChildren(make("p", { class: "nav-field-wrong js-wrong" }), make("p", { class: "nav-edit-tools" }, ...tools), part(sheet, item.of ?? "", path));
  };
  const summary = make(
    "summary",
    {},
    make("span", { class: "nav-card-number" }, String(index + 1)),
    told,
    make("span", { class: "nav-to-mend js-to-mend", "data-within": key }),
  );
  const made = make("details", { "data-at": key, open: sheet.open.has(key) }, summary, body);
  if (made.open) fill();
  made.addEventListener("toggle", () => {
    if (made.open === sheet.open.has(key)) return;
    if (made.open) sheet.open.add(key);
    else sheet.open.delete(key);
    if (made.open && !body.firstChild) {
      fill();
      sheet.mark();
    }
  });
  body.addEventListener("change", () => (told.textContent = titleOf(sheet, item.of ?? "", path)));
  return make("li", { class: "nav-edit-card" }, made);
}

/**
 * Return what the file has, as a way to go there.
 *
 * @param {Sheet} sheet
 * @param {string} cls
 */
export function contents(sheet, cls) {
  const large = sheet.schema.part(cls).fields.filter(({ is, key, of, item }) => {
    if (sheet.value([key]) === undefined) return false;
    return (is === "list" && item?.is === "part") || (is === "part" && !sheet.schema.part(of ?? "").shorthand);
  });
  /** @type {(text: string, path: Path, ...inside: (HTMLElement | null)[]) => HTMLElement} */
  const line = (text, path, ...inside) =>
    make(
      "li",
      {},
      button(text, () => sheet.goTo(path), { class: "nav-plain-button" }),
      make("span", { class: "nav-to-mend js-to-mend", "data-within": shown(path) }),
      ...inside,
    );
  const lines = large.map(({ key, label, item, gate }) => {
    const held = sheet.value([key]);
    const text = (label || labelOf(key)).replace(/\.$/, "");
    if (gate || !Array.isArray(held)) return line(text, [key]);
    const inside = held.map((_, index) => line(titleOf(sheet, item?.of ?? "", [key, index]), [key, index]));
    return line(text, [key], make("ol", {}, ...inside));
  });
  return make("nav", { class: "nav-edit-contents", "aria-label": said("editing-in-file"), hidden: !lines.length }, make("ul", {}, ...lines));
}

/**
 * @param {Sheet} sheet
 * @param {string} cls
 * @param {Path} path
 */
function titleOf(sheet, cls, path) {
  const held = sheet.value(path);
  if (typeof held === "string") return held;
  const named = sheet.schema.part(cls).told_by.find((key) => held?.[key]);
  if (!named) return said("editing-untold");
  const field = sheet.schema.field(cls, named);
  const text = String(held[named]?.["en-GB"] ?? held[named]);
  const who = cls === "Action" && held.who ? `${nameOf(sheet, "roles", held.who, path)}: ` : "";
  return who + (field?.is === "name" ? nameOf(sheet, field.of ?? "", text, path) : text);
}

/**
 * @param {Sheet} sheet
 * @param {string} collection
 * @param {string} id
 * @param {Path} path
 */
function nameOf(sheet, collection, id, path) {
  const { names, file } = sheet.given;
  return names.all(collection, file, sheet.text.data, path).find((each) => each.id === id)?.name ?? id;
}

/** @param {string} key */
const labelOf = (key) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`.replaceAll("_", " ");
