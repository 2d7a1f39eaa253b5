/** The cases that a session's link names, fetched from their own pages. */
import { all, get } from "../shared/dom.mjs";
import { parse } from "./session-link.mjs";
import { packedIn } from "./written-link.mjs";

/**
 * @typedef {{ code: string, mark: string, current: string, id: string, title: string, href: string,
 *   changed: boolean, questions: string[] }} HeldCase
 *   A case that the site holds, with the mark that the link gives it, and the one of today: another one where the case
 *   has changed since. Its questions are named by their exercises.
 * @typedef {{ session: import("./session-link.mjs").Session, held: HeldCase[], unknown: string[] }} FoundCases
 */

const STALLED_MS = 20_000;

/**
 * Find the cases of a link by the links to all cases, which stand on each page that opens one.
 *
 * @param {string} hash
 * @returns {FoundCases}
 */
export function findCases(hash) {
  const links = all(document, "a[data-case]", HTMLAnchorElement);
  const byCode = new Map(links.map((link) => [link.dataset.code, link]));
  const byId = new Map(links.map((link) => [link.dataset.case, link]));
  const session = parse(hash);
  /** @type {FoundCases} */
  const found = { session, held: [], unknown: [] };
  for (const { code, mark, id } of session.cases) {
    const link = id ? byId.get(id) : byCode.get(code);
    if (!link) found.unknown.push(id || code + mark);
    else {
      const { code: known = "", mark: current = "", case: name = "", questions = "" } = link.dataset;
      const changed = mark !== "" && mark !== current;
      found.held.push({
        code: known,
        mark: mark || current,
        current,
        id: name,
        title: link.dataset.title ?? link.textContent,
        href: link.href,
        changed,
        questions: questions.split(" ").filter(Boolean),
      });
    }
  }
  return found;
}

/**
 * Fetch cases, each as the article of its own page, in their order. Those that do not come are told apart.
 *
 * @param {HeldCase[]} held
 * @returns {Promise<{ cases: HTMLElement[], failed: string[] }>}
 */
export async function fetchCases(held) {
  const pages = await Promise.allSettled(held.map(({ href }) => fetchCase(href)));
  /** @type {{ cases: HTMLElement[], failed: string[] }} */
  const fetched = { cases: [], failed: [] };
  pages.forEach((page, index) => {
    if (page.status === "fulfilled") fetched.cases.push(page.value);
    else fetched.failed.push(held[index].title);
  });
  return fetched;
}

/**
 * Take a case from its own page. Throws where there is none.
 *
 * @param {string} address
 */
export async function fetchCase(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(STALLED_MS) });
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return document.adoptNode(get(page, ".js-case", HTMLElement));
}

/**
 * Say of a link what has to be said: messages with names in them are shown, all others hidden.
 *
 * @param {ParentNode} place holds the messages
 * @param {FoundCases} found
 * @param {string[]} failed
 */
export function tellOfCases(place, { session, held, unknown }, failed) {
  /** @type {Record<string, string[]>} */
  const names = {
    unknown,
    failed,
    changed: held.filter((each) => each.changed).map((each) => each.title),
    written: packedIn(location.hash),
  };
  for (const message of all(place, "[data-message]", HTMLElement)) {
    const said = names[message.dataset.message ?? ""];
    message.hidden = said ? !said.length : session.cases.length > 0;
    const listed = all(message, ".js-names", HTMLElement);
    for (const each of listed) each.textContent = (said ?? []).join(each.dataset.separator);
  }
}
