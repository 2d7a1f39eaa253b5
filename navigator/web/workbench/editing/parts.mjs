/**
 * A part of the model in a form: its fields, what may be added to it, and lists of parts as cards.
 *
 * @import { Field, Kind } from "./schema.mjs"
 * @import { Path } from "./paths.mjs"
 * @import { Sheet } from "./sheet.mjs"
 */
import { all } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { inRadios } from "./choosing.mjs";
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
  if (field.instead) return held || !isInstead(sheet, field.instead, path);
  const optional = field.is === "part" && !field.required && !sheet.schema.part(field.of ?? "").shorthand;
  return held || sheet.wanted.has(shown([...path, field.key])) || (!field.gate && !optional);
}

/**
 * Say whether something is held that does in place of a field: beside it, or in the file as a whole.
 *
 * @param {Sheet} sheet
 * @param {string[]} keys
 * @param {Path} path
 */
const isInstead = (sheet, keys, path) => keys.some((key) => [[...path, key], [key]].some((at) => sheet.value(at) !== undefined));

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
  const optional = field.gate > 0 || (field.is === "part" && !field.required);
  const removable = optional && field.is !== "list" && !(field.instead && sheet.value(path) === undefined);
  const help = more ? make("p", { class: "nav-hint nav-help", id: `${id}-help`, hidden: true }, rich(more)) : null;
  const head = [
    removable && button(said("editing-remove"), () => sheet.take(path), { class: "nav-plain-button nav-edit-tools", "aria-label": `${said("editing-remove")}: ${text}` }),
    help && about(help, text),
  ];
  const wrong = make("p", { class: "nav-field-wrong js-wrong", id: `${id}-wrong` });
  const described = [hint && `${id}-hint`, `${id}-wrong`].filter(Boolean).join(" ");
  const held = sheet.control(field, path, { id, described, text });
  const given = { class: `nav-field nav-field-${field.is}`, "data-at": shown(path), "data-unit": field.of === UNIT };
  const headed = (/** @type {HTMLElement} */ first) => [make("div", { class: "nav-field-head" }, first, ...head), help];
  if (!isGroup(sheet, field, path)) {
    const label = make("label", { for: id }, rich(text), " ", key);
    if (field.is === "yes") return make("div", given, ...headed(make("span", { class: "nav-tick" }, held, label)), hint, wrong);
    return make("div", given, ...headed(label), hint, wrong, held);
  }
  const heading = make("span", { class: "nav-field-heading", id: `${id}-heading` }, rich(text), " ", key);
  return make("div", { ...given, role: "group", "aria-labelledby": `${id}-heading`, "aria-describedby": described }, ...headed(heading), hint, wrong, held);
}

/**
 * Return what unfolds the help of a field, which stands on a line of its own.
 *
 * @param {HTMLElement} help
 * @param {string} text
 */
function about(help, text) {
  const made = button("?", () => {
    help.hidden = !help.hidden;
    made.ariaExpanded = String(!help.hidden);
  }, { class: "nav-more", "aria-label": said("editing-about", text), "aria-expanded": "false", "aria-controls": help.id });
  return made;
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
  return field.is === "list" || field.is === "start" || (field.is === "choice" && inRadios(sheet.schema.choices(field.of ?? "")));
}

/**
 * @param {Sheet} sheet
 * @param {string} says
 * @param {Field[]} offered
 * @param {Path} path
 */
function offers(sheet, says, offered, path) {
  const line = (/** @type {Field} */ field) => {
    const text = field.sentence || (field.label || field.brief).replace(/\.$/, "");
    return offer("li", sheet, field, [...path, field.key], text);
  };
  const common = offered.filter((field) => field.common);
  const others = common.length ? offered.filter((field) => !field.common) : [];
  const lines = (common.length ? common : offered).map(line);
  if (others.length) lines.push(make("li", {}, foldOf(sheet, `${shown(path)}+${says}+`, said("editing-others"), others.map(line))));
  return foldOf(sheet, `${shown(path)}+${says}`, says, lines);
}

/**
 * @param {Sheet} sheet
 * @param {string} key what it stays unfolded by
 * @param {string} says
 * @param {HTMLElement[]} lines
 */
function foldOf(sheet, key, says, lines) {
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
    button("", () => sheet.want(field, path), { class: "nav-plain-button" }, rich(text)),
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

/**
 * Return where a path is, in the form's own words.
 *
 * @param {Sheet} sheet
 * @param {Path} path
 */
export function trail(sheet, path) {
  /** @type {string[]} */
  const words = [];
  path.forEach((step, index) => {
    const { field, kind, cls } = sheet.schema.at(sheet.given.place, path.slice(0, index + 1));
    if (typeof step === "string" && field) words.push((field.label || labelOf(field.key)).replace(/[.:]$/, ""));
    else if (typeof step === "number") {
      const told = kind?.is === "part" ? titleOf(sheet, kind.of ?? cls, path.slice(0, index + 1)) : "";
      words.push([step + 1, told].filter(Boolean).join(". "));
    }
  });
  return words.join(" › ");
}
