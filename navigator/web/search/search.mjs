/** Search: a dialog that fetches what it knows when it is opened, and says where that does not come. */
import { all, around, find, get } from "../shared/dom.mjs";
import { isForbidden } from "../shared/host-policy.mjs";
import { searchFile } from "./files.mjs";
import { Ranking } from "./rank.mjs";
import { shown } from "./results.mjs";

const STOPS = "input, button, a";
/** So many results are shown at first, and so many more each time. */
const AT_ONCE = 10;
/** @type {HTMLDialogElement} */
let dialog;
/** @type {HTMLElement} */
let opener;
/** @type {HTMLInputElement} */
let field;
/** @type {HTMLElement} */
let list;
/** @type {HTMLElement} */
let more;
/** @type {Ranking | undefined} */
let ranking;
/** @type {Promise<void> | undefined} */
let loading;
/** @type {import("./rank.mjs").Found[]} */
let results = [];
let waiting = 0;

/** @param {URL} root the address of the site */
export function startSearch(root) {
  dialog = get(document, ".js-search", HTMLDialogElement);
  field = get(dialog, ".js-search-field", HTMLInputElement);
  list = get(dialog, ".js-search-list", HTMLElement);
  more = get(dialog, ".js-search-more", HTMLElement);
  opener = get(document, ".js-search-open", HTMLElement);
  opener.addEventListener("click", () => open(root));
  get(dialog, ".js-search-close", HTMLElement).addEventListener("click", close);
  dialog.addEventListener("cancel", close);
  dialog.addEventListener("click", leave);
  dialog.addEventListener("keydown", keepInside);
  // What is typed, pasted or dictated is looked for once the screen is drawn anew.
  field.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => search(root));
  });
  get(dialog, "form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    find(list, "a", HTMLAnchorElement)?.focus();
  });
  more.addEventListener("click", () => {
    const first = list.childElementCount;
    show(root);
    all(list, "a", HTMLAnchorElement)[first].focus();
  });
}

/** @param {URL} root */
function open(root) {
  loading ??= load(root).catch(tellOfFailure);
  dialog.showModal();
  field.focus();
}

/** Close, and give the focus back: not every browser does so by itself. */
function close() {
  dialog.close();
  opener.focus();
}

/**
 * Fetch what search knows: names first, so that there are results before the words of all texts have come.
 *
 * @param {URL} root
 */
async function load(root) {
  find(dialog, ".js-no-search", HTMLElement)?.remove();
  ranking ??= new Ranking(await searchFile(root, "names"));
  search(root);
  ranking.addTexts(await searchFile(root, "texts"));
  search(root);
}

/**
 * Look for what is in the field, and say how much was found.
 *
 * @param {URL} root
 */
function search(root) {
  const typed = field.value.trim();
  results = ranking && typed ? ranking.find(typed) : [];
  list.replaceChildren();
  show(root);
  const { none, one, other, placeholder, loading: comes } = get(dialog, ".js-search-told", HTMLElement).dataset;
  const found = [none, one][results.length] ?? other?.replace("{number}", String(results.length));
  get(dialog, ".js-search-told", HTMLElement).textContent = (typed ? (ranking ? found : comes) : placeholder) ?? "";
}

/**
 * Show as many more results as are looked at together.
 *
 * @param {URL} root
 */
function show(root) {
  const from = list.childElementCount;
  const next = results.slice(from, from + AT_ONCE);
  list.append(...next.flatMap((found) => (ranking ? [shown(ranking.result(found), root)] : [])));
  more.hidden = list.childElementCount === results.length;
}

/**
 * Lead to the list of all pages instead. At the next opening search is fetched again.
 *
 * @param {Error} error
 */
async function tellOfFailure(error) {
  console.warn(error);
  loading = undefined;
  const name = (await isForbidden()) ? ".js-search-forbidden" : ".js-no-search";
  const words = get(document, "#nav-notes", HTMLTemplateElement).content;
  get(dialog, "form", HTMLElement).after(get(words, name, HTMLElement).cloneNode(true));
}

/**
 * Close where a link leads to a part of this page, which then has the focus, and where the page behind is pressed.
 *
 * @param {MouseEvent} event
 */
function leave(event) {
  const link = around(event.target, "a", HTMLAnchorElement);
  if (link && new URL(link.href).pathname === location.pathname) dialog.close();
  else if (event.target === dialog) close();
}

/**
 * Lead the focus round within the open search: a browser would lead it out to its own controls.
 *
 * @param {KeyboardEvent} event
 */
function keepInside(event) {
  if (event.key !== "Tab") return;
  event.preventDefault();
  const stops = all(dialog, STOPS, HTMLElement).filter((each) => each.checkVisibility());
  const at = stops.findIndex((each) => each === document.activeElement);
  stops.at(event.shiftKey ? Math.max(at, 0) - 1 : (at + 1) % stops.length)?.focus();
}
