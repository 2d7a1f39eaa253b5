/** Cases to practise with: choices become buttons, questions wait for each other, and a session sums up. */
import { all, find, get } from "../shared/dom.mjs";
import { startHandout } from "./handout.mjs";
import { startSessionBuilder } from "./session-builder.mjs";
import { startSessionFromLink } from "./session-from-link.mjs";

export function startPractice() {
  all(document, ".js-case", HTMLElement).forEach(prepare);
  all(document, ".js-session", HTMLElement).forEach(startViews);
  for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
  const session = find(document, ".js-made", HTMLElement);
  const form = find(document, ".js-make", HTMLFormElement);
  if (session) startSessionFromLink(session, prepare);
  const papers = find(document, ".js-papers", HTMLElement);
  if (papers) startHandout(papers);
  if (form) startSessionBuilder(form);
}

/**
 * Make a case's choices answerable. Nothing of what is chosen is kept beyond the page.
 *
 * @param {HTMLElement} place
 */
function prepare(place) {
  const quizzes = all(place, ".js-quiz", HTMLElement);
  quizzes.forEach((quiz, index) => {
    const next = quizzes[index + 1];
    if (next) next.hidden = true;
    const choices = all(quiz, ".js-choice", HTMLDetailsElement).map(asButton);
    for (const choice of choices) {
      choice.button.addEventListener("click", () => {
        for (const each of choices) each.show(each === choice);
        note(place, quiz, choice.right);
        if (choice.right && next instanceof HTMLDetailsElement) {
          next.hidden = false;
          next.open = true;
        }
        choice.verdict?.focus();
      });
    }
  });
}

/**
 * Turn a choice that unfolds into a button with its feedback below; the words stay those of the page.
 *
 * @param {HTMLDetailsElement} details
 */
function asButton(details) {
  const button = document.createElement("button");
  const item = document.createElement("div");
  const feedback = get(details, ".js-feedback", HTMLElement);
  const right = details.dataset.right === "true";
  button.type = "button";
  button.className = "nav-option";
  button.append(...get(details, "summary", HTMLElement).childNodes);
  button.setAttribute("aria-controls", feedback.id);
  item.className = "nav-choice";
  item.dataset.right = String(right);
  item.dataset.verdict = details.dataset.verdict;
  item.append(button, feedback);
  details.replaceWith(item);
  const choice = {
    button,
    right,
    verdict: find(feedback, ".js-verdict", HTMLElement),
    /** @param {boolean} chosen */
    show(chosen) {
      feedback.hidden = !chosen;
      button.setAttribute("aria-expanded", String(chosen));
      if (chosen && !("chosen" in item.dataset)) {
        // What has been tried keeps its sign, when something else is chosen after it.
        item.dataset.chosen = "";
        button.prepend(...all(feedback, ".nav-sign", SVGElement).map((sign) => sign.cloneNode(true)));
      }
    },
  };
  choice.show(false);
  return choice;
}

/**
 * Remember on the page how a question went: the first answer decides.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement} quiz
 * @param {boolean} right
 */
function note(place, quiz, right) {
  const result = find(place, `[data-result="${quiz.dataset.quiz}"]`, HTMLElement);
  if (!result || result.dataset.tried === "settled") return;
  if (right) {
    const state = result.dataset.tried ? "later" : "first";
    for (const each of all(result, ":scope > *", HTMLElement)) each.hidden = each.dataset.state !== state;
  }
  result.dataset.tried = right ? "settled" : "again";
}

/**
 * Let a session's buttons show one view of it at a time, and print it.
 *
 * @param {HTMLElement} session
 */
function startViews(session) {
  const buttons = all(session, "button[data-view]", HTMLButtonElement);
  /** @param {string} name */
  const view = (name) => {
    session.dataset.view = name;
    for (const part of all(session, ".js-results", HTMLElement)) part.hidden = name !== "summary";
    for (const answer of all(session, ".js-answer", HTMLDetailsElement)) answer.open = name === "answers";
    for (const each of buttons) {
      const inCases = name === "cases";
      each.hidden = ["print", "cases"].includes(each.dataset.view ?? "") ? inCases : !inCases;
    }
  };
  view("cases");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const name = button.dataset.view ?? "";
      if (name === "print") print();
      else {
        view(name);
        find(session, ".js-case h2", HTMLElement)?.focus();
      }
    });
  }
}
