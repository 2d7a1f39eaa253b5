/** Cases to practise with: choices become buttons, questions wait for each other, and a session sums up. */

import { startMaking } from "./choosing.mjs";
import { startMade } from "./made.mjs";

/** Make a case's choices answerable. Nothing of what is chosen is kept beyond the page. */
export function prepare(place) {
  const quizzes = [...place.querySelectorAll(".nav-quiz")];
  quizzes.forEach((quiz, index) => {
    const next = quizzes[index + 1];
    if (next) next.hidden = true;
    const choices = [...quiz.querySelectorAll("details.nav-choice")].map(asButton);
    for (const choice of choices) {
      choice.button.addEventListener("click", () => {
        for (const each of choices) each.show(each === choice);
        note(place, quiz, choice.right);
        if (choice.right && next) {
          next.hidden = false;
          next.open = true;
        }
        choice.verdict.focus();
      });
    }
  });
}

/** Turn a choice that unfolds into a button with its feedback below; the words stay those of the page. */
function asButton(details) {
  const button = document.createElement("button");
  const item = document.createElement("div");
  const feedback = details.querySelector(".nav-feedback");
  button.type = "button";
  button.className = "nav-option";
  button.append(...details.querySelector("summary").childNodes);
  button.setAttribute("aria-controls", feedback.id);
  item.className = "nav-choice";
  item.dataset.right = details.dataset.right;
  item.append(button, feedback);
  details.replaceWith(item);
  const choice = {
    button,
    right: details.dataset.right === "true",
    verdict: feedback.querySelector("[tabindex]"),
    show(chosen) {
      feedback.hidden = !chosen;
      button.setAttribute("aria-expanded", chosen);
      if (chosen) item.dataset.chosen = "";
    },
  };
  choice.show(false);
  return choice;
}

/** Remember on the page how a question went: the first answer decides. */
function note(place, quiz, right) {
  const result = place.querySelector(`[data-result="${quiz.dataset.quiz}"]`);
  if (!result || result.dataset.tried === "settled") return;
  if (right) {
    const state = result.dataset.tried ? "later" : "first";
    for (const each of result.children) each.hidden = each.dataset.state !== state;
  }
  result.dataset.tried = right ? "settled" : "again";
}

/** Let a session's buttons show one view of it at a time, and print it. */
function startViews(session) {
  const buttons = [...session.querySelectorAll(".nav-tools-row [data-view]")];
  const view = (name) => {
    session.dataset.view = name;
    for (const part of session.querySelectorAll(".nav-results")) part.hidden = name !== "summary";
    for (const answer of session.querySelectorAll(".nav-answer")) answer.open = name === "answers";
    for (const each of buttons) {
      const inCases = name === "cases";
      each.hidden = ["print", "cases"].includes(each.dataset.view) ? inCases : !inCases;
    }
  };
  view("cases");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { view: name } = button.dataset;
      if (name === "print") print();
      else {
        view(name);
        session.querySelector(".nav-case h2")?.focus();
      }
    });
  }
}

for (const place of document.querySelectorAll(".nav-case")) prepare(place);
for (const session of document.querySelectorAll(".nav-session")) startViews(session);
for (const plain of document.querySelectorAll(".nav-without")) plain.hidden = true;
startMade(document.querySelector(".nav-made"), prepare);
startMaking(document.querySelector(".nav-make"));
