/** The trainer's own window: what is on the screen, its answer, what comes next, and the notes of the pack. */
import { get } from "../shared/dom.mjs";
import { counter } from "./counters.mjs";
import { copies, made } from "./made.mjs";
import { nameOf } from "./says.mjs";
import { lookedAt, whyOf } from "./scene.mjs";

const MARK = "notes";

/** Say whether this window is the trainer's. */
export function isNotes() {
  return location.hash.split("&").includes(MARK);
}

/** Open the trainer's window beside this one, or bring it to the front. */
export function openNotes() {
  open(`${location.href.replace(/#?$/, "")}&${MARK}`, "navigator-notes", "popup,width=900,height=800");
}

/**
 * @param {HTMLElement} place
 * @param {import("./says.mjs").Says} says
 * @param {import("./lesson.mjs").Case[]} cases
 * @param {import("./steps.mjs").Step[]} steps
 * @param {import("./scene.mjs").Showing} showing
 */
export function showNotes(place, says, cases, steps, showing) {
  const step = steps[showing.at];
  const shown = cases[step.case];
  const question = shown?.questions[step.question];
  const after = steps[showing.at + 1];
  get(place, ".js-now", HTMLElement).textContent = nameOf(says, cases, step);
  get(place, ".js-after", HTMLElement).textContent = after ? nameOf(says, cases, after) : says("nothing");

  const answer = question ? [whyOf(question, lookedAt(question, showing.looked))] : copies(shown?.answer ?? []);
  get(place, ".js-answers", HTMLElement).replaceChildren(...answer);
  get(place, ".js-answer-part", HTMLElement).hidden = !answer.length;

  const rows = (question?.options ?? []).map(({ label }, choice) => {
    const counting = counter(says, choice, label, showing);
    return made("li", { class: "nav-offered js-option" }, made("span", { class: "nav-label" }, label), ...counting);
  });
  get(place, ".js-count-list", HTMLElement).replaceChildren(...rows);
  get(place, ".js-count-part", HTMLElement).hidden = !rows.length;
}
