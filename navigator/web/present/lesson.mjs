/** What a presentation shows, taken from the cases as their own pages have them. */
import { all, get } from "../shared/dom.mjs";

/**
 * @typedef {{label: string, right: boolean, verdict: Element, why: Element[]}} Option
 * @typedef {{ask: string, about: Element[], options: Option[]}} Question
 * @typedef {{title: string, story: Element[], questions: Question[], answer: Element[]}} Case
 */

/**
 * Read a case, before scripts have made its choices answerable.
 *
 * @param {HTMLElement} article
 * @returns {Case}
 */
export function readCase(article) {
  return {
    title: textOf(get(article, "h2", HTMLElement)),
    story: [get(article, ".nav-story", HTMLElement)],
    questions: all(article, ".js-quiz", HTMLElement).map(readQuestion),
    answer: [...get(article, ".js-answer", HTMLElement).children].filter((each) => !each.matches("summary")),
  };
}

/**
 * @param {HTMLElement} quiz
 * @returns {Question}
 */
function readQuestion(quiz) {
  return {
    ask: textOf(get(quiz, "h3", HTMLElement)),
    about: [...quiz.children].filter((each) => !each.matches("h3, summary, ul")),
    options: all(quiz, ".js-choice", HTMLElement).map(readOption),
  };
}

/**
 * @param {HTMLElement} choice
 * @returns {Option}
 */
function readOption(choice) {
  const [verdict, ...why] = get(choice, ".js-feedback", HTMLElement).children;
  return {
    label: textOf(get(choice, "summary", HTMLElement)),
    right: choice.dataset.right === "true",
    verdict,
    why,
  };
}

/** @param {Element} element */
function textOf(element) {
  return element.textContent.trim();
}
