/** A session that a link names: its cases are fetched from their own pages and put below each other. */
import { get } from "../shared/dom.mjs";
import { fetchCases, findCases, tellOfCases } from "./fetch-cases.mjs";
import { isSession } from "./session-link.mjs";
import { showWritten, writtenIn } from "./written-case.mjs";

/**
 * @param {HTMLElement} session
 * @param {(cases: HTMLElement[], title: string) => void} taken makes the cases answerable
 */
export function startSessionFromLink(session, taken) {
  let latest = 0;
  let kept = location.hash;
  const load = () => {
    if (latest && !isSession(location.hash)) {
      // A link within the page, such as the one that skips to the content: the session stays as it is.
      history.replaceState(null, "", kept || location.pathname);
      return;
    }
    kept = location.hash;
    fill(session, taken, ++latest, () => latest);
  };
  addEventListener("hashchange", load);
  load();
}

/**
 * @param {HTMLElement} session
 * @param {(cases: HTMLElement[], title: string) => void} taken
 * @param {number} turn
 * @param {() => number} current
 */
async function fill(session, taken, turn, current) {
  const found = findCases(location.hash);
  const held = await writtenIn(session, location.hash);
  const { cases, failed } = await fetchCases(found.held);
  if (turn !== current()) return;
  get(session, ".js-fetched", HTMLElement).replaceChildren(...cases);
  name(found.session.title);
  taken(cases, found.session.title);
  const written = showWritten(session, held);
  agenda(session, [...cases, ...written]);
  tellOfCases(session, found, failed);
  if (written.length) get(session, '[data-message="none"]', HTMLElement).hidden = true;
  session.toggleAttribute("data-unscored", !cases.length);
}

/**
 * Head the page with the name that the trainer gave the session.
 *
 * @param {string} title
 */
function name(title) {
  if (!title) return;
  const heading = get(document, "h1", HTMLElement);
  document.title = document.title.replace(heading.textContent, () => title);
  heading.textContent = title;
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
