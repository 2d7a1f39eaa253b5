/** Search: it is loaded when it is opened, leads the focus round, and says where it could not be loaded. */
import { all, find, get } from "../shared/dom.mjs";
import { arrives } from "../shared/arrival.mjs";
import { isForbidden } from "../shared/host-policy.mjs";
import { searchIndex } from "./search-index.mjs";

const STOPS = "input, button, .md-search__output a, .md-search-result__more > summary";
/** @type {HTMLInputElement} */
let search;
/** @type {HTMLInputElement} */
let query;
/** @type {HTMLElement} */
let dialog;
/** @type {HTMLElement} */
let opener;
/** @type {Promise<void> | undefined} */
let loading;

/** @param {URL} root the address of the site */
export function startSearch(root) {
  search = get(document, "#__search", HTMLInputElement);
  query = get(document, "[data-md-component=search-query]", HTMLInputElement);
  dialog = get(document, ".md-search", HTMLElement);
  opener = get(document, ".js-search-open", HTMLElement);
  opener.addEventListener("click", () => open(root));
  get(document, ".js-search-close", HTMLElement).addEventListener("click", close);
  addEventListener("keydown", keepInside, true);
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") setTimeout(close);
  });
}

/** @param {URL} root */
function open(root) {
  loading ??= load(root).catch(tellOfFailure);
  if (!search.checked) search.click();
  query.focus();
}

function close() {
  if (search.checked) search.click();
  opener.focus();
}

/**
 * Load search where the page does not bring it along. Throws where a part of it does not come: the theme's own
 * script would wait for that part for ever, so it is begun only once all is at hand.
 *
 * @param {URL} root
 */
async function load(root) {
  const held = find(document, "#nav-search-scripts", HTMLTemplateElement);
  if (!held) return;
  find(dialog, ".js-no-search", HTMLElement)?.remove();
  const scripts = all(held.content, "script[src]", HTMLScriptElement).map(({ src }) => new URL(src, location.href).href);
  const settings = JSON.parse(get(document, "#__config", HTMLScriptElement).text);
  const worker = new URL(settings.search, location.href).href;
  await Promise.all([...scripts, worker, searchIndex(root)].map(arrives));
  held.remove();
  addEventListener("navigator-no-worker", (event) => {
    if (event instanceof CustomEvent && event.detail === worker) tellOfFailure(new Error(`${worker} is forbidden`));
  });
  for (const address of scripts) {
    const { hash, pathname, search: asked } = location;
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      if (hash) history.replaceState(history.state, "", hash);
      // What is typed before it has come counts too.
      query.dispatchEvent(new KeyboardEvent("keyup"));
    };
    // It would close search at once where the address names a part of the page.
    if (hash) history.replaceState(history.state, "", pathname + asked);
    document.body.append(script);
  }
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
  const note = /** @type {HTMLElement} */ (get(words, name, HTMLElement).cloneNode(true));
  get(note, "a", HTMLAnchorElement).addEventListener("click", close);
  get(dialog, ".md-search__scrollwrap", HTMLElement).prepend(note);
}

/**
 * Lead the focus round within the open search. The theme would close it at a Tab and leave the focus nowhere.
 *
 * @param {KeyboardEvent} event
 */
function keepInside(event) {
  if (event.key !== "Tab" || !search.checked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const stops = all(dialog, STOPS, HTMLElement).filter((each) => each.checkVisibility());
  const at = stops.findIndex((each) => each === document.activeElement);
  stops.at(event.shiftKey ? Math.max(at, 0) - 1 : (at + 1) % stops.length)?.focus();
}
