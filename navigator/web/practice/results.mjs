/**
 * A trainer's page: it takes the codes that learners show, and tells what the room needs again. All of it stays on
 * the device, and is gone with the tab.
 */
import { all, around, find, get } from "../shared/dom.mjs";
import { noCamera, startCamera } from "./camera.mjs";
import { findCases, tellOfCases } from "./fetch-cases.mjs";
import { FIRST, fromTab, keepInTab, OPEN } from "./marks.mjs";
import { readAll } from "./result-code.mjs";
import { isSession, sessionId } from "./session-link.mjs";
import { again, hardest, tally } from "./tally.mjs";

/** A camera sees one code many times: so long after the last time it is somebody else's, in milliseconds. */
const SAME_PHONE = 5000;

/**
 * @typedef {{ number: number, name: string, asked: string }} AskedQuestion
 */

class Results {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    const found = findCases(location.hash);
    /** @type {AskedQuestion[]} */
    this.questions = found.held.flatMap(({ title, questions }, index) =>
      questions.map((exercise) => ({ number: index + 1, name: title, asked: this.asked(exercise) })),
    );
    this.id = sessionId(found.held.map(({ code, current }) => ({ code, mark: current })));
    this.key = `results.${this.id}`;
    /** @type {string[]} the marks of each code in the order they came; of one taken away nothing is left */
    this.people = fromTab(this.key)?.split(",") ?? [];
    /** @type {Map<string, number>} */
    this.lastSeen = new Map();
    /** @type {(() => void) | null} */
    this.stopCamera = null;
    tellOfCases(place, found, []);
    const title = get(place, ".js-title", HTMLElement);
    title.textContent = found.session.title;
    title.hidden = !found.session.title;
    get(place, ".js-counting", HTMLElement).hidden = !found.held.length;
    this.listen();
    this.show();
  }

  /** @param {string} exercise */
  asked(exercise) {
    return find(this.place, `[data-asked="${exercise}"]`, HTMLElement)?.textContent ?? "";
  }

  listen() {
    const { place } = this;
    const field = get(place, "#codes", HTMLTextAreaElement);
    // A browser scrolls to the line where typing would begin, and may leave the field's end out of view.
    field.addEventListener("focus", () => field.scrollIntoView({ block: "nearest" }));
    get(place, ".js-take", HTMLElement).addEventListener("click", () => {
      field.value = this.take(field.value);
      field.focus();
    });
    get(place, ".js-scan", HTMLElement).addEventListener("click", () => this.scan());
    get(place, ".js-stop", HTMLElement).addEventListener("click", () => this.endScan());
    get(place, ".js-print", HTMLElement).addEventListener("click", () => print());
    get(place, ".js-delete", HTMLElement).addEventListener("click", () => {
      this.people = [];
      this.keep();
      this.tell("deleted");
      get(place, "h2", HTMLElement).focus();
    });
    get(place, ".js-people", HTMLElement).addEventListener("click", ({ target }) => {
      const button = around(target, ".js-remove", HTMLButtonElement);
      if (!button) return;
      this.people[Number(button.value)] = "";
      this.keep();
      this.tell("removed", { code: Number(button.value) + 1 });
      get(place, ".js-people-heading", HTMLElement).focus();
    });
    addEventListener("pagehide", () => this.endScan());
    const kept = location.hash;
    addEventListener("hashchange", () => {
      // A link within the page, such as the one that skips to the content, is no other session.
      if (isSession(location.hash)) location.reload();
      else history.replaceState(null, "", kept || location.pathname);
    });
  }

  /**
   * Count every code in a text and say what came of each. Return those that could not be counted.
   *
   * @param {string} text
   */
  take(text) {
    const found = readAll(text, { id: this.id, questions: this.questions.length });
    get(this.place, ".js-told", HTMLElement).replaceChildren();
    if (!found.length) this.tell("nothing");
    for (const { kind, written, marks } of found) {
      if (kind !== "good") {
        this.tell(kind, { what: written.toUpperCase() });
        continue;
      }
      const digits = marks.join("");
      const before = this.people.indexOf(digits);
      this.people.push(digits);
      this.tell("counted", { code: this.people.length });
      if (before >= 0) this.tell("twice", { code: this.people.length, before: before + 1 });
    }
    this.keep();
    const left = found.filter(({ kind }) => kind !== "good");
    return found.length ? left.map(({ written }) => written.toUpperCase()).join("\n") : text;
  }

  keep() {
    while (this.people.at(-1) === "") this.people.pop();
    keepInTab(this.key, this.people.length ? this.people.join(",") : null);
    this.show();
  }

  /**
   * Say what came of a code, in a message of the page.
   *
   * @param {string} kind
   * @param {Record<string, string | number>} parts
   */
  tell(kind, parts = {}) {
    get(this.place, ".js-told", HTMLElement).append(this.copy(`[data-told="${kind}"]`, parts));
  }

  async scan() {
    const reason = noCamera();
    const video = get(this.place, ".js-camera", HTMLVideoElement);
    if (!reason) {
      this.ofCamera("looking");
      const camera = await startCamera(video, (text) => this.see(text));
      if ("failed" in camera) return this.ofCamera(camera.failed);
      this.stopCamera = camera.stop;
    }
    this.ofCamera(reason ?? "looking");
  }

  endScan() {
    this.stopCamera?.();
    this.stopCamera = null;
    this.ofCamera("");
  }

  /**
   * Show what there is to say of the camera, with its picture while it looks.
   *
   * @param {string} state
   */
  ofCamera(state) {
    for (const each of all(this.place, "[data-camera]", HTMLElement)) each.hidden = each.dataset.camera !== state;
    get(this.place, ".js-scan", HTMLElement).hidden = state === "looking";
  }

  /** @param {string} text */
  see(text) {
    const now = performance.now();
    const before = this.lastSeen.get(text) ?? -Infinity;
    this.lastSeen.set(text, now);
    if (now - before > SAME_PHONE) this.take(text);
  }

  show() {
    const { place, questions } = this;
    const there = this.people.map((marks) => [...marks].map(Number));
    const counted = there.filter((marks) => marks.length);
    const counts = tally(counted, questions.length);
    get(place, ".js-count", HTMLElement).textContent = String(counted.length);
    for (const part of all(place, ".js-some", HTMLElement)) part.hidden = !counted.length;
    const worst = hardest(counts);
    const first = get(place, ".js-hardest", HTMLElement);
    first.hidden = worst === null;
    if (worst !== null) fillIn(first, { ...questions[worst], people: counted.length, first: counts[worst].first });
    const table = get(place, ".js-tally", HTMLTableElement);
    for (const body of [...table.tBodies]) body.remove();
    questions.forEach((question, index) => {
      if (question.number !== questions[index - 1]?.number) table.append(this.copy("[data-row=case]", question));
      table.tBodies[table.tBodies.length - 1].append(this.copy("[data-row=question]", { ...question, ...counts[index] }));
    });
    const lines = there.flatMap((marks, index) => (marks.length ? [this.person(marks, index)] : []));
    get(place, ".js-people", HTMLElement).replaceChildren(...lines);
  }

  /**
   * Write the line of one code.
   *
   * @param {number[]} marks
   * @param {number} index
   */
  person(marks, index) {
    const needed = again(marks).map((question) => this.questions[question]);
    const open = marks.filter((mark) => mark === OPEN).length;
    const line = this.copy("[data-row=person]", {
      code: index + 1,
      first: marks.filter((mark) => mark === FIRST).length,
      all: marks.length,
      open,
      needs: needed.map(({ number, asked }) => `${number}. ${asked}`).join(" "),
    });
    get(line, ".js-needs", HTMLElement).hidden = !needed.length;
    get(line, ".js-unanswered", HTMLElement).hidden = !open;
    get(line, ".js-remove", HTMLButtonElement).value = String(index);
    return line;
  }

  /**
   * Copy what a template of the page holds, with values in their places.
   *
   * @param {string} selector
   * @param {Record<string, string | number>} values
   */
  copy(selector, values) {
    const { content } = get(this.place, `template${selector}`, HTMLTemplateElement);
    const copied = content.firstElementChild?.cloneNode(true);
    if (!(copied instanceof HTMLElement)) throw new Error(`nothing in ${selector}`);
    fillIn(copied, values);
    return copied;
  }
}

/**
 * Put values into their places.
 *
 * @param {HTMLElement} element
 * @param {Record<string, string | number>} values
 */
function fillIn(element, values) {
  for (const each of all(element, "[data-part]", HTMLElement)) {
    each.textContent = String(values[each.dataset.part ?? ""] ?? "");
  }
}

export function startResults() {
  for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
  new Results(get(document, ".js-collect", HTMLElement));
}
