/** What the room sees: one step of a session, with type as large as it can be. */
import { all, get } from "../shared/dom.mjs";
import { counter, told } from "./counters.mjs";
import { fit } from "./fit.mjs";
import { copies, made } from "./made.mjs";

/**
 * Where a session stands, and what can be done there: which choice is explained, whether hands are counted.
 *
 * @typedef {{at: number, looked: number | null, counting: boolean, counts: () => number[],
 *   count: (counts: number[]) => void, look: (choice: number) => void}} Showing
 */

/**
 * Show a step.
 *
 * @param {HTMLElement} place
 * @param {import("./says.mjs").Says} says
 * @param {import("./lesson.mjs").Case[]} cases
 * @param {import("./steps.mjs").Step[]} steps
 * @param {Showing} showing
 */
export function showScene(place, says, cases, steps, showing) {
  const step = steps[showing.at];
  for (const each of all(place, ":scope > [data-kind]", HTMLElement)) {
    each.hidden = each.dataset.kind !== (cases[step.case] ? "case" : step.kind);
  }
  place.dataset.step = step.kind;
  const shown = cases[step.case];
  if (shown) {
    const number = says("where", { number: step.case + 1, all: cases.length });
    get(place, ".js-where", HTMLElement).textContent = number;
    get(place, ".js-case-title", HTMLElement).textContent = shown.title;
    const question = shown.questions[step.question];
    const [first, second] = question
      ? ofQuestion(says, shown.story, question, step.kind === "reveal", showing)
      : [step.kind === "story" ? copies(shown.story) : ofAnswer(shown.answer), []];
    get(place, ".js-first", HTMLElement).replaceChildren(...first);
    get(place, ".js-second", HTMLElement).replaceChildren(...second);
  }
  refit(place);
}

/**
 * Let the type of what is shown fit its place. Where all of it does not fit in type that can be read from afar, what
 * steps before have told is left out: the story beside a question, and the wrong turns after an answer.
 *
 * @param {HTMLElement} place
 */
export function refit(place) {
  delete place.dataset.split;
  place.tabIndex = -1;
  if (fit(place)) return;
  if (place.dataset.step === "question" || place.dataset.step === "answer") {
    place.dataset.split = "";
    if (fit(place)) return;
  }
  place.tabIndex = 0;
}

/**
 * Return the whole answer. Its last part is the wrong turns.
 *
 * @param {Element[]} answer
 */
function ofAnswer(answer) {
  const copied = copies(answer);
  const last = copied.findLastIndex((each) => each.matches("h3"));
  for (const each of last < 0 ? [] : copied.slice(last)) each.classList.add("nav-told-before");
  return copied;
}

/**
 * Return what stands beside the choices, and the choices.
 *
 * @param {import("./says.mjs").Says} says
 * @param {Element[]} story
 * @param {import("./lesson.mjs").Question} question
 * @param {boolean} revealed
 * @param {Showing} showing
 */
function ofQuestion(says, story, question, revealed, showing) {
  const looked = revealed ? lookedAt(question, showing.looked) : null;
  const options = question.options.map((option, choice) => {
    const counted = revealed ? told(choice) : showing.counting ? counter(says, choice, option.label, showing) : [];
    const verdict = revealed ? copies([option.verdict]) : [];
    const label = made(revealed ? "button" : "span", { class: "nav-label" }, option.label);
    if (label instanceof HTMLButtonElement) {
      label.type = "button";
      label.setAttribute("aria-pressed", String(choice === looked));
      label.addEventListener("click", () => showing.look(choice));
    }
    const right = revealed && String(option.right);
    return made("li", { class: "nav-choice nav-offered js-option", "data-right": right }, label, ...verdict, ...counted);
  });
  const asked = [made("h3", {}, question.ask), ...copies(question.about), made("ol", {}, ...options)];
  const beside = looked === null ? copies(story) : [whyOf(question, looked)];
  return [beside, asked];
}

/**
 * Return which choice is explained: the one that was asked for, or the first that is right.
 *
 * @param {import("./lesson.mjs").Question} question
 * @param {number | null} looked
 */
export function lookedAt(question, looked) {
  return looked ?? Math.max(question.options.findIndex((option) => option.right), 0);
}

/**
 * Say of a choice whether it is right, why, and where that is written.
 *
 * @param {import("./lesson.mjs").Question} question
 * @param {number} choice
 */
export function whyOf(question, choice) {
  const { label, right, verdict, why } = question.options[choice];
  return made(
    "div",
    { class: "nav-choice nav-why", "data-right": String(right) },
    made("p", {}, made("strong", {}, label)),
    ...copies([verdict, ...why]),
  );
}
