/** Elements made by hand: a name, what it has, and what is in it. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} [given] attributes; `on…` are listeners, and false or nothing leaves one out
 * @param {(Node | string | null | false | undefined)[]} inside
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, given = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...inside.filter((each) => each !== null && each !== false && each !== undefined));
  return made;
}

/**
 * Return a text in which what stands between backticks is code.
 *
 * @param {string} text
 */
export function rich(text) {
  const parts = text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
  const made = document.createDocumentFragment();
  made.append(...parts);
  return made;
}

/**
 * @param {string} text
 * @param {(event: Event) => void} act
 * @param {Record<string, unknown>} [more]
 */
export const button = (text, act, more = {}) =>
  make("button", { type: "button", class: "nav-button nav-quiet-button", onclick: act, ...more }, text);
