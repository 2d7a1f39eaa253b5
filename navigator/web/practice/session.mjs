/** A session of cases on a learner's device: its answers, and how it went in the end. */
import { all, around, find, get } from "../shared/dom.mjs";
import { CaseToAnswer } from "./case.mjs";
import { Marks } from "./marks.mjs";
import { draw } from "./qr.mjs";
import { write } from "./result-code.mjs";
import { tellScore } from "./score.mjs";
import { write as writeLink, sessionId } from "./session-link.mjs";

export class PracticeSession {
  /**
   * @param {HTMLElement} place
   */
  constructor(place) {
    this.place = place;
    this.end = get(place, ".js-end", HTMLElement);
    /** @type {CaseToAnswer[]} */
    this.cases = [];
    this.marks = new Marks("", 0);
    for (const button of all(place, "button[data-view]", HTMLButtonElement)) {
      button.addEventListener("click", () => this.press(button.dataset.view ?? ""));
    }
    get(place, ".js-anew", HTMLElement).addEventListener("click", () => this.beginAnew());
    place.addEventListener("click", (event) => this.again(event));
    this.view("cases");
  }

  /**
   * Take the cases of the session, with what the tab keeps of their answers.
   *
   * @param {HTMLElement[]} articles
   * @param {string} title
   */
  fill(articles, title) {
    const named = articles.map(({ dataset: { code = "", mark = "" } }) => ({ code, mark }));
    this.id = sessionId(named);
    this.cases = articles.map((article) => new CaseToAnswer(article));
    this.marks = new Marks(this.id, this.cases.reduce((sum, { questions }) => sum + questions.length, 0));
    const certificate = get(this.end, ".js-to-certificate", HTMLAnchorElement);
    certificate.href = new URL(writeLink({ cases: named, title }), certificate.href).href;
    this.begin();
  }

  begin() {
    let from = 0;
    for (const each of this.cases) {
      const first = from;
      from += each.questions.length;
      each.begin(this.marks.marks.slice(first, from), (question, mark) => this.marks.set(first + question, mark));
    }
  }

  /** @param {string} name */
  press(name) {
    if (name === "print") return print();
    this.view(name);
    const heading = name === "summary" ? find(this.end, "h2", HTMLElement) : find(this.place, ".js-case h2", HTMLElement);
    heading?.focus();
    heading?.scrollIntoView();
  }

  /**
   * Show the cases, or how they went.
   *
   * @param {string} name
   */
  view(name) {
    const inCases = name === "cases";
    this.place.dataset.view = name;
    for (const part of all(this.place, ".js-results, .js-end", HTMLElement)) part.hidden = inCases;
    for (const button of all(this.place, "button[data-view]", HTMLButtonElement)) {
      button.hidden = button.dataset.view === "summary" ? !inCases : inCases;
    }
    if (!inCases) this.sumUp();
  }

  sumUp() {
    const code = write(this.id ?? "", this.marks.marks);
    tellScore(this.end, this.cases.map(({ marks }) => marks));
    get(this.end, ".js-code", HTMLElement).textContent = code;
    get(this.end, ".js-code-qr", HTMLElement).replaceChildren(draw(code, this.end.dataset.drawn ?? ""));
  }

  beginAnew() {
    this.marks.clear();
    this.begin();
    this.press("cases");
  }

  /**
   * Lead from a line of the summary back to its question. A link within the page would change the address, which may
   * name the session.
   *
   * @param {MouseEvent} event
   */
  again(event) {
    const link = around(event.target, ".js-again", HTMLAnchorElement);
    const asked = this.cases.find(({ place }) => link && place.contains(link));
    if (!link || !asked) return;
    event.preventDefault();
    this.view("cases");
    asked.focus(link.dataset.question);
  }
}
