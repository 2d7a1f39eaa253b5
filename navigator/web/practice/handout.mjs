/** The papers of a trainer's session: a handout and an answer sheet, made from the cases that the link names. */
import { all, find, get } from "../shared/dom.mjs";
import { fetchCases, findCases, tellOfCases } from "./fetch-cases.mjs";
import { draw } from "./qr.mjs";
import { isSession, sessionId } from "./session-link.mjs";

/**
 * What each paper says of a case.
 *
 * @type {Record<string, (held: HTMLElement) => Node[]>}
 */
const PAPERS = { handout: blank, answers: answer };

/** @param {HTMLElement} papers */
export function startHandout(papers) {
  const buttons = all(papers, "[data-paper]", HTMLButtonElement);
  /** @type {HTMLElement[]} */
  let cases = [];

  /** @param {string} name */
  const show = (name) => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.paper === name));
    get(papers, ".js-hint", HTMLElement).hidden = name !== "handout";
    get(papers, ".js-sheets", HTMLElement).replaceChildren(
      ...cases.map((held, index) => sheet(held, index + 1, papers.dataset.numbered ?? "", PAPERS[name](held))),
    );
  };

  const load = async () => {
    if (location.hash && !isSession(location.hash)) return;
    const found = findCases(location.hash);
    const fetched = await fetchCases(found.held);
    cases = fetched.cases;
    tellOfCases(document, found, fetched.failed);
    papers.hidden = !cases.length;
    head(papers, found.session.title, cases);
    show("handout");
  };

  for (const button of buttons) {
    button.addEventListener("click", () => show(button.dataset.paper ?? ""));
  }
  get(papers, ".js-print", HTMLElement).addEventListener("click", () => print());
  addEventListener("hashchange", load);
  load();
}

/**
 * Say above the cases which session this is, of which version, and where it is found.
 *
 * @param {HTMLElement} papers
 * @param {string} title
 * @param {HTMLElement[]} cases
 */
function head(papers, title, cases) {
  const whole = new URL(`../session/${location.hash}`, location.href).href;
  const drawn = get(papers, ".js-drawn", HTMLElement);
  const named = cases.map(({ dataset: { code = "", mark = "" } }) => ({ code, mark }));
  const days = cases.flatMap(({ dataset }) => dataset.checkBy ?? []).sort();
  const until = days[0] && new Date(`${days[0]}T12:00`);
  get(papers, ".js-title", HTMLElement).textContent = title;
  get(papers, ".nav-paper-title", HTMLElement).hidden = !title;
  get(papers, ".js-version", HTMLElement).textContent = sessionId(named);
  get(papers, ".js-whole", HTMLElement).textContent = whole;
  get(papers, ".js-until", HTMLElement).textContent = until
    ? until.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" })
    : "";
  drawn.replaceChildren(draw(whole, drawn.dataset.label ?? ""));
}

/**
 * @param {HTMLElement} held
 * @param {number} number
 * @param {string} numbered
 * @param {Node[]} said
 */
function sheet(held, number, numbered, said) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const title = get(held, "h2", HTMLElement);
  section.className = "nav-paper";
  section.setAttribute("aria-labelledby", title.id);
  heading.id = title.id;
  heading.textContent = numbered.replace("{number}", String(number)).replace("{text}", () => title.textContent);
  section.append(heading, ...said);
  return section;
}

/**
 * The story, the first question with boxes to tick, and lines for the others.
 *
 * @param {HTMLElement} held
 */
function blank(held) {
  const [first, ...later] = all(held, ".js-quiz", HTMLElement);
  const asked = get(first, "h3", HTMLElement).cloneNode(true);
  const choices = all(first, ".js-choice > summary", HTMLElement).map((each) => each.textContent);
  const asks = later.map((quiz) => get(quiz, "h3", HTMLElement).textContent);
  const told = get(held, ".nav-story", HTMLElement).cloneNode(true);
  return [told, asked, list("nav-ticks", choices), list("nav-lines", asks)];
}

/** @param {HTMLElement} held */
function answer(held) {
  const whole = get(held, ".js-answer", HTMLElement).cloneNode(true);
  if (whole instanceof HTMLElement) find(whole, "summary", HTMLElement)?.remove();
  return [...whole.childNodes];
}

/**
 * @param {string} name
 * @param {string[]} items
 */
function list(name, items) {
  const made = document.createElement("ul");
  made.className = name;
  for (const item of items) made.appendChild(document.createElement("li")).textContent = item;
  return made;
}
