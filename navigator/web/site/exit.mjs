/** Leaving a page in a hurry: the screen blanks, what was answered is dropped, and the browser goes elsewhere. */
import { around, find, get } from "../shared/dom.mjs";

const PATIENCE_MS = 5_000;
/** @type {HTMLElement} */
let status;
/** @type {DocumentFragment} */
let words;
let presses = 0;
let alone = false;
let gone = false;
/** @type {number | undefined} */
let timer;

/** @type {(href: string) => void} */
let replace = (href) => location.replace(href);

/** @param {typeof replace} [goElsewhere] where this page is not all that the tab shows */
export function startExit(goElsewhere = replace) {
  replace = goElsewhere;
  const template = find(document, "#nav-exit-words", HTMLTemplateElement);
  if (!template) return;
  words = template.content;
  status = get(document, "#nav-exit-says", HTMLElement);
  addEventListener("click", followExit, true);
  addEventListener("keydown", press, true);
  addEventListener("keyup", release, true);
  // Whoever comes back finds the page as it is without answers, and not a blank one.
  addEventListener("pageshow", ({ persisted }) => persisted && gone && location.reload());
}

const control = () => find(document, "#content [data-exit]", HTMLAnchorElement);

/** @param {string | number} word */
function say(word) {
  status.textContent = get(words, `[data-word="${word}"]`, HTMLElement).textContent;
}

/** @param {HTMLAnchorElement} link */
function leave({ href }) {
  gone = true;
  clearTimeout(timer);
  say("leaving");
  document.body.classList.add("nav-gone");
  get(document, "#content", HTMLElement).replaceChildren();
  document.title = "";
  dispatchEvent(new Event("navigator-exit"));
  replace(href);
}

/** @param {MouseEvent} event */
function followExit(event) {
  const link = around(event.target, "[data-exit]", HTMLAnchorElement);
  if (!link || event.button > 1) return;
  event.preventDefault();
  leave(link);
}

/**
 * Count Shift only where it was pressed by itself, and not to write a capital letter.
 *
 * @param {KeyboardEvent} event
 */
function press({ key, repeat }) {
  if (key !== "Shift") begin(0);
  else if (!repeat) alone = true;
}

/** @param {KeyboardEvent} event */
function release({ key }) {
  const link = control();
  if (key !== "Shift" || !alone || !link || gone) return;
  begin(presses + 1);
  if (presses === 3) leave(link);
  else say(3 - presses);
}

/** @param {number} count */
function begin(count) {
  alone = false;
  if (presses && !count) status.textContent = "";
  presses = count;
  clearTimeout(timer);
  if (presses) timer = setTimeout(giveUp, PATIENCE_MS);
}

function giveUp() {
  begin(0);
  say("over");
}
