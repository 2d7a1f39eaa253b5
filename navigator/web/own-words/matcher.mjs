/**
 * Places to begin for what somebody wrote. `navigator/own_words/matcher.py` does the same, step for step and number
 * for number, and says what each step is for; a test holds the two together.
 *
 * @import { Matched, OwnWordsModel } from "../shared/types.d.ts"
 */
import { Spelling } from "./spelling.mjs";
import { clauses, features, kinds, sentences, stems } from "./tokens.mjs";

const MOST_PLACES = 3;
const CLEARLY = 5;
const LONGEST = 90;
const NOWHERE = "none";
const FIRST = 35;
const BACKSLASH = 92;
const MOST = 90;
const BASE = MOST + 1;
const MIDDLE = 45;

/** @typedef {{words: string, scores: number[]}} Clause */
/** @typedef {{danger: number, places: number[], weights: number[]}} Feature */

/** A model that is ready to match texts. */
export class Matcher {
  /** @type {OwnWordsModel} */
  #model;
  /** @type {Map<string, string>} */
  #terms;
  /** @type {Map<string, string>} */
  #alike;
  /** @type {Map<string, Feature>} */
  #features;
  /** @type {Spelling} */
  #spelling;

  /** @param {OwnWordsModel} model */
  constructor(model) {
    this.#model = model;
    this.#terms = namesByLine(model.terms);
    this.#alike = namesByLine(model.alike);
    this.#features = featuresOf(model);
    this.#spelling = new Spelling(this.#features.keys());
  }

  /**
   * @param {string} text
   * @returns {Matched}
   */
  match(text) {
    const { places } = this.#model;
    const told = sentences(text).flatMap((sentence) => this.#clauses(sentence));
    const clearest = strongest(told, places.length);
    const totals = this.#scores(text).slice(0, -1);
    const inDanger = clearest !== undefined && clearest.scores[places.length] > this.#leastDanger(totals);
    const matches = this.#chosen(totals, inDanger ? clearest.scores[places.length] : undefined).map((at) => ({
      place: places[at],
      because: shortened(strongest(told, at)?.words ?? ""),
    }));
    return { danger: shortened(inDanger ? clearest.words : ""), matches };
  }

  /** @param {number[]} totals */
  #leastDanger(totals) {
    const { places, leastDanger, leastDangerThere } = this.#model;
    return places[this.#order(totals)[0]]?.safety ? leastDangerThere : leastDanger;
  }

  /** @param {number[]} totals */
  #likely(totals) {
    return totals.map((total, at) => total + this.#model.biases[at]);
  }

  /** @param {number[]} totals */
  #order(totals) {
    const likely = this.#likely(totals);
    // A sort leaves in their order those that nothing tells apart.
    return likely.map((_, at) => at).sort((one, other) => likely[other] - likely[one]);
  }

  /**
   * @param {number[]} totals
   * @param {number | undefined} danger
   */
  #chosen(totals, danger) {
    const { places } = this.#model;
    const order = this.#order(totals);
    const likely = order.filter((at) => totals[at] > 0);
    const safe = order.find((at) => places[at].safety);
    if (danger !== undefined && safe !== undefined) {
      const each = this.#likely(totals);
      const isWeak = likely.length > 0 && danger < CLEARLY * (each[likely[0]] - each[safe]);
      likely.splice(isWeak ? 1 : 0, 0, safe);
    } else if (likely.length && places[likely[0]].topic === NOWHERE) return [];
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const at of likely) {
      const { topic } = places[at];
      if (topic !== NOWHERE && !found.has(topic)) found.set(topic, at);
    }
    return [...found.values()].slice(0, MOST_PLACES);
  }

  /**
   * @param {string} sentence
   * @returns {Clause[]}
   */
  #clauses(sentence) {
    const danger = this.#scores(sentence).at(-1) ?? 0;
    const held = clauses(sentence);
    return (held.length ? held : [sentence]).map((words) => {
      const scores = this.#scores(words);
      return { words, scores: [...scores.slice(0, -1), ((scores.at(-1) ?? 0) + danger) / 2] };
    });
  }

  /** @param {string} text */
  #scores(text) {
    const { places } = this.#model;
    const sums = places.map(() => 0);
    let danger = 0;
    const held = stems(text).map((each) => this.#spelling.corrected(each));
    const told = features(held, this.#terms);
    const alike = kinds(held, this.#alike);
    for (const name of [...told, ...alike]) {
      const feature = this.#features.get(name);
      if (!feature) continue;
      danger += feature.danger;
      feature.places.forEach((place, at) => (sums[place] += feature.weights[at]));
    }
    const length = Math.sqrt(told.size || 1);
    return [...sums.map((each) => each / length), danger / Math.sqrt(told.size + alike.length || 1)];
  }
}

/**
 * Return the features of a model by their names: first all words, and then for each word its pairs.
 *
 * @param {OwnWordsModel} model
 * @returns {Map<string, Feature>}
 */
function featuresOf(model) {
  const words = model.words.split("\n");
  const names = [...words];
  const steps = twoDigits(model.seconds);
  let next = 0;
  twoDigits(model.pairs).forEach((count, first) => {
    for (let second = 0, left = count; left > 0; left -= 1) {
      second += steps[next];
      next += 1;
      names.push(`${words[first]} ${words[second]}`);
    }
  });
  const [dangers, weights] = [model.dangers, model.weights].map(digits);
  const found = names.map((_, at) => ({
    danger: dangers[at] - MIDDLE,
    places: /** @type {number[]} */ ([]),
    weights: /** @type {number[]} */ ([]),
  }));
  let at = 0;
  let weight = 0;
  for (const gap of digits(model.gaps)) {
    at += gap;
    if (gap === MOST) continue;
    const { places, weights: held } = found[Math.floor(at / model.places.length)];
    places.push(at % model.places.length);
    held.push(weights[weight] - MIDDLE);
    weight += 1;
  }
  return new Map(names.map((name, number) => [name, found[number]]));
}

/**
 * Return the name of each line that stands under one.
 *
 * @param {Record<string, string>} told
 */
function namesByLine(told) {
  return new Map(Object.entries(told).flatMap(([name, said]) => said.split("\n").map((each) => [each, name])));
}

/** @param {string} told */
function digits(told) {
  return Array.from(told, (character) => {
    const code = character.charCodeAt(0);
    return code - FIRST - (code > BACKSLASH ? 1 : 0);
  });
}

/** @param {string[]} told */
function twoDigits(told) {
  const [high, low] = told.map(digits);
  return high.map((each, at) => each * BASE + low[at]);
}

/**
 * @param {Clause[]} told
 * @param {number} at
 */
function strongest(told, at) {
  let found = told[0];
  for (const clause of told) if (clause.scores[at] > found.scores[at]) found = clause;
  return told.length ? found : undefined;
}

/** @param {string} words */
function shortened(words) {
  const characters = Array.from(words);
  if (characters.length <= LONGEST) return words;
  const begin = characters.slice(0, LONGEST).join("");
  return `${begin.replace(/ [^ ]*$/, "")} \u2026`;
}
