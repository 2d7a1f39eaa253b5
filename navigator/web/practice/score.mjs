/** How a session went, in the words of its page: numbers are put where they belong, and lines that say nothing hidden. */
import { all } from "../shared/dom.mjs";
import { OPEN, score, STATES } from "./marks.mjs";

/**
 * @param {HTMLElement} place holds the words; `data-pass` is how many cases are a pass, where anything is
 * @param {number[][]} cases the marks of each case
 */
export function tellScore(place, cases) {
  const { counts, right } = score(cases);
  const pass = Number(place.dataset.pass ?? 0);
  /** @type {Record<string, number>} */
  const numbers = { all: cases.flat().length, cases: cases.length, right, pass };
  STATES.forEach((state, mark) => (numbers[state] = counts[mark]));
  for (const each of all(place, "[data-number]", HTMLElement)) {
    each.textContent = String(numbers[each.dataset.number ?? ""]);
  }
  const verdict = right >= pass ? "passed" : counts[OPEN] ? "" : "failed";
  for (const line of all(place, "[data-line]", HTMLElement)) {
    const name = line.dataset.line ?? "";
    const aboutPass = ["pass", "passed", "failed"].includes(name);
    line.hidden = aboutPass ? !pass || (name !== "pass" && name !== verdict) : !numbers[name];
  }
}
