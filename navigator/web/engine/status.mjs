/** What the page tells of the engine, in the words that stand in it. */
import { find, get } from "../shared/dom.mjs";

/** @type {HTMLElement} */
let line;
/** @type {DocumentFragment} */
let words;
/** @type {HTMLProgressElement} */
let bar;
/** @type {HTMLButtonElement} */
let button;
/** @type {HTMLParagraphElement} */
let linkNote;

export function startStatus() {
  line = get(document, "#navigator-status", HTMLElement);
  line.dataset.state = "idle"; // from here on the page needs nobody else to say that this script is missing
  words = get(document, "#navigator-words", HTMLTemplateElement).content;
  bar = document.createElement("progress");
  bar.ariaHidden = "true";
  linkNote = document.createElement("p");
  linkNote.id = "navigator-link";
  button = document.createElement("button");
  button.id = "navigator-offer";
  button.className = "nav-button";
  button.textContent = word("offer");
}

/**
 * Tell of a state, and of what is wanting where there are words for it; telling of it again says nothing.
 *
 * @param {string} state
 * @param {string | number} [wanting]
 */
export function tell(state, wanting) {
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = find(words, selector(`${state}-${wanting}`), HTMLElement)?.textContent ?? word(state);
  if (state !== "loading") bar.remove();
}

/**
 * Show how much of a download has come. This is for the eye: the words say it once.
 *
 * @param {number} bytes
 * @param {number} size
 */
export function showProgress(bytes, size) {
  bar.max = size;
  bar.value = bytes;
  if (!bar.isConnected) line.after(bar);
}

/**
 * Offer to download the engine, or take the offer back.
 *
 * @param {boolean} wanted
 * @param {() => void} accept
 */
export function offerDownload(wanted, accept) {
  button.onclick = () => {
    button.remove();
    accept();
  };
  if (!wanted) button.remove();
  else if (!button.isConnected) line.after(button);
}

/**
 * Tell what has become of the dates in a link; without a word there is nothing to tell any more.
 *
 * @param {string | null} name
 */
export function tellOfLink(name) {
  linkNote.textContent = name ? word(name) : "";
  if (!name) linkNote.remove();
  else if (!linkNote.isConnected) line.after(linkNote);
}

/**
 * Put below the page what copies its address, and leave the rest to `answer`.
 *
 * @param {HTMLElement} page
 * @param {(event: MouseEvent) => void} answer
 */
export function offerAddress(page, answer) {
  const share = get(words, "#navigator-share", HTMLElement);
  share.addEventListener("click", answer);
  page.after(share);
}

/**
 * Show a note below the status, or take it away.
 *
 * @param {string} name
 * @param {boolean} wanted
 * @param {string} [more] what is said after it
 */
export function note(name, wanted, more = "") {
  const shown = document.getElementById(`navigator-${name}`);
  const text = `${word(name)} ${more}`.trim();
  if (!wanted) shown?.remove();
  if (!wanted || shown?.textContent === text) return;
  const told = shown ?? document.createElement("p");
  told.id = `navigator-${name}`;
  told.role = "alert";
  told.textContent = text;
  if (!shown) (bar.isConnected ? bar : line).after(told);
}

/**
 * Return one of the sentences that stand in the page for scripts to show.
 *
 * @param {string} name
 */
export function word(name) {
  return get(words, selector(name), HTMLElement).textContent;
}

/** @param {string} name */
function selector(name) {
  return `[data-word="${name}"]`;
}
