/**
 * Which entries a text finds, best first.
 *
 * A word counts by how rare it is, by where it stands, and by how near it comes to what was typed. An entry counts by
 * how much of the text it has, and by its kind: what helps somebody to act comes before what explains a word.
 */
import { isSlip, stemOf, wordsOf } from "./words.mjs";

/**
 * @typedef {[address: string, title: string, kind: number, says: string]} Entry
 * @typedef {Record<string, number[]>} Postings
 *   each word with the entries that have it: the step from the entry before, times four, and the best place it has
 * @typedef {{
 *   kinds: {label: string, weight: number}[],
 *   entries: Entry[],
 *   words: Postings,
 *   alike: [typed: string[], means: string[]][],
 *   ignored: string[],
 *   plural: string,
 *   endings: string[],
 * }} Names
 * @typedef {{parts: [anchor: string, heading: string][][], words: Postings}} Texts
 * @typedef {{number: number, words: Map<string, number>}} Found
 * @typedef {{entry: Entry, label: string, address: string, found: Set<string>}} Result
 * @typedef {Map<number, {score: number, word: string, place: number}>} Hits
 * @typedef {{hits: Hits, best: number}[]} Reading
 */

/** What a place counts: in the text, in the summary, in a heading, in the title. */
const PLACES = [1, 3, 3, 8];
const PLACE_BITS = 4;
const HEADING = 2;
const WHOLE = 1;
const OTHER_FORM = 0.9;
const BEGINNING = 0.6;
const SLIP = 0.5;
/** A word that only means the same. */
const ALIKE = 0.9;
const SHORTEST_BEGINNING = 2;
/** A pasted story is searched by its first words: more would only make the phone slow. */
const MOST_WORDS = 80;

export class Ranking {
  #names;
  /** @type {Texts | undefined} */
  #texts;
  #ignored;
  /** @type {Map<string, [typed: string[], means: string[]][]>} */
  #alike = new Map();
  /** @type {Map<string, Hits>} */
  #known = new Map();
  /** @type {[word: string, stem: string][]} */
  #vocabulary = [];
  /** @type {string[][]} */
  #titles = [];

  /** @param {Names} names */
  constructor(names) {
    this.#names = names;
    this.#ignored = new Set(names.ignored);
    for (const pair of names.alike) this.#alike.set(pair[0][0], [...(this.#alike.get(pair[0][0]) ?? []), pair]);
    this.#learn([names.words]);
  }

  /**
   * Search the texts of pages too from now on.
   *
   * @param {Texts} texts
   */
  addTexts(texts) {
    this.#texts = texts;
    this.#learn([this.#names.words, texts.words]);
  }

  /** @param {Postings[]} held */
  #learn(held) {
    const words = new Set(held.flatMap((each) => Object.keys(each)));
    this.#vocabulary = [...words].map((word) => [word, stemOf(word, this.#names.endings)]);
    this.#known.clear();
  }

  /**
   * Return what a text finds, best first.
   *
   * @param {string} text
   * @returns {Found[]}
   */
  find(text) {
    const typed = wordsOf(text).slice(0, MOST_WORDS);
    const terms = this.#terms(typed);
    /** @type {Map<number, {score: number, covered: number, words: Map<string, number>}>} */
    const found = new Map();
    let most = 0;
    for (const readings of terms) {
      const worth = Math.max(...readings.map(({ best }) => best));
      most += worth;
      for (const [entry, { share, words }] of bestOf(readings)) {
        const held = found.get(entry) ?? { score: 0, covered: 0, words: new Map() };
        held.score += worth * share;
        held.covered += worth;
        for (const [word, place] of words) held.words.set(word, place);
        found.set(entry, held);
      }
    }
    const ranked = [...found].map(([number, { score, covered, words }]) => {
      const entry = this.#names.entries[number];
      const weight = this.#names.kinds[entry[2]].weight * (1 + this.#shareOfTitle(number, words));
      return { number, words, rank: (score / most) * (covered / most) ** 2 * weight };
    });
    ranked.sort((one, other) => other.rank - one.rank || one.number - other.number);
    return ranked;
  }

  /**
   * Return what is shown of an entry that was found.
   *
   * @param {Found} found
   * @returns {Result}
   */
  result({ number, words }) {
    const entry = this.#names.entries[number];
    const { label } = this.#names.kinds[entry[2]];
    return { entry, label, address: this.#address(number, words), found: new Set(words.keys()) };
  }

  /**
   * Return how much of a title was found: what is named by nothing but that comes first.
   *
   * @param {number} number
   * @param {Map<string, number>} words
   */
  #shareOfTitle(number, words) {
    const title = this.#names.entries[number][1];
    const telling = (this.#titles[number] ??= wordsOf(title).filter((word) => !this.#ignored.has(word)));
    return telling.filter((word) => words.has(word)).length / Math.max(1, telling.length);
  }

  /**
   * Return what each part of a text may mean: itself, or what people say for it.
   *
   * @param {string[]} typed
   */
  #terms(typed) {
    const telling = typed.filter((word) => !this.#ignored.has(word));
    const words = telling.length ? typed : [...new Set(typed)];
    /** @type {{best: number, words: Reading, factor: number}[][]} */
    const terms = [];
    const seen = new Set();
    for (let at = 0; at < words.length; ) {
      const pairs = (this.#alike.get(words[at]) ?? []).filter(([said]) => said.every((each, n) => words[at + n] === each));
      const length = Math.max(1, ...pairs.map(([said]) => said.length));
      const said = words.slice(at, at + length);
      at += length;
      const longest = pairs.filter((pair) => pair[0].length === length);
      if (seen.has(said.join(" ")) || (!longest.length && telling.length && this.#ignored.has(said[0]))) continue;
      seen.add(said.join(" "));
      terms.push([
        this.#reading(said, 1),
        ...longest.map((pair) => this.#reading(pair[1], ALIKE)),
      ]);
    }
    return terms;
  }

  /**
   * @param {string[]} words
   * @param {number} factor
   */
  #reading(words, factor) {
    const telling = words.filter((word) => !this.#ignored.has(word));
    const looked = (telling.length ? telling : words).map((word) => this.#lookUp(word));
    return { words: looked, factor, best: looked.reduce((sum, { best }) => sum + best, 0) / looked.length };
  }

  /**
   * Return the entries that have a word or one near it.
   *
   * @param {string} word
   */
  #lookUp(word) {
    const known = this.#known.get(word);
    if (known) return { hits: known, best: this.#worth(known) };
    const hits = /** @type {Hits} */ (new Map());
    for (const [each, nearness] of this.#near(word)) {
      for (const held of [this.#names.words, this.#texts?.words]) {
        let entry = 0;
        for (const posting of (held && Object.hasOwn(held, each) && held[each]) || []) {
          entry += Math.floor(posting / PLACE_BITS);
          const place = posting % PLACE_BITS;
          const score = (nearness * PLACES[place]) / PLACES[PLACES.length - 1];
          if (score > (hits.get(entry)?.score ?? 0)) hits.set(entry, { score, word: each, place });
        }
      }
    }
    this.#known.set(word, hits);
    return { hits, best: this.#worth(hits) };
  }

  /**
   * Return how much a word tells: the fewer entries have it, the more.
   *
   * @param {Hits} hits
   */
  #worth(hits) {
    return Math.log(1 + this.#names.entries.length / (1 + hits.size));
  }

  /**
   * Return the words of the site that are a word, a form of it or begin with it; or else those a slip away.
   *
   * @param {string} word
   * @returns {[string, number][]}
   */
  #near(word) {
    const ignored = this.#ignored.has(word);
    const stem = stemOf(word, this.#names.endings);
    /** @type {[string, number][]} */
    const near = [];
    for (const [each, its] of this.#vocabulary) {
      if (each === word) near.push([each, WHOLE]);
      else if (ignored) continue;
      else if (its === stem || each + this.#names.plural === word) near.push([each, OTHER_FORM]);
      else if (word.length >= SHORTEST_BEGINNING && each.startsWith(word)) {
        near.push([each, (BEGINNING * word.length) / each.length]);
      }
    }
    if (near.length) return near;
    return this.#vocabulary
      .filter(([each, its]) => isSlip(word, each) || isSlip(stem, its))
      .map(([each]) => [each, SLIP]);
  }

  /**
   * Return where a result leads: to the part of its page whose heading was meant, or to the word in the text.
   *
   * @param {number} number
   * @param {Map<string, number>} words
   */
  #address(number, words) {
    const [address] = this.#names.entries[number];
    const places = [...words.values()];
    if (places.some((place) => place > HEADING)) return address;
    const parts = this.#texts?.parts[number] ?? [];
    /** @param {string} heading */
    const has = (heading) => wordsOf(heading).filter((word) => words.has(word)).length;
    const [best] = [...parts].sort((one, other) => has(other[1]) - has(one[1]));
    return best && has(best[1]) ? `${address}#${best[0]}` : address;
  }
}

/**
 * Return for each entry the reading of a term that it has most of: the share it has, and in which words.
 *
 * @param {{words: Reading, factor: number}[]} readings
 */
function bestOf(readings) {
  /** @type {Map<number, {share: number, words: [string, number][]}>} */
  const shares = new Map();
  for (const { words, factor } of readings) {
    const whole = words.reduce((sum, { best }) => sum + best, 0);
    const entries = new Set(words.flatMap(({ hits }) => [...hits.keys()]));
    for (const entry of entries) {
      const there = words.flatMap(({ hits, best }) => {
        const hit = hits.get(entry);
        return hit ? [{ ...hit, best }] : [];
      });
      const score = there.reduce((sum, hit) => sum + hit.score * hit.best, 0) / whole;
      const share = score * factor * (there.length / words.length);
      if (share > (shares.get(entry)?.share ?? 0)) {
        shares.set(entry, { share, words: there.map(({ word, place }) => [word, place]) });
      }
    }
  }
  return shares;
}
