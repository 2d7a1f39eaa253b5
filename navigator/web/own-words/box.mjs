/**
 * The box for somebody's own words. What is typed is matched here, as it is typed: nothing of it is sent, stored or
 * written into an address, and it is dropped when somebody leaves in a hurry.
 *
 * @import { Matched, OwnWordsModel } from "../shared/types.d.ts"
 */
import { isDear } from "../shared/connection.mjs";
import { find, get } from "../shared/dom.mjs";
import { Matcher } from "./matcher.mjs";

const PAUSE_MS = 150;
/** @type {HTMLElement} */
let box;
/** @type {HTMLTextAreaElement} */
let typed;
/** @type {DocumentFragment} */
let words;
/** @type {Promise<Matcher> | undefined} */
let loading;
let waiting = 0;
let turn = 0;

export function startOwnWords() {
  const found = find(document, "#own-words-box", HTMLElement);
  if (!found) return;
  box = found;
  typed = get(box, "textarea", HTMLTextAreaElement);
  words = get(box, "template", HTMLTemplateElement).content;
  typed.addEventListener("input", (event) => {
    clearTimeout(waiting);
    const pasted = event instanceof InputEvent && event.inputType.startsWith("insertFrom");
    waiting = setTimeout(answer, pasted ? 0 : PAUSE_MS);
  });
  addEventListener("navigator-exit", clear);
  showAtFirstQuestion();
  fetchAhead();
}

/** Fetch the model once the page is complete; on a slow or metered connection, once somebody turns to the box. */
function fetchAhead() {
  const quietly = () => load().catch(() => {}); // it is fetched again, and told of, once something is typed
  if (isDear()) typed.addEventListener("focus", quietly);
  else if (document.readyState === "complete") quietly();
  else addEventListener("load", quietly);
}

/** Show the box; on a page of the wizard only for as long as its first question is there. */
function showAtFirstQuestion() {
  const page = find(document, "#navigator", HTMLElement);
  const showOrHide = () => (box.hidden = page !== null && page.dataset.slug !== page.dataset.first);
  showOrHide();
  if (page) new MutationObserver(showOrHide).observe(page, { attributeFilter: ["data-slug"] });
}

function clear() {
  clearTimeout(waiting);
  typed.value = "";
  show([], []);
}

function load() {
  loading ??= fetchModel().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchModel() {
  const response = await fetch(box.dataset.model ?? "");
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  /** @type {OwnWordsModel} */
  const model = await response.json();
  return new Matcher(model);
}

/** Answer what is typed by now. Of several answers under way only the last is shown. */
async function answer() {
  const mine = ++turn;
  const text = typed.value;
  if (!text.trim()) {
    show([], []);
    return;
  }
  try {
    const matcher = await load();
    if (mine === turn) tell(matcher.match(text));
  } catch (error) {
    console.warn(error);
    if (mine === turn) show([said("failed")], [onward()]);
  }
}

/** @param {Matched} matched */
function tell({ danger, matches }) {
  const line = danger ? [copied(".nav-own-danger")] : [];
  const count = said(matches.length ? `found-${matches.length}` : "nothing");
  show([...line, count], [...(matches.length ? [listed(matches)] : []), onward()]);
}

/** @param {Matched["matches"]} matches */
function listed(matches) {
  const list = document.createElement("ol");
  list.className = "nav-own-places";
  for (const { place, because } of matches) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = (box.dataset.root ?? "") + place.address;
    link.textContent = place.title;
    item.append(link, said("because", because));
    list.append(item);
  }
  return list;
}

function onward() {
  return copied(".nav-own-onward");
}

/**
 * Return a sentence of the catalogue, with a text in the place that it has for one.
 *
 * @param {string} name
 * @param {string} [text]
 */
function said(name, text = "") {
  const line = copied(`[data-word="${name}"]`);
  line.removeAttribute("data-word");
  line.textContent = line.textContent.replace("{}", () => text);
  return line;
}

/** @param {string} selector */
function copied(selector) {
  return /** @type {HTMLElement} */ (get(words, selector, HTMLElement).cloneNode(true));
}

/**
 * Show what is told and what is listed. What has not changed stays, so that it is read aloud once.
 *
 * @param {HTMLElement[]} told
 * @param {HTMLElement[]} places
 */
function show(told, places) {
  const status = get(box, ".js-own-status", HTMLElement);
  if (status.textContent !== told.map((line) => line.textContent).join("")) status.replaceChildren(...told);
  get(box, ".js-own-places", HTMLElement).replaceChildren(...places);
}
