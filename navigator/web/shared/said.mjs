/** The sentences that a page holds for its script. */
import { get } from "./dom.mjs";

/**
 * Return a sentence of the page, with a value in its place.
 *
 * @param {string} name
 * @param {string | number} [value]
 */
export function said(name, value = "") {
  const held = get(document, ".js-said", HTMLTemplateElement).content;
  return get(held, `[data-said="${name}"]`, HTMLElement).textContent.replace("{}", () => String(value));
}
