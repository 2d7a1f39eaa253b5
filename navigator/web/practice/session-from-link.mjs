/** A session that a link names: its cases are fetched from their own pages and put below each other. */
import { get } from "../shared/dom.mjs";
import { fetchCases, findCases, tellOfCases } from "./fetch-cases.mjs";
import { isSession } from "./session-link.mjs";

/**
 * @param {HTMLElement} session
 * @param {(place: HTMLElement) => void} prepare makes a case answerable
 */
export function startSessionFromLink(session, prepare) {
  let latest = 0;
  let kept = location.hash;
  const load = () => {
    if (latest && !isSession(location.hash)) {
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
  const found = findCases(location.hash);
  const { cases, failed } = await fetchCases(found.held);
  if (turn !== current()) return;
  get(session, ".js-fetched", HTMLElement).replaceChildren(...cases);
  cases.forEach(prepare);
  agenda(session, cases);
  tellOfCases(session, found, failed);
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
