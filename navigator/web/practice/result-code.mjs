/**
 * How a session went as a short code that a learner shows and a trainer counts. It holds no name.
 *
 * It is the id of the session, two bits for each question, and two signs against slips: what remains of all signs
 * before them, taken as one number, when it is divided by a prime. So one wrong sign, or two that have changed places,
 * are always noticed.
 */
import { inBase32, SIGNS, understood } from "./base32.mjs";

const ID = 4;
const ID_OF_CASES = 2;
const BITS = 5;
const MARK_BITS = 2;
const CHECK = 2;
const GROUP = 4;
/** The largest prime that two signs can hold. */
const PRIME = 1021;
/** A code of one question. */
const SHORTEST = ID + 1 + CHECK;
/** What may stand between the groups of a code. */
const GAP = /^[ \t.\u2010-\u2015-]{1,3}$/;

/**
 * @typedef {{ id: string, questions: number }} Asked the session that is counted, and how many questions it has
 * @typedef {{ kind: "good" | "older" | "other" | "mistyped", written: string, marks: number[] }} Found
 *   What a text held: a code of this session, of another version of it, of another one, or one with a slip in it.
 * @typedef {{ text: string, plain: string, before: string }} Token
 */

/**
 * Return how many signs a code has.
 *
 * @param {number} questions
 */
export const lengthOf = (questions) => ID + Math.ceil((questions * MARK_BITS) / BITS) + CHECK;

/**
 * Write a code, in groups of four.
 *
 * @param {string} id
 * @param {number[]} marks
 */
export function write(id, marks) {
  const bits = marks.map((mark) => mark.toString(2).padStart(MARK_BITS, "0")).join("");
  const body = id + parts(bits, BITS).map((part) => SIGNS[parseInt(part.padEnd(BITS, "0"), 2)]).join("");
  return parts(body + checkOf(body), GROUP).join("-").toUpperCase();
}

/**
 * Find every code in a text, whatever else stands in it.
 *
 * @param {string} text
 * @param {Asked} asked
 */
export function readAll(text, asked) {
  /** @type {Found[]} */
  const found = [];
  for (const line of text.split(/[\r\n]+/)) {
    const tokens = tokensOf(line);
    for (let at = 0; at < tokens.length; ) {
      const run = ownRun(tokens.slice(at), asked) ?? strangeRun(tokens.slice(at), at === 0, asked);
      if (run) found.push(judged(run, asked));
      at += run?.length ?? 1;
    }
  }
  return found;
}

/**
 * @param {string} line
 * @returns {Token[]}
 */
function tokensOf(line) {
  let end = 0;
  return [...line.matchAll(/[0-9A-Za-z]+/g)].map(({ 0: text, index }) => {
    const before = line.slice(end, index);
    end = index + text.length;
    return { text, plain: understood(text), before };
  });
}

/**
 * Take the groups that begin with the id of the session, as many as make a code.
 *
 * @param {Token[]} tokens
 * @param {Asked} asked
 */
function ownRun(tokens, { id, questions }) {
  const whole = lengthOf(questions);
  let length = 0;
  let count = 0;
  for (const { plain, before } of tokens) {
    if (count && (length >= whole || !GAP.test(before) || plain.startsWith(id))) break;
    length += plain.length;
    count += 1;
  }
  const run = tokens.slice(0, count);
  return joined(run).startsWith(id) ? run : null;
}

/**
 * Take what looks like a code of something else: groups of four with hyphens, a long word with digits in it, or a
 * line with digits that is about as long as a code.
 *
 * @param {Token[]} tokens
 * @param {boolean} wholeLine
 * @param {Asked} asked
 */
function strangeRun(tokens, wholeLine, { questions }) {
  const [first] = tokens;
  if (first.plain.length > GROUP) return first.plain.length > SHORTEST && hasDigits([first]) ? [first] : null;
  const whole = lengthOf(questions);
  const hyphened = grouped(tokens, (before) => GAP.test(before) && before.trim() !== "");
  const spaced = wholeLine ? grouped(tokens, (before) => GAP.test(before)) : [];
  if (isCode(hyphened) && (hasDigits(hyphened) || hyphened.length > 2)) return hyphened;
  const aboutAsLong = Math.abs(joined(spaced).length - whole) < 2;
  return spaced.length === tokens.length && isCode(spaced) && hasDigits(spaced) && aboutAsLong ? spaced : null;
}

/**
 * Take groups of four, of which the last may be shorter, as far as a gap allows.
 *
 * @param {Token[]} tokens
 * @param {(before: string) => boolean} goesOn
 */
function grouped(tokens, goesOn) {
  let count = tokens[0].plain.length === GROUP ? 1 : 0;
  while (count && count < tokens.length && goesOn(tokens[count].before)) {
    if (tokens[count - 1].plain.length !== GROUP || tokens[count].plain.length > GROUP) break;
    count += 1;
  }
  return tokens.slice(0, count);
}

/** @param {Token[]} run */
const isCode = (run) => joined(run).length >= SHORTEST;

/** @param {Token[]} run */
const hasDigits = (run) => run.some(({ text }) => /\d/.test(text));

/**
 * @param {Token[]} run
 * @param {Asked} asked
 * @returns {Found}
 */
function judged(run, { id, questions }) {
  const code = joined(run);
  const written = run.map(({ text }) => text).join("-");
  const [body, check] = [code.slice(0, -CHECK), code.slice(-CHECK)];
  /** @type {number[]} */
  const none = [];
  if ([...code].some((sign) => !SIGNS.includes(sign)) || checkOf(body) !== check) {
    return { kind: "mistyped", written, marks: none };
  }
  const sameCases = code.startsWith(id.slice(0, ID_OF_CASES));
  if (!code.startsWith(id)) return { kind: sameCases ? "older" : "other", written, marks: none };
  if (code.length !== lengthOf(questions)) return { kind: "mistyped", written, marks: none };
  const bits = [...body.slice(ID)].map((sign) => SIGNS.indexOf(sign).toString(2).padStart(BITS, "0")).join("");
  const marks = parts(bits.slice(0, questions * MARK_BITS), MARK_BITS).map((part) => parseInt(part, 2));
  return { kind: "good", written, marks };
}

/** @param {string} body */
function checkOf(body) {
  return inBase32([...body].reduce((rest, sign) => (rest * 32 + SIGNS.indexOf(sign)) % PRIME, 0), CHECK);
}

/** @param {Token[]} run */
const joined = (run) => run.map(({ plain }) => plain).join("");

/**
 * Cut a text into parts of a length; the last may be shorter.
 *
 * @param {string} text
 * @param {number} length
 */
function parts(text, length) {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) => text.slice(at * length, (at + 1) * length));
}
