/** Elements made from scratch, and copies of those that a page has. */

/**
 * Make an element. An attribute that is false is left out, and one that is true stands without a value.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean>} attributes
 * @param {...(Node | string)} children
 */
export function made(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Copy elements, without the ids that the page holds once already.
 *
 * @param {Iterable<Element>} elements
 */
export function copies(elements) {
  return Array.from(elements, (element) => {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    return copy;
  });
}
