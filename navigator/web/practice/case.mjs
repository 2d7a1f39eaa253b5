/** A case to answer: choices become buttons, questions wait for each other, and the whole answer for the last of them. */
import { all, find, get } from "../shared/dom.mjs";
import { after, FIRST, LATER, OPEN, STATES, WRONG } from "./marks.mjs";

/**
 * @typedef {{ quiz: HTMLElement, choices: ReturnType<typeof asButton>[] }} Question
 */

export class CaseToAnswer {
  /**
   * @param {HTMLElement} place
   */
  constructor(place) {
    this.place = place;
    this.answer = get(place, ".js-answer", HTMLDetailsElement);
    this.leave = get(place, ".js-give-up", HTMLElement);
    /** @type {Question[]} */
    this.questions = all(place, ".js-quiz", HTMLElement).map((quiz) => ({
      quiz,
      choices: all(quiz, ".js-choice", HTMLDetailsElement).map(asButton),
    }));
    this.given = false;
    /** @type {(question: number, mark: number) => void} */
    this.noted = () => {};
    /** @type {number[]} */
    this.marks = [];
    this.questions.forEach((_, index) => this.listen(index));
    get(this.leave, "button", HTMLElement).addEventListener("click", () => this.giveUp());
  }

  /**
   * Show the case as far as it has been answered.
   *
   * @param {number[]} marks
   * @param {(question: number, mark: number) => void} noted hears of every answer
   */
  begin(marks, noted) {
    this.marks = marks;
    this.noted = noted;
    this.given = false;
    this.questions.forEach(({ quiz, choices }, index) => {
      const right = choices.find((choice) => choice.right);
      for (const choice of choices) choice.reset();
      if (settled(marks[index])) right?.show(true);
      if (quiz instanceof HTMLDetailsElement) quiz.open = true;
    });
    this.answer.open = false;
    this.show();
  }

  /** @param {number} index */
  listen(index) {
    const { choices } = this.questions[index];
    for (const choice of choices) {
      choice.button.addEventListener("click", () => {
        for (const each of choices) each.show(each === choice);
        this.note(index, after(this.marks[index], choice.right));
        choice.verdict?.focus();
      });
    }
  }

  /** Give up: what is open counts as not right yet, and everything is shown. */
  giveUp() {
    this.given = true;
    this.marks.forEach((mark, index) => mark === OPEN && this.note(index, WRONG));
    this.show();
    this.answer.open = true;
    find(this.answer, "summary", HTMLElement)?.focus();
  }

  /**
   * @param {number} index
   * @param {number} mark
   */
  note(index, mark) {
    this.marks[index] = mark;
    this.noted(index, mark);
    this.show();
  }

  /** Show what is in reach: each question after the one before it, and the answer at the end. */
  show() {
    const done = this.marks.every(settled);
    const upTo = this.marks.findIndex((mark) => !settled(mark));
    this.questions.forEach(({ quiz }, index) => {
      quiz.hidden = !(done || this.given || index <= upTo);
    });
    this.answer.hidden = !(done || this.given);
    this.leave.hidden = done || this.given || this.marks.every((mark) => mark === OPEN);
    for (const result of all(this.place, "[data-result]", HTMLElement)) {
      const index = this.questions.findIndex(({ quiz }) => quiz.dataset.quiz === result.dataset.result);
      for (const state of all(result, "[data-state]", HTMLElement)) {
        state.hidden = state.dataset.state !== STATES[this.marks[index]];
      }
    }
  }

  /**
   * Lead to a question, or to the one that has to be answered before it.
   *
   * @param {string | undefined} name
   */
  focus(name) {
    const shown = this.questions.map(({ quiz }) => quiz).filter((quiz) => !quiz.hidden);
    const quiz = shown.find((each) => each.dataset.quiz === name) ?? shown.at(-1);
    if (quiz instanceof HTMLDetailsElement) quiz.open = true;
    const heading = quiz && find(quiz, "h3", HTMLElement);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }
}

/** @param {number} mark */
const settled = (mark) => mark === FIRST || mark === LATER;

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
  const signs = all(feedback, ".nav-sign", SVGElement).map((sign) => sign.cloneNode(true));
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
        button.prepend(...signs);
      }
    },
    /** As if it had never been tried. */
    reset() {
      choice.show(false);
      delete item.dataset.chosen;
      for (const sign of all(button, ".nav-sign", SVGElement)) sign.remove();
    },
  };
  return choice;
}
