/**
 * The form for one matter. What is typed stays in it until it is taken.
 *
 * @import { Matter } from "./file.mjs"
 */
import { all, get } from "../shared/dom.mjs";
import { said } from "../shared/said.mjs";
import { askFor, eventsOf, stageOf, stagesOf } from "./choices.mjs";
import { newKey } from "./file.mjs";

export class MatterForm {
  #form;
  #nickname;
  #policy;
  #stage;
  #note;
  #days;
  /** @type {Matter | null} */
  #changing = null;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#nickname = get(form, "#matter-nickname", HTMLInputElement);
    this.#policy = get(form, "#matter-policy", HTMLSelectElement);
    this.#stage = get(form, "#matter-stage", HTMLSelectElement);
    this.#note = get(form, "#matter-note", HTMLTextAreaElement);
    this.#days = get(form, ".js-days", HTMLElement);
    this.#policy.addEventListener("change", () => this.#offerStages(""));
    this.#stage.addEventListener("change", () => this.#offerDays({}));
    get(form, ".js-cancel", HTMLElement).addEventListener("click", () => this.clear());
    this.clear();
  }

  /** Say what is lacking: the id of each field, and the name of the sentence. */
  get lacking() {
    /** @type {[HTMLElement & {value: string}, string][]} */
    const wanted = [
      [this.#nickname, "need-nickname"],
      [this.#policy, "need-policy"],
      [this.#stage, "need-stage"],
    ];
    const lacking = wanted.filter(([field]) => !field.value.trim());
    for (const [field] of wanted) field.ariaInvalid = lacking.some(([each]) => each === field) ? "true" : null;
    return lacking.map(([{ id }, name]) => ({ id, name }));
  }

  /** The key of the matter that is being changed, where one is. */
  get changing() {
    return this.#changing?.key;
  }

  /** @returns {Matter} */
  get matter() {
    const fields = all(this.#days, "input", HTMLInputElement).filter(({ value }) => value.trim());
    return {
      key: this.#changing?.key ?? newKey(),
      nickname: this.#nickname.value.trim(),
      policy: this.#policy.value,
      policyName: this.#policy.selectedOptions[0]?.text ?? "",
      stage: this.#stage.value,
      stageName: stageOf(this.#policy.value, this.#stage.value)?.text ?? "",
      dates: Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()])),
      note: this.#note.value.trim(),
    };
  }

  /** @param {Matter} matter */
  change(matter) {
    this.#changing = matter;
    this.#nickname.value = matter.nickname;
    this.#policy.value = matter.policy;
    this.#note.value = matter.note;
    this.#offerStages(matter.stage);
    this.#offerDays(matter.dates);
    this.#speak();
    get(this.#form, ".js-form-heading", HTMLElement).focus();
  }

  clear() {
    this.#changing = null;
    this.#form.reset();
    this.#offerStages("");
    this.#speak();
  }

  begin() {
    this.#nickname.focus();
  }

  #speak() {
    const words = this.#form.dataset;
    const heading = get(this.#form, ".js-form-heading", HTMLElement);
    const button = get(this.#form, ".js-add", HTMLElement);
    words.heading ??= heading.textContent;
    words.button ??= button.textContent;
    heading.textContent = this.#changing ? said("change-heading") : words.heading;
    button.textContent = this.#changing ? said("change-button") : words.button;
    get(this.#form, ".js-cancel", HTMLElement).hidden = !this.#changing;
  }

  /** @param {string} stage */
  #offerStages(stage) {
    const stages = stagesOf(this.#policy.value).map((each) => each.cloneNode(true));
    this.#stage.replaceChildren(...stages);
    this.#stage.disabled = !stages.length;
    if (stageOf(this.#policy.value, stage)) this.#stage.value = stage;
    this.#offerDays({});
  }

  /** @param {Record<string, string>} given */
  #offerDays(given) {
    const events = eventsOf(this.#policy.value, this.#stage.value);
    this.#days.hidden = !events.length;
    get(this.#days, ".js-dates", HTMLElement).replaceChildren(...events.map((event) => day(event, given[event] ?? "")));
  }
}

/**
 * Make the field for the day of an event: it takes a whole date, as people write one.
 *
 * @param {string} event
 * @param {string} value
 */
function day(event, value) {
  const line = document.createElement("p");
  const [label, hint, field] = ["label", "span", "input"].map((name) => document.createElement(name));
  if (!(label instanceof HTMLLabelElement && field instanceof HTMLInputElement)) return line;
  field.id = `matter-date-${event}`;
  field.name = event;
  field.type = "text";
  field.maxLength = 60;
  field.value = value;
  field.setAttribute("aria-describedby", `${field.id}-hint`);
  label.htmlFor = field.id;
  label.textContent = askFor(event);
  hint.id = `${field.id}-hint`;
  hint.className = "nav-hint";
  hint.textContent = said("date-hint");
  line.append(label, " ", hint, field);
  return line;
}
