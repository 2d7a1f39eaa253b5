/**
 * One question as fields: choices to take one or several of, words of one's own, and names that are known.
 *
 * @typedef {{typed: string, says: string, means: string, own: boolean, group: string}} Choice
 * @typedef {object} Question
 * @property {string} says
 * @property {string} sentence the sentence of the document that it is about
 * @property {Choice[]} choices
 * @property {boolean} several
 * @property {string[]} names
 * @property {boolean} listing whether several names can be written, with commas between
 * @property {boolean} long
 * @property {string | null} default
 * @property {string} without what leaving it empty means
 * @property {string} explains
 */
import { all, find } from "../../shared/dom.mjs";
import { made } from "../made.mjs";

const NAME = "begun-answer";
const HINT = `${NAME}-hint`;
const ERROR = `${NAME}-error`;
const SENTENCE = `${NAME}-sentence`;
const NAMES = `${NAME}-names`;

/**
 * @param {Question} question
 * @param {string | null} refused why the answer before cannot be taken
 * @returns {HTMLFieldSetElement}
 */
export function fieldsOf(question, refused) {
  const { says, sentence, choices, explains } = question;
  const groups = [...new Set(choices.map(({ group }) => group))];
  const described = [sentence && SENTENCE, explains && HINT, refused && ERROR].filter(Boolean).join(" ") || null;
  return made(
    "fieldset",
    { "aria-describedby": described, "data-many": choices.length > 6 },
    made("legend", {}, says),
    sentence && made("blockquote", { id: SENTENCE }, sentence),
    explains && made("p", { id: HINT, class: "nav-hint" }, explains),
    refused && made("p", { id: ERROR, class: "nav-begun-refused" }, refused),
    ...groups.map((group, at) => groupOf(question, group, at)),
    choices.length === 0 && words(question, described, refused !== null),
    question.names.length > 0 && made("datalist", { id: NAMES }, ...question.names.map((value) => made("option", { value }))),
  );
}

/**
 * @param {Question} question
 * @param {string} group
 * @param {number} at
 */
function groupOf(question, group, at) {
  const label = `${NAME}-group-${at}`;
  return made(
    "div",
    { class: "nav-begun-choices", role: group ? "group" : null, "aria-labelledby": group ? label : null },
    group && made("p", { id: label }, group),
    ...question.choices.filter((choice) => choice.group === group).map((choice) => choiceOf(question, choice)),
  );
}

/**
 * @param {Question} question
 * @param {Choice} choice
 */
function choiceOf(question, choice) {
  const { typed, says, means, own } = choice;
  const id = `${NAME}-${question.choices.indexOf(choice)}`;
  const taken = made("input", {
    type: question.several ? "checkbox" : "radio",
    name: NAME,
    id,
    value: typed,
    "aria-describedby": means ? `${id}-means` : null,
  });
  const field = own && made("input", {
    type: "text", id: `${id}-own`, "aria-label": says, autocomplete: "off", list: question.names.length > 0 && NAMES,
  });
  if (field) field.addEventListener("input", () => (taken.checked = true));
  return made(
    "div",
    { class: "nav-begun-choice" },
    taken,
    made("label", { for: id }, says),
    means && made("span", { id: `${id}-means`, class: "nav-hint" }, means),
    field,
  );
}

/**
 * @param {Question} question
 * @param {string | null} described
 * @param {boolean} wrong
 */
function words({ says, long, listing, names }, described, wrong) {
  const attributes = { id: NAME, "aria-label": says, "aria-describedby": described, "aria-invalid": wrong && "true" };
  if (long) return made("textarea", { ...attributes, rows: "8" });
  const known = names.length > 0;
  const field = made("input", { ...attributes, type: "text", autocomplete: "off", list: known && NAMES });
  if (listing && known) field.addEventListener("input", () => offerAfterComma(field, names));
  return field;
}

/**
 * Offer names for what is written after the last comma: a browser compares them with the whole.
 *
 * @param {HTMLInputElement} field
 * @param {string[]} names
 */
function offerAfterComma(field, names) {
  const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
  const options = names.map((name) => made("option", { value: before ? `${before} ${name}` : name }));
  field.list?.replaceChildren(...options);
}

/**
 * Put an answer into the fields: the one that is proposed, or the one that could not be taken.
 *
 * @param {HTMLFieldSetElement} fields
 * @param {Question} question
 * @param {string | null} typed
 */
export function fill(fields, question, typed) {
  const value = typed ?? question.default ?? "";
  const inputs = all(fields, `[name=${NAME}]`, HTMLInputElement);
  if (!inputs.length) {
    const field = find(fields, `#${NAME}`, HTMLElement);
    if (field && "value" in field) field.value = value;
    return;
  }
  for (const [at, input] of inputs.entries()) {
    if (question.several) input.checked = value.includes(input.value);
    else input.checked = value !== "" && !question.choices[at].own && [input.value, question.choices[at].says].includes(value);
  }
  const own = inputs.find((_, at) => question.choices[at].own);
  if (!own || !value || inputs.some(({ checked }) => checked) || !value.startsWith(own.value)) return;
  own.checked = true;
  const field = find(fields, `#${own.id}-own`, HTMLInputElement);
  if (field) field.value = value.slice(own.value.length);
}

/**
 * Return what is typed at a terminal for what was chosen or written here.
 *
 * @param {HTMLFieldSetElement} fields
 */
export function answered(fields) {
  const inputs = all(fields, `[name=${NAME}]`, HTMLInputElement);
  if (!inputs.length) {
    const field = find(fields, `#${NAME}`, HTMLElement);
    return field && "value" in field ? String(field.value) : "";
  }
  return inputs
    .filter(({ checked }) => checked)
    .map(({ id, value }) => value + (find(fields, `#${id}-own`, HTMLInputElement)?.value ?? ""))
    .join("");
}

/**
 * Return where somebody begins to answer: at what is chosen already, or at the first field.
 *
 * @param {HTMLFieldSetElement} fields
 */
export function beginning(fields) {
  const checked = all(fields, "input:checked", HTMLInputElement)[0];
  return checked ?? find(fields, "input, textarea", HTMLElement);
}
