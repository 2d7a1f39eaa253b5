/** The fields of a case: what only its trainer can say. */
import { all, get } from "../shared/dom.mjs";

export class CaseForm {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.title = get(page, "#case-title", HTMLInputElement);
    this.story = get(page, "#case-story", HTMLTextAreaElement);
    this.day = get(page, "#case-day", HTMLInputElement);
    this.confirmed = get(page, "#case-confirmed", HTMLInputElement);
    this.workedOut = get(page, "#case-worked", HTMLTextAreaElement);
  }

  /** True once something is written that would be lost. */
  get begun() {
    return [this.title, this.story, this.workedOut].some(({ value }) => value.trim() !== "");
  }

  /** The fields that have to be filled in and are not: the id of each, and the name of the sentence. */
  get lacking() {
    /** @type {[HTMLInputElement | HTMLTextAreaElement, string][]} */
    const wanted = [
      [this.title, "need-title"],
      [this.story, "need-story"],
      [this.day, "need-day"],
    ];
    const lacking = wanted.filter(([{ value }]) => !value.trim());
    for (const [field] of wanted) field.ariaInvalid = lacking.some(([each]) => each === field) ? "true" : null;
    return lacking.map(([{ id }, name]) => ({ id, name }));
  }

  /** @returns {import("../shared/types.d.ts").WrittenDraft} */
  get draft() {
    const turns = all(this.page, ".js-turn", HTMLElement).map((turn) => ({
      route: get(turn, "select", HTMLSelectElement).value,
      why: get(turn, "textarea", HTMLTextAreaElement).value.trim(),
    }));
    return {
      title: this.title.value.trim(),
      story: this.story.value.trim(),
      worked_out: this.workedOut.value.trim(),
      wrong_turns: turns.filter(({ route, why }) => route && why),
    };
  }

  clear() {
    for (const field of all(this.page, "input, textarea, select", HTMLElement)) {
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = false;
      else if ("value" in field) field.value = "";
    }
  }
}
