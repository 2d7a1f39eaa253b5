/**
 * Elements for what the desk tells: made one by one, so that no text is ever taken for HTML.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | boolean | null>} [attributes] what is false or nothing is left out
 * @param {(Node | string | null | undefined | false)[]} within
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, attributes = {}, ...within) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...within.filter((each) => each !== null && each !== undefined && each !== false));
  return made;
}

/**
 * A button that does something.
 *
 * @param {string} label
 * @param {() => void} act
 * @param {string} [looks]
 */
export function button(label, act, looks = "nav-button nav-quiet-button") {
  const made = make("button", { type: "button", class: looks }, label);
  made.addEventListener("click", act);
  return made;
}
