/**
 * The link of a session, which every page of one reads: `#s=` with seven signs for each case, then `&t=` and a title,
 * and `&m=` and minutes, where there are any. `navigator/site/practice/session_link.py` writes the same.
 *
 * @typedef {{ code: string, mark: string, id: string }} NamedCase
 *   A case that a link names: by its code, or by its id in a link of the old form, with the mark of its content.
 *   What a link does not tell is empty.
 * @typedef {{ cases: NamedCase[], title: string, minutes: number | null }} Session
 */
import { inBase32, understood } from "./base32.mjs";

const CODE = 4;
const WHOLE = 7;
const BEGINNINGS = ["#s=", "#cases="];
const MOST_MINUTES = 480;
const LONGEST_TITLE = 100;

/**
 * Say whether an address names a session, and is no link to a place within the page.
 *
 * @param {string} hash
 */
export const isSession = (hash) => BEGINNINGS.some((beginning) => hash.startsWith(beginning));

/**
 * Read a link. A case that is named twice counts once; whatever cannot be read is left out.
 *
 * @param {string} hash
 * @returns {Session}
 */
export function parse(hash) {
  const given = new Map();
  for (const part of isSession(hash) ? hash.slice(1).split("&") : []) {
    const [name, ...value] = part.split("=");
    if (!given.has(name)) given.set(name, decoded(value.join("=")));
  }
  const minutes = Number(given.get("m"));
  return {
    cases: given.has("s") ? inSigns(given.get("s")) : inWords(given.get("cases") ?? ""),
    title: (given.get("t") ?? "").trim().slice(0, LONGEST_TITLE),
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null,
  };
}

/**
 * Write a link, from the `#` on.
 *
 * @param {{ cases: Pick<NamedCase, "code" | "mark">[], title?: string, minutes?: number | null }} session
 */
export function write({ cases, title = "", minutes = null }) {
  const parts = [`#s=${inOrder(cases)}`];
  if (title) parts.push(`t=${encodeURIComponent(title)}`);
  if (minutes) parts.push(`m=${minutes}`);
  return parts.join("&");
}

/**
 * Return a short name of a session: two signs for the cases in their order, and two for their wording.
 *
 * @param {Pick<NamedCase, "code" | "mark">[]} cases
 */
export function sessionId(cases) {
  return shortName(cases.map(({ code }) => code).join("")) + shortName(cases.map(({ mark }) => mark).join(""));
}

/**
 * Return two signs for a text: the 32 bits of FNV-1a, folded to ten.
 *
 * @param {string} text
 */
function shortName(text) {
  let found = 0x811c9dc5;
  for (const sign of text) found = Math.imul(found ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return inBase32((found >>> 20) ^ (found >>> 10) ^ found, 2);
}

/** @param {Pick<NamedCase, "code" | "mark">[]} cases */
const inOrder = (cases) => cases.map(({ code, mark }) => code + mark).join("");

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign: the text then stands as it is.
  }
}

/**
 * @param {string} text
 * @returns {NamedCase[]}
 */
function inSigns(text) {
  const plain = understood(text);
  const found = new Map();
  for (let at = 0; at < plain.length; at += WHOLE) {
    const [code, mark] = [plain.slice(at, at + CODE), plain.slice(at + CODE, at + WHOLE)];
    if (!found.has(code)) found.set(code, { code, mark, id: "" });
  }
  return [...found.values()];
}

/**
 * Read the old form: `one-case.3f9a1c,another.88b0e2`, where six hexadecimal digits begin as the mark of today does.
 *
 * @param {string} text
 * @returns {NamedCase[]}
 */
function inWords(text) {
  const found = new Map();
  for (const part of text.split(",")) {
    const [id, digits = ""] = part.trim().split(".");
    const mark = /^[0-9a-f]{4}/.test(digits) ? inBase32(parseInt(digits.slice(0, 4), 16) >>> 1, WHOLE - CODE) : "";
    if (id && !found.has(id)) found.set(id, { code: "", mark, id });
  }
  return [...found.values()];
}
