/** What comes of a case: a link that holds it, and a file for the owner of the policy. */
import { find, get } from "../shared/dom.mjs";
import { said } from "../shared/said.mjs";
import { saveFile } from "../shared/save-file.mjs";
import { pack, packedIn } from "../practice/written-link.mjs";
import { isSession, parse, write } from "../practice/session-link.mjs";

/** From so many signs on, a code to scan is too fine for a phone at some metres. */
const DENSE = 600;
const YAML = "application/yaml";

export class Made {
  #place;
  #link;
  #text = "";
  #name = "";
  /** @type {import("../shared/types.d.ts").WrittenCase | null} */
  #quiz = null;

  /**
   * @param {HTMLElement} place
   * @param {() => void} taken hears that the case has left the page
   */
  constructor(place, taken) {
    this.#place = place;
    this.#link = get(place, "#case-link", HTMLInputElement);
    /** @param {string} text */
    const copy = async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        this.#inform("copied");
        taken();
      } catch {
        this.#inform("by-hand");
      }
    };
    this.#on(".js-copy-link", () => {
      this.#link.select();
      copy(this.#link.value);
    });
    this.#on(".js-copy-file", () => copy(this.#text));
    this.#on(".js-save-file", () => {
      saveFile(this.#text, YAML, this.#name);
      this.#inform("saved", this.#name);
      taken();
    });
    get(place, "#case-session", HTMLInputElement).addEventListener("input", (event) => {
      event.stopPropagation(); // it changes nothing of the case
      this.#showLink();
    });
  }

  /** What was made is no longer what is written. */
  drop() {
    this.#place.hidden = true;
    this.#quiz = null;
  }

  /**
   * @param {import("../shared/types.d.ts").WrittenCase} quiz
   * @param {string} text
   * @param {string} name
   */
  async show(quiz, text, name) {
    this.#quiz = quiz;
    this.#text = text;
    this.#name = name;
    get(this.#place, ".js-file", HTMLElement).hidden = !text;
    get(this.#place, ".js-no-file", HTMLElement).hidden = text !== "";
    get(this.#place, ".js-yaml", HTMLElement).textContent = text;
    this.#inform("");
    await this.#showLink();
    this.#place.hidden = false;
    get(this.#place, "h2", HTMLElement).focus();
  }

  async #showLink() {
    if (!this.#quiz) return;
    const given = get(this.#place, "#case-session", HTMLInputElement).value.trim();
    const hash = given.slice(Math.max(given.indexOf("#"), 0));
    const session = parse(isSession(hash) ? hash : "#s=");
    const parts = [write(session), ...packedIn(hash).map((part) => `c=${part}`), `c=${await pack(this.#quiz)}`];
    const link = get(this.#place, ".js-open-session", HTMLAnchorElement);
    link.hash = parts.join("&");
    this.#link.value = link.href;
    get(this.#place, ".js-length", HTMLElement).textContent = String(link.href.length);
    get(this.#place, ".js-dense", HTMLElement).hidden = link.href.length < DENSE;
  }

  /**
   * @param {string} selector
   * @param {() => void} act
   */
  #on(selector, act) {
    get(this.#place, selector, HTMLElement).addEventListener("click", act);
  }

  /**
   * @param {string} name
   * @param {string} [value]
   */
  #inform(name, value) {
    const line = find(this.#place, ".js-told", HTMLElement);
    if (line) line.textContent = name ? said(name, value) : "";
  }
}
