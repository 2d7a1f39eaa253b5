/** A box above many choices that leaves those in view which have what is typed. It chooses nothing by itself. */
import { all, find } from "../shared/dom.mjs";

/**
 * Put the box above a list that wants one, unless it is there.
 *
 * @param {ParentNode} page
 */
export function offerFilter(page) {
  const list = find(page, "[data-filter]", HTMLElement);
  if (!list || find(page, ".nav-filter", HTMLElement)) return;
  const { filter = "", filterNone = "" } = list.dataset;
  const input = document.createElement("input");
  input.type = "search";
  input.autocomplete = "off";
  const label = document.createElement("label");
  label.className = "nav-filter";
  label.append(filter, input);
  const says = document.createElement("p");
  says.role = "status";
  input.addEventListener("input", () => {
    says.textContent = narrow(list, input.value) ? "" : filterNone;
  });
  list.before(label, says);
}

/**
 * Leave in view what has every word that is typed, and what always stays; say whether anything has them.
 *
 * @param {HTMLElement} list
 * @param {string} typed
 */
function narrow(list, typed) {
  const words = plain(typed).split(" ").filter(Boolean);
  let any = false;
  for (const item of all(list, "li", HTMLElement)) {
    const fits = words.every((word) => plain(item.textContent).includes(word));
    item.hidden = !fits && !find(item, "[data-always]", HTMLElement);
    any ||= fits;
  }
  return any;
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
}
