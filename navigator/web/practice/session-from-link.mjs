/** A session that a link names: its cases are fetched from their own pages and put below each other. */
import { all, find, get } from "../shared/dom.mjs";

const STALLED_MS = 20_000;

const BEGINNING = "#cases=";

/**
 * Read a link: `#cases=one-case.3f9a1c,another.88b0e2`; a case that is named twice counts once.
 *
 * @param {string} hash
 */
export function readLink(hash) {
  let text = hash.startsWith(BEGINNING) ? hash.slice(BEGINNING.length) : "";
  try {
    text = decodeURIComponent(text);
  } catch {
    // A stray percent sign: the names are then looked for as they stand.
  }
  const found = new Map();
  for (const part of text.split(",")) {
    const [name, mark = ""] = part.trim().split(".");
    if (name) found.set(name, mark);
  }
  return found;
}

/**
 * @param {HTMLElement} session
 * @param {(place: HTMLElement) => void} prepare makes a case answerable
 */
export function startSessionFromLink(session, prepare) {
  let latest = 0;
  let kept = location.hash;
  const load = () => {
    if (latest && !location.hash.startsWith(BEGINNING)) {
      // A link within the page, such as the one that skips to the content: the session stays as it is.
      history.replaceState(null, "", kept || location.pathname);
      return;
    }
    kept = location.hash;
    fill(session, prepare, ++latest, () => latest);
  };
  addEventListener("hashchange", load);
  load();
}

/**
 * @param {HTMLElement} session
 * @param {(place: HTMLElement) => void} prepare
 * @param {number} turn
 * @param {() => number} current
 */
async function fill(session, prepare, turn, current) {
  /** @type {Map<string | undefined, HTMLAnchorElement>} */
  const held = new Map();
  for (const link of all(document, "a[data-case]", HTMLAnchorElement)) held.set(link.dataset.case, link);
  const wanted = readLink(location.hash);
  /** @type {Record<string, string[] | null>} */
  const names = { none: wanted.size ? null : [] };
  /** @type {string[][]} */
  const [unknown, changed, failed] = [[], [], []];
  /** @type {HTMLAnchorElement[]} */
  const links = [];
  for (const [name, mark] of wanted) {
    const link = held.get(name);
    if (!link) unknown.push(name);
    else {
      links.push(link);
      if (mark && mark !== link.dataset.mark) changed.push(link.textContent);
    }
  }
  const pages = await Promise.allSettled(links.map((link) => fetchCase(link.href)));
  if (turn !== current()) return;
  /** @type {HTMLElement[]} */
  const cases = [];
  pages.forEach((page, index) => {
    if (page.status === "fulfilled") cases.push(page.value);
    else failed.push(links[index].textContent);
  });
  get(session, ".js-fetched", HTMLElement).replaceChildren(...cases);
  cases.forEach(prepare);
  agenda(session, cases);
  Object.assign(names, { unknown, changed, failed });
  for (const message of all(session, "[data-message]", HTMLElement)) {
    tell(message, names[message.dataset.message ?? ""]);
  }
}

/**
 * Take a case from its own page. Throws where there is none.
 *
 * @param {string} address
 */
async function fetchCase(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(STALLED_MS) });
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return document.adoptNode(get(page, ".js-case", HTMLElement));
}

/**
 * Put names into a message and show it; without any, hide it.
 *
 * @param {HTMLElement} message
 * @param {string[] | null} names
 */
function tell(message, names) {
  message.hidden = !names || (message.dataset.message !== "none" && !names.length);
  const place = find(message, ".js-names", HTMLElement);
  if (place && names) place.textContent = names.join(place.dataset.separator);
}

/**
 * List the cases. A link within the page would change the address, and with it the session.
 *
 * @param {HTMLElement} session
 * @param {HTMLElement[]} cases
 */
function agenda(session, cases) {
  const list = get(session, ".js-agenda", HTMLElement);
  const items = cases.map((each) => {
    const heading = get(each, "h2", HTMLElement);
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = heading.textContent;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  list.replaceChildren(...items);
  for (const each of [list, get(session, "#cases", HTMLElement)]) each.hidden = !cases.length;
}
