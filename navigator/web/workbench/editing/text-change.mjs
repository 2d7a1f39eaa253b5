/** What differs between two texts, as one change: so an editor keeps its place and its history. */

/**
 * Return the one change that makes a text of another: what is alike before and after it stays.
 *
 * @param {string} before
 * @param {string} after
 */
export function change(before, after) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - from;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
