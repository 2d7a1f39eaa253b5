/** Slips of typing, as `navigator/own_words/spelling.py` puts them right. */

const SHORTEST = 5;

/** The words that are known, by their first letters. */
export class Spelling {
  /** @type {Set<string>} */
  #words;
  /** @type {Map<string, string[]>} */
  #byFirst = new Map();

  /** @param {Iterable<string>} names */
  constructor(names) {
    this.#words = new Set([...names].filter((name) => /^[a-z]+$/.test(name)));
    for (const word of [...this.#words].sort()) {
      const others = this.#byFirst.get(word[0]);
      if (others) others.push(word);
      else this.#byFirst.set(word[0], [word]);
    }
  }

  /** @param {string} stem */
  corrected(stem) {
    if (stem.length < SHORTEST || this.#words.has(stem)) return stem;
    return this.#byFirst.get(stem[0])?.find((word) => isNear(stem, word)) ?? stem;
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  const [rest, others] = [one.slice(at), other.slice(at)];
  const swapped = rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2);
  return [others, others.slice(1)].includes(rest.slice(1)) || rest === others.slice(1) || swapped === others;
}
