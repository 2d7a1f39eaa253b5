/**
 * A trainer writes a case. What is written lives in this page's memory only, and leaves it as a link or a file. The
 * engine asks the wizard's questions and answers them, and writes the file.
 *
 * @import { State } from "../engine/engine.mjs"
 * @import { Answer, Typed } from "../shared/types.d.ts"
 */
import { addressesOf } from "../engine/addresses.mjs";
import { Engine } from "../engine/engine.mjs";
import { offerDownload, showProgress, startStatus, tell } from "../engine/status.mjs";
import { isDear } from "../shared/connection.mjs";
import { around, find, get } from "../shared/dom.mjs";
import { watchHostPolicy } from "../shared/host-policy.mjs";
import { today } from "../shared/london.mjs";
import { tellProblems } from "../shared/problems.mjs";
import { said } from "../shared/said.mjs";
import { goToField, parse, typedIn } from "../wizard/dom-patch.mjs";
import { CaseForm } from "./form.mjs";
import { Made } from "./made.mjs";

/** @type {HTMLElement} */
let page;
/** @type {CaseForm} */
let form;
/** @type {Made} */
let made;
/** @type {Record<string, string>} */
let answers = {};
/** @type {Typed} */
let typed = {};
/** @type {Answer | null} */
let shown = null;
let unsaved = false;
let turn = 0;
const engine = new Engine(hear);
const place = () => get(page, ".js-problems", HTMLElement);

export function startWriting() {
  watchHostPolicy();
  page = get(document, ".js-write", HTMLElement);
  page.hidden = false;
  get(document, ".js-without", HTMLElement).hidden = true;
  startStatus();
  form = new CaseForm(page);
  made = new Made(get(page, ".js-made-case", HTMLElement), () => (unsaved = false));
  form.day.value = today();
  page.addEventListener("click", press);
  page.addEventListener("submit", giveDates);
  page.addEventListener("input", ({ target }) => {
    unsaved = form.begun;
    made.drop();
    if (target === form.day) ask();
  });
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  addEventListener("pagehide", () => engine.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && engine.wake(addressesOf(page)).then(() => ask()));
  addEventListener("navigator-exit", dropAll);
  prepareEngine();
}

/** Drop everything: somebody leaves in a hurry. */
function dropAll() {
  unsaved = false;
  answers = {};
  typed = {};
  form.clear();
  made.drop();
  engine.fail();
  get(page, ".js-wizard", HTMLElement).replaceChildren();
}

/** @param {MouseEvent} event */
function press(event) {
  const link = around(event.target, ".js-errors a", HTMLAnchorElement);
  const button = around(event.target, "button", HTMLButtonElement);
  if (link) {
    event.preventDefault();
    goToField(link);
  }
  if (!button) return;
  const { question, option = "", show } = button.dataset;
  if (question) ask({ answer: { question, option } });
  else if (show) ask({ show });
  else if (button.classList.contains("js-make-case")) make();
}

/** @param {SubmitEvent} event */
function giveDates(event) {
  event.preventDefault();
  ask({ dates: true });
}

/**
 * Have the wizard answer, and show what it says. What was confirmed before has to be confirmed again.
 *
 * @param {{ answer?: { question: string, option: string }, show?: string, dates?: boolean }} [step]
 */
async function ask({ answer, show, dates } = {}) {
  if (engine.state !== "ready") return;
  const mine = ++turn;
  const dateForm = find(page, ".nav-dates-form", HTMLFormElement);
  if (dateForm) typed = { ...typed, ...typedIn(dateForm) };
  try {
    const found = await engine.ask({ writes: { answers, typed, today: form.day.value || today(), answer, show } });
    if (mine !== turn) return;
    if (found.unknown) return tellProblems(place(), [{ text: found.says ?? "" }]);
    const held = get(page, ".js-wizard", HTMLElement);
    const moved = answer || show || dates;
    shown = found;
    answers = found.answers;
    form.confirmed.checked = false;
    made.drop();
    held.replaceChildren(parse(found.html));
    get(page, ".js-confirm", HTMLElement).hidden = found.kind !== "outcome" || !!found.errors;
    const begin = find(held, ".js-errors", HTMLElement) ?? find(held, "h3, .nav-note", HTMLElement);
    if (moved && begin) {
      begin.tabIndex = -1;
      begin.focus();
    }
  } catch (error) {
    console.warn(error);
  }
}

/** Make the link and the file, or tell what is lacking. */
async function make() {
  const lacking = form.lacking;
  if (shown?.kind !== "outcome" || shown.errors) lacking.push({ id: "case-answers", name: "need-answer" });
  else if (!form.confirmed.checked) lacking.push({ id: form.confirmed.id, name: "need-confirmed" });
  tellProblems(place(), lacking.map(({ id, name }) => ({ id, text: said(name) })));
  if (lacking.length || engine.state !== "ready") return;
  const writes = { answers, typed, today: form.day.value || today(), case: form.draft };
  const found = await engine.ask({ writes });
  if (found.unknown || !found.quiz) return tellProblems(place(), [{ text: found.says ?? "" }]);
  await made.show(found.quiz, found.taken ?? "", found.file ?? "");
}

/**
 * @param {State} state
 * @param {number | string} [detail]
 */
function hear(state, detail) {
  tell(state, state === "failed" ? "write" : detail);
  if (state === "loading") showProgress(Number(detail), Number(page.dataset.runtimeSize));
  if (state === "ready") ask();
}

/** Start the engine; on a slow or metered connection leave it to the reader. */
function prepareEngine() {
  if (!page.dataset.runtime) return;
  const start = () => engine.start(addressesOf(page));
  if (isDear()) offerDownload(true, start);
  else start();
}
