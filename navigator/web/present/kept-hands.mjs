/** Hands that were counted, kept while the tab lives. */
import { fromTab, keepInTab } from "../practice/marks.mjs";

const NAME = "navigator hands ";

/**
 * Return the hands of a session, by question; none where a browser keeps nothing.
 *
 * @param {string} id the session's
 * @returns {Record<string, number[]>}
 */
export function keptHands(id) {
  try {
    return JSON.parse(fromTab(NAME + id) ?? "{}");
  } catch {
    return {};
  }
}

/**
 * @param {string} id
 * @param {Record<string, number[]>} hands
 */
export function keepHands(id, hands) {
  keepInTab(NAME + id, Object.keys(hands).length ? JSON.stringify(hands) : null);
}
