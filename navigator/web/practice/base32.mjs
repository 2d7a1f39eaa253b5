/** Short codes in Crockford's base 32: digits and letters, without those that are taken for others. */

export const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
/** Signs that a person who types a code may take for others. */
const MISREAD = new Map([["o", "0"], ["i", "1"], ["l", "1"]]); // prettier-ignore

/**
 * Return a code as it was meant: in small letters, with zeros and ones for what looks like them.
 *
 * @param {string} typed
 */
export const understood = (typed) => [...typed.toLowerCase()].map((sign) => MISREAD.get(sign) ?? sign).join("");

/**
 * Write the lowest bits of a number with so many signs, the highest first.
 *
 * @param {number} number
 * @param {number} length
 */
export function inBase32(number, length) {
  return Array.from({ length }, (_, place) => SIGNS[(number >>> (5 * (length - 1 - place))) & 31]).join("");
}
