/** What every page needs beside the theme's own script: keys, search and explanations that behave. */
import { all, around, find, get } from "../shared/dom.mjs";

const STOPS = "input, button, .md-search-result__link, .md-search-result__more > summary";
/** @type {HTMLInputElement} */
let search;
/** @type {HTMLInputElement} */
let query;
/** @type {HTMLElement} */
let dialog;
/** @type {HTMLElement} */
let opener;

export function startSite() {
  document.documentElement.classList.replace("no-js", "js");
  addEventListener("keydown", silenceLetters, true);
  addEventListener("keydown", dismiss);
  addEventListener("beforeprint", unfold);
  addEventListener("beforeprint", writeAddress);
  startSearch();
}

function startSearch() {
  search = get(document, "#__search", HTMLInputElement);
  query = get(document, "[data-md-component=search-query]", HTMLInputElement);
  dialog = get(document, ".md-search", HTMLElement);
  opener = get(document, ".js-search-open", HTMLElement);
  opener.addEventListener("click", openSearch);
  get(document, ".js-search-close", HTMLElement).addEventListener("click", closeSearch);
  addEventListener("keydown", keepInside, true);
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") setTimeout(closeSearch);
  });
}

/**
 * Keep single letters from acting: a reader who dictates or shakes would set them off unawares.
 *
 * @param {KeyboardEvent} event
 */
function silenceLetters(event) {
  const typing = around(event.target, "input, textarea, select, [contenteditable]", Element);
  if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopImmediatePropagation();
  }
}

/** Load search where the page does not bring it along. */
function loadSearch() {
  const held = find(document, "#nav-search-scripts", HTMLTemplateElement);
  held?.remove();
  for (const inert of held?.content.querySelectorAll("script[src]") ?? []) {
    const script = document.createElement("script");
    script.src = inert.getAttribute("src") ?? "";
    // What is typed before it has come counts too.
    script.onload = () => query.dispatchEvent(new KeyboardEvent("keyup"));
    document.body.append(script);
  }
}

function openSearch() {
  loadSearch();
  if (!search.checked) search.click();
  query.focus();
}

function closeSearch() {
  if (search.checked) search.click();
  opener.focus();
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

/**
 * Hide an explanation while its word still has the pointer or the focus.
 *
 * @param {KeyboardEvent} event
 */
function dismiss(event) {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".js-term:is(:hover, :focus-within)")) {
    term.classList.add("nav-dismissed");
    const back = () => term.classList.remove("nav-dismissed");
    term.addEventListener("mouseleave", back, { once: true });
    term.addEventListener("focusout", back, { once: true });
  }
}

/** Print everything: what is folded away cannot be unfolded on paper. */
function unfold() {
  for (const details of all(document, "details:not([open])", HTMLDetailsElement)) {
    details.open = true;
    addEventListener("afterprint", () => (details.open = false), { once: true });
  }
}

/** Say on paper where the page is, without anything that only this visit has added. */
function writeAddress() {
  for (const place of document.querySelectorAll(".js-address")) {
    place.textContent = location.origin + location.pathname;
  }
}
