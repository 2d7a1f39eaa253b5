/** Hands that were counted, kept while the tab lives. */

const NAME = "navigator hands ";

/**
 * Return the hands of a session, by question; none where a browser keeps nothing.
 *
 * @param {string} id the session's
 * @returns {Record<string, number[]>}
 */
export function keptHands(id) {
  try {
    return JSON.parse(sessionStorage.getItem(NAME + id) ?? "{}");
  } catch {
    return {};
  }
}

/**
 * @param {string} id
 * @param {Record<string, number[]>} hands
 */
export function keepHands(id, hands) {
  try {
    if (Object.keys(hands).length) sessionStorage.setItem(NAME + id, JSON.stringify(hands));
    else sessionStorage.removeItem(NAME + id);
  } catch {
    // A browser that keeps nothing: the hands stay for as long as the page does.
  }
}
