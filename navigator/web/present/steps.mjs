/** The order of a presentation, worked out from nothing but how many questions each case asks. */

/**
 * One thing to show. `case` and `question` are counted from 0, and are -1 where the step belongs to none.
 *
 * @typedef {{kind: "join" | "story" | "question" | "reveal" | "answer" | "end", case: number, question: number}} Step
 */

/**
 * Return all steps: how to join; of each case its story, each question and then its answer, and the whole answer;
 * and the end.
 *
 * @param {number[]} questions of each case, how many it asks
 * @returns {Step[]}
 */
export function stepsOf(questions) {
  return [
    { kind: "join", case: -1, question: -1 },
    ...questions.flatMap((asked, number) => ofCase(number, asked)),
    { kind: "end", case: -1, question: -1 },
  ];
}

/**
 * @param {number} number
 * @param {number} asked
 * @returns {Step[]}
 */
function ofCase(number, asked) {
  const questions = Array.from({ length: asked }, (_, question) => question);
  return [
    { kind: "story", case: number, question: -1 },
    ...questions.flatMap((question) => [
      { kind: /** @type {const} */ ("question"), case: number, question },
      { kind: /** @type {const} */ ("reveal"), case: number, question },
    ]),
    { kind: "answer", case: number, question: -1 },
  ];
}

/**
 * Return a place that there is: the nearest one to what was asked for, or the first where that is no number.
 *
 * @param {Step[]} steps
 * @param {unknown} wanted
 */
export function placeAmong(steps, wanted) {
  const place = Number.isInteger(wanted) ? Number(wanted) : 0;
  return Math.min(Math.max(place, 0), steps.length - 1);
}

/**
 * Return where a case begins.
 *
 * @param {Step[]} steps
 * @param {number} number counted from 0
 */
export function beginningOf(steps, number) {
  return steps.findIndex((step) => step.case === number);
}
