/** Elements of a known kind: what a script relies on is told by its type. */

/**
 * Return the first element that a selector fits, or nothing where there is none of that kind.
 *
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T | null}
 */
export function find(place, selector, kind) {
  const found = place.querySelector(selector);
  return found instanceof kind ? found : null;
}

/**
 * Return the first element that a selector fits. Throws where there is none of that kind.
 *
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function get(place, selector, kind) {
  const found = find(place, selector, kind);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/**
 * Return all elements of a kind that a selector fits.
 *
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(place, selector, kind) {
  return [...place.querySelectorAll(selector)].flatMap((each) => (each instanceof kind ? [each] : []));
}

/**
 * Return the nearest element around a target that a selector fits, or nothing.
 *
 * @template {Element} T
 * @param {EventTarget | null} target
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T | null}
 */
export function around(target, selector, kind) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof kind ? found : null;
}
