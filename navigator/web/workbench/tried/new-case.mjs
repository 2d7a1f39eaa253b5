/**
 * A new case of what the preview shows: its owner confirms each part of its result, and it becomes a file of the draft.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { all, around, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { goToField, parse } from "../../wizard/dom-patch.mjs";
import { made } from "../made.mjs";
import { openTab } from "../tabs.mjs";

/** The field that each thing that may be lacking is about. */
const FIELDS = {
  title: "made-title",
  story: "made-story",
  worked_out: "made-worked",
  wrong_turn: "made-route",
  parts: "made-parts",
  brackets: "made-title",
};

export class NewCase {
  #bench;
  #place;
  #put;
  /** What the preview shows. */
  /** @type {Record<string, unknown>} */
  #look = {};

  /**
   * @param {Bench} bench
   * @param {HTMLElement} place
   * @param {(path: string) => void} put hears of the file that was put into the draft
   */
  constructor(bench, place, put) {
    this.#bench = bench;
    this.#place = place;
    this.#put = put;
    bench.addEventListener("make-case", (event) => {
      this.#begin(/** @type {CustomEvent} */ (event).detail).catch((error) => console.warn(error));
    });
    place.addEventListener("click", ({ target }) => {
      const button = around(target, "button", HTMLButtonElement);
      if (button?.classList.contains("js-made-leave")) place.hidden = true;
      else if (button?.classList.contains("js-made-put")) this.#make().catch((error) => console.warn(error));
    });
    place.addEventListener("click", (event) => {
      const link = around(event.target, ".js-made-errors a", HTMLAnchorElement);
      if (!link) return;
      event.preventDefault();
      goToField(link);
    });
  }

  /** @param {Record<string, unknown>} look */
  async #begin(look) {
    this.#look = look;
    const found = await this.#bench.desk.ask("case", look);
    openTab("tab-tried");
    for (const part of ["empty", "tried"]) {
      const pane = get(document, part === "empty" ? ".js-tried-empty" : ".js-tried", HTMLElement);
      pane.hidden = part === "empty";
    }
    this.#place.hidden = false;
    this.#tell([]);
    const parts = get(this.#place, ".js-made-parts", HTMLElement);
    parts.replaceChildren(found.html ? parse(found.html) : made("p", { class: "nav-note" }, found.says));
    get(this.#place, ".js-made-put", HTMLButtonElement).hidden = !found.html;
    get(this.#place, "h3", HTMLElement).focus();
  }

  async #make() {
    const found = await this.#bench.desk.ask("case", { ...this.#look, ...this.#written() });
    if (found.says) return this.#tell([{ text: found.says, id: "made-parts" }]);
    if (found.lacking) {
      const fields = /** @type {Record<string, string>} */ (FIELDS);
      const lacking = found.lacking.map((/** @type {string} */ name) => ({
        text: said(`tried-lacks-${name.replace("_", "-")}`),
        id: fields[name],
      }));
      return this.#tell(lacking);
    }
    this.#tell([]);
    this.#bench.draft.put(found.path, found.text, "case");
    this.#place.hidden = true;
    for (const field of all(this.#place, "input, textarea, select", HTMLElement)) {
      if ("value" in field && !(field instanceof HTMLInputElement && field.type === "checkbox")) field.value = "";
    }
    this.#bench.select(found.path);
    this.#put(found.path);
  }

  #written() {
    /** @param {string} id */
    const value = (id) => {
      const field = get(this.#place, `#${id}`, HTMLElement);
      return "value" in field ? String(field.value).trim() : "";
    };
    const turn = { route: value("made-route"), why: value("made-why") };
    const draft = {
      title: value("made-title"),
      story: value("made-story"),
      worked_out: value("made-worked"),
      wrong_turns: turn.route && turn.why ? [turn] : [],
    };
    const ticks = all(this.#place, "input[name=part]:checked", HTMLInputElement);
    return { draft, confirmed: ticks.map((tick) => tick.value) };
  }

  /**
   * Tell what is lacking, each with a link to its field, or take that away.
   *
   * @param {{text: string, id: string}[]} found
   */
  #tell(found) {
    const place = get(this.#place, ".js-made-errors", HTMLElement);
    place.hidden = !found.length;
    const lines = found.map(({ text, id }) => made("li", {}, made("a", { href: `#${id}` }, text)));
    place.replaceChildren(...(found.length ? [made("h4", {}, said("tried-problem")), made("ul", {}, ...lines)] : []));
    if (found.length) place.focus();
  }
}
