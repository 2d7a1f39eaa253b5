/** A show of hands: how many are for each choice of a question. */

const MOST = 999;

/**
 * Return the counts with one of them changed. What is typed may be no number, and then counts as none.
 *
 * @param {number[]} counts
 * @param {number} choice
 * @param {number} hands
 */
export function withCount(counts, choice, hands) {
  const changed = [...counts];
  changed[choice] = Math.min(Math.max(Math.trunc(hands) || 0, 0), MOST);
  return Array.from(changed, (each) => each ?? 0);
}

/**
 * Return how long the bar of each choice is: a part of the longest one.
 *
 * @param {number[]} counts
 */
export function shares(counts) {
  const most = Math.max(...counts, 1);
  return counts.map((each) => each / most);
}
