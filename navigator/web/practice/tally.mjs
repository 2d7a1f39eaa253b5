/** What the codes of a room say together: how each question went, and who needs what again. */
import { FIRST, LATER, OPEN, WRONG } from "./marks.mjs";

/**
 * Count how each question went.
 *
 * @param {number[][]} people the marks of each person
 * @param {number} questions
 */
export function tally(people, questions) {
  return Array.from({ length: questions }, (_, question) => {
    const counts = [0, 0, 0, 0];
    for (const marks of people) counts[marks[question]] += 1;
    return { open: counts[OPEN], first: counts[FIRST], later: counts[LATER], wrong: counts[WRONG] };
  });
}

/**
 * Return the question that most people did not get right at the first try, or null where nobody went wrong.
 *
 * Of several, the one comes first that fewest have got right by now, then the earliest.
 *
 * @param {{ later: number, wrong: number }[]} counts
 */
export function hardest(counts) {
  let found = -1;
  let most = 0;
  counts.forEach(({ later, wrong }, question) => {
    const weight = (later + wrong) * 1000 + wrong;
    if (weight > most) [found, most] = [question, weight];
  });
  return most ? found : null;
}

/**
 * Return the questions that one person needs again: not right yet, or not at the first try.
 *
 * @param {number[]} marks
 */
export const again = (marks) => marks.flatMap((mark, question) => (mark === WRONG || mark === LATER ? [question] : []));
