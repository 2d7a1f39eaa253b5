/**
 * The wizard: it carries answers to the engine, and shows what comes back. It says nothing of its own and decides
 * nothing; where the engine is missing, it moves along the static pages, and where anything goes wrong, it
 * leaves the browser to follow the link.
 *
 * Answers and dates live in this module's memory only. An entry of the history holds one number, which finds
 * the answers of that moment for as long as this page is open.
 */
import { Engine } from "./engine.mjs";
import { fetchPage, goToField, refresh, restore, show, typedIn } from "./page.mjs";
import { offerDownload, showProgress, tell } from "./status.mjs";

const page = document.getElementById("navigator");
const root = new URL(page.dataset.root, location.href);
/** What is being typed into date fields, by their names. */
const drafts = new Map();
/** Answers by the number of their entry in the history. */
const moments = new Map();
const engine = new Engine(hear);

/** What has been answered: from which page, what, and which answered question is shown again. */
let memory = { origin: page.dataset.slug, answers: {}, show: null };
let typed = {};
let index = Number.isInteger(history.state) ? history.state : 0;
let turn = 0;

/** Return today's date where the policies hold, whatever the clock of this device is set to. */
function today() {
  const written = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone: "Europe/London",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(Date.now());
  const part = (type) => written.find((each) => each.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Return the step that a link stands for, or nothing where the browser should follow it. */
function stepOf(link) {
  const { question, option, show: again, restart } = link.dataset;
  const slug = slugOf(link);
  if (!slug) return null;
  if (restart) return { origin: page.dataset.first, answers: {}, show: null };
  if (question) return { ...memory, show: null, answer: { question, option } };
  if (again) return { ...memory, show: again };
  return { origin: slug, answers: {}, show: null };
}

/** Return the name of the wizard's page at an address, or nothing for any other page. */
function slugOf({ origin, pathname }) {
  const find = new URL("find/", root);
  if (origin !== find.origin || !pathname.startsWith(find.pathname)) return null;
  return pathname.slice(find.pathname.length).split("/")[0];
}

/** Return the page of a step from the engine, or else from the site. */
async function pageOf(step, address) {
  if (engine.state === "ready") {
    const answer = await engine.ask({ ...step, typed, today: today() });
    if (answer.unknown) throw new Error(answer.says);
    return { ...answer, title: page.dataset.title.replace("{title}", answer.title) };
  }
  const { answer, answers } = step;
  const given = answer ? { ...answers, [answer.question]: answer.option } : answers;
  return { ...(await fetchPage(address, page.id)), answers: given };
}

/** Show the page of a step, or else do `otherwise`. Of several steps taken at once only the last counts. */
async function go(step, address, remember, otherwise) {
  const mine = ++turn;
  try {
    const found = await pageOf(step, address);
    if (mine === turn) put(step, found, remember);
  } catch (error) {
    console.warn(error);
    if (mine === turn) otherwise();
  }
}

function put(step, found, remember) {
  memory = { origin: step.origin, answers: found.answers, show: step.show };
  page.dataset.slug = found.slug;
  remember(new URL(`find/${found.slug}/`, root));
  moments.set(index, memory);
  document.title = found.title;
  show(page, found.html);
  restore(page, drafts);
  prepareEngine();
  if (!("kind" in found)) update(); // a page of the site: the engine may have become ready meanwhile
}

/** Let the engine render the page that is shown, without disturbing its reader. */
async function update() {
  if (engine.state !== "ready") return;
  const mine = turn;
  try {
    const found = await engine.ask({ ...memory, typed, today: today() });
    if (mine !== turn) return;
    if (found.unknown) {
      engine.fail();
      tell("broken");
      return;
    }
    refresh(page, found.html);
    restore(page, drafts);
  } catch {
    engine.fail();
  }
}

function addEntry(address) {
  for (const later of moments.keys()) if (later > index) moments.delete(later);
  index += 1;
  history.pushState(index, "", address);
}

function sameEntry(address) {
  history.replaceState(index, "", address);
}

function followLink(event) {
  const link = event.target.closest("a[href]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain) return;
  if (link.closest(".nav-errors")) {
    event.preventDefault();
    goToField(link);
    return;
  }
  const step = stepOf(link);
  if (!step) return;
  event.preventDefault();
  if (link.dataset.restart) forgetDates();
  go(step, link.href, addEntry, () => location.assign(link.href));
}

function giveDates(event) {
  event.preventDefault();
  typed = { ...typed, ...typedIn(event.target) };
  for (const { name } of event.target.elements) drafts.delete(name);
  go(memory, location.href, sameEntry, () => {
    engine.fail();
    go(memory, location.href, sameEntry, () => location.reload());
  });
}

function forgetDates() {
  typed = {};
  drafts.clear();
}

function goBack({ state }) {
  if (!Number.isInteger(state)) {
    sameEntry(location.href); // a link within the page
    return;
  }
  if (state === index) return;
  index = state;
  const moment = moments.get(index) ?? { origin: slugOf(location), answers: {}, show: null };
  go(moment, location.href, sameEntry, () => location.reload());
}

function hear(state, bytes) {
  tell(state);
  if (state === "loading") showProgress(bytes, page.dataset.runtimeSize);
  if (state === "ready") update();
}

/** Start the engine; on a slow or metered connection wait until a date can be given, and leave it to the reader. */
function prepareEngine() {
  if (!page.dataset.runtime || engine.state !== "idle") return;
  const { saveData, effectiveType } = navigator.connection ?? {};
  if (saveData || ["slow-2g", "2g", "3g"].includes(effectiveType)) {
    offerDownload(page.querySelector("[data-dates]"), startEngine);
  } else {
    startEngine();
  }
}

function startEngine() {
  engine.start(new URL(page.dataset.runtime, location.href).href, new URL(page.dataset.library, location.href).href);
}

sameEntry(location.href);
moments.set(index, memory);
page.addEventListener("click", followLink);
page.addEventListener("submit", giveDates);
page.addEventListener("input", ({ target }) => drafts.set(target.name, target.value));
addEventListener("popstate", goBack);
// Not before the page itself is complete: the engine must not slow it down.
if (document.readyState === "complete") prepareEngine();
else addEventListener("load", prepareEngine);
