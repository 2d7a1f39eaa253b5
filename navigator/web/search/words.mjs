/** Words as search compares them. The build cuts texts into words by the same rule. */

const SHORTEST_STEM = 4;
/** So long a word is before a typing error in it is forgiven: shorter ones are too like others. */
const FORGIVEN_FROM = 5;

/**
 * Return the words of a text in small letters, without accents and signs.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Return what a word has in common with its other forms, such as `repl` for replies, replied and replying.
 *
 * @param {string} word
 * @param {string[]} endings the longest first
 */
export function stemOf(word, endings) {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * Say whether one slip lies between two words: a letter too many, too few, wrong, or changed places with the next.
 *
 * @param {string} typed
 * @param {string} meant
 */
export function isSlip(typed, meant) {
  if (typed.length < FORGIVEN_FROM || Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  /** @param {number} skipped @param {number} passed */
  const restIsSame = (skipped, passed) => typed.slice(at + skipped) === meant.slice(at + passed);
  if (typed.length > meant.length) return restIsSame(1, 0);
  if (typed.length < meant.length) return restIsSame(0, 1);
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return restIsSame(1, 1) || (swapped && restIsSame(2, 2));
}
