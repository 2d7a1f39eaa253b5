/** Parts of a form that are made by hand: texts with code in them, and buttons. */
import { made as make } from "../made.mjs";

export { make };

/**
 * Return a text in which what stands between backticks is code.
 *
 * @param {string} text
 */
export function rich(text) {
  const parts = text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
  const whole = document.createDocumentFragment();
  whole.append(...parts);
  return whole;
}

/**
 * @param {string} text
 * @param {(event: Event) => void} act
 * @param {Record<string, unknown>} [more]
 * @param {Node[]} inside
 */
export const button = (text, act, more = {}, ...inside) =>
  make("button", { type: "button", class: "nav-button nav-quiet-button", onclick: act, ...more }, text, ...inside);
