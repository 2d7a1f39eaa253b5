/**
 * A list of matters as a file: JSON that people can read. What is wrong with one is told by the name of a sentence.
 *
 * @typedef {object} Matter
 * @property {string} key what tells it from others, also in a calendar
 * @property {string} nickname
 * @property {string} policy
 * @property {string} stage
 * @property {string} policyName what the policy is called, for where a site does not have it
 * @property {string} stageName
 * @property {Record<string, string>} dates the text of each date by its event
 * @property {string} note
 */

const FORMAT = "fostering-navigator-matters";
const VERSION = 1;
const LONGEST = 1_000_000;
const KEY = /^[0-9a-z-]{1,40}$/;
const LIMITS = { nickname: 60, policy: 100, stage: 100, policyName: 200, stageName: 200, note: 1000 };
const LONGEST_DATE = 60;

/** A file cannot be read: `name` is that of the sentence that says why. */
export class BadFile extends Error {}

/** @returns {string} */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {Matter[]} matters
 * @param {string} today
 */
export function write(matters, today) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved: today, matters }, null, 2)}\n`;
}

/**
 * Read a file as far as possible: the matters, and the numbers of those that could not be read. Throws BadFile.
 *
 * @param {string} text
 * @returns {{matters: Matter[], bad: number[]}}
 */
export function read(text) {
  if (text.length > LONGEST) throw new BadFile("too-large");
  const held = parsed(text);
  if (held?.format !== FORMAT || !Array.isArray(held.matters)) throw new BadFile("not-a-list");
  if (!(Number(held.version) <= VERSION)) throw new BadFile("newer");
  /** @type {Map<string, Matter>} */
  const matters = new Map();
  /** @type {number[]} */
  const bad = [];
  held.matters.forEach((/** @type {unknown} */ each, /** @type {number} */ index) => {
    const matter = matterOf(each);
    if (!matter) bad.push(index + 1);
    else {
      if (matters.has(matter.key)) matter.key = newKey();
      matters.set(matter.key, matter);
    }
  });
  return { matters: [...matters.values()], bad };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new BadFile("not-json");
  }
}

/**
 * Return one matter of a file, or nothing where it names neither a matter nor a policy.
 *
 * @param {any} held
 * @returns {Matter | null}
 */
function matterOf(held) {
  if (typeof held !== "object" || held === null) return null;
  /** @param {keyof typeof LIMITS} name */
  const text = (name) => (typeof held[name] === "string" ? held[name].slice(0, LIMITS[name]) : "");
  if (!text("nickname").trim() || !text("policy").trim()) return null;
  const key = typeof held.key === "string" && KEY.test(held.key) ? held.key : newKey();
  return {
    key,
    nickname: text("nickname"),
    policy: text("policy"),
    policyName: text("policyName"),
    stage: text("stage"),
    stageName: text("stageName"),
    dates: datesOf(held.dates),
    note: text("note"),
  };
}

/**
 * @param {unknown} held
 * @returns {Record<string, string>}
 */
function datesOf(held) {
  const pairs = typeof held === "object" && held !== null ? Object.entries(held) : [];
  const written = pairs.filter(([, text]) => typeof text === "string" && text.trim() && text.length <= LONGEST_DATE);
  return Object.fromEntries(written);
}
