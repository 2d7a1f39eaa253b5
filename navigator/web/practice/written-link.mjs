/**
 * Cases that a link holds in themselves: each is a part `&c=` of a session's link, JSON that is compressed and written
 * in the signs that an address may hold. Whatever cannot be read is told, and nothing of it is shown.
 *
 * @import { WrittenCase } from "../shared/types.d.ts"
 */

/** A longer part is not looked at, in signs. */
export const LONGEST = 12_000;
/** Nothing unpacks to more, in bytes. */
const LARGEST = 60_000;
const MOST_CASES = 8;
const FORM = 1;
const ASKS = ["route", "stage", "tell", "when"];

/** What a part holds is no case; the message says why: `damaged`, `large` or `newer`. */
export class BadCase extends Error {}

/**
 * Return the cases in an address, each still packed.
 *
 * @param {string} hash
 */
export function packedIn(hash) {
  const parts = hash.slice(1).split("&");
  return parts.flatMap((part) => (part.startsWith("c=") ? [part.slice(2)] : [])).slice(0, MOST_CASES);
}

/** @param {WrittenCase} held */
export async function pack(held) {
  const bytes = new Blob([JSON.stringify(held)]).stream();
  const packed = await new Response(bytes.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const signs = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Read a case. Rejects with BadCase.
 *
 * @param {string} text
 * @returns {Promise<WrittenCase>}
 */
export async function unpack(text) {
  if (text.length > LONGEST) throw new BadCase("large");
  let held;
  try {
    const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    held = JSON.parse(await inflated(Uint8Array.from(signs, (sign) => sign.charCodeAt(0))));
  } catch (error) {
    throw error instanceof BadCase ? error : new BadCase("damaged");
  }
  if (Number.isInteger(held?.v) && held.v > FORM) throw new BadCase("newer");
  if (!isCase(held)) throw new BadCase("damaged");
  return held;
}

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function inflated(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > LARGEST) {
      reader.cancel().catch(() => {});
      throw new BadCase("large");
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/**
 * @param {unknown} value
 * @param {(item: unknown) => boolean} fits
 */
const isList = (value, fits) => Array.isArray(value) && value.every(fits);

/**
 * @param {any} held
 * @returns {held is WrittenCase}
 */
function isCase(held) {
  return (
    held?.v === FORM &&
    [held.title, held.story, held.worked, held.today].every(isText) &&
    held.title.trim() !== "" &&
    isList(held.known, (pair) => isList(pair, isText) && /** @type {any} */ (pair).length === 2) &&
    isList(held.asks, isAsk) &&
    held.asks.length > 0 &&
    Array.isArray(held.answer) &&
    held.answer.length === 4 &&
    held.answer.slice(0, 3).every(isText) &&
    isList(held.answer[3], isText)
  );
}

/** @param {any} ask */
function isAsk(ask) {
  if (!Array.isArray(ask) || ask.length !== 3) return false;
  const [name, about, choices] = ask;
  const fits = isList(choices, (/** @type {any} */ each) => {
    return Array.isArray(each) && isText(each[0]) && typeof each[1] === "boolean" && isText(each[2]);
  });
  return ASKS.includes(name) && isText(about) && fits && choices.some((/** @type {any} */ each) => each[1]);
}
