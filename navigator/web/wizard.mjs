/**
 * The wizard: it carries answers to the engine, and shows what comes back. It says nothing of its own and decides
 * nothing; where the engine is missing, it moves along the static pages, and where anything goes wrong, it
 * leaves the browser to follow the link.
 *
 * Answers and dates live in this module's memory only. An entry of the history holds one number, which finds
 * the answers of that moment for as long as this page is open.
 */
import { Ahead } from "./ahead.mjs";
import { Engine } from "./engine.mjs";
import { Away, fetchPage, goToField, parse, refresh, restore, show, typedIn } from "./page.mjs";
import { note, offerAddress, offerDownload, showProgress, tell, tellOfLink } from "./status.mjs";
import { handOver } from "./take.mjs";

const page = document.getElementById("navigator");
const root = new URL(page.dataset.root, location.href);
/** What is being typed into date fields, by their names. */
const drafts = new Map();
/** Answers by the number of their entry in the history. */
const moments = new Map();
const engine = new Engine(hear);
const ahead = new Ahead(engine, (answer) => (answer.html ? { ...answer, contents: parse(answer.html) } : answer));

/** What has been answered: from which page, what, and which answered question is shown again. */
let memory = { origin: page.dataset.slug, answers: {}, show: null };
let typed = {};
/** The part of the address with dates, from a link that was shared, until the engine has read it. */
let link = cutOffDates();
let index = Number.isInteger(history.state) ? history.state : 0;
let turn = 0;

/** Take the dates out of the address at once, so that they stay in no history. They are not looked at here. */
function cutOffDates() {
  const { hash, pathname, search } = location;
  if (!hash.includes("=")) return null;
  history.replaceState(history.state, "", pathname + search);
  return hash;
}

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
    const answer = await ahead.ask({ ...step, typed, today: today() });
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
    if (mine !== turn) return;
    // Offline, following the link would lose the page that is shown.
    if (error instanceof Away) note("away", true);
    else otherwise();
  }
}

function put(step, found, remember) {
  note("away", false);
  forgetLink();
  memory = { origin: step.origin, answers: found.answers, show: step.show };
  page.dataset.slug = found.slug;
  remember(new URL(`find/${found.slug}/`, root));
  moments.set(index, memory);
  document.title = found.title;
  show(page, found.contents ?? parse(found.html));
  restore(page, drafts);
  prepareEngine();
  if ("kind" in found) lookAhead();
  else update(); // a page of the site: the engine may have become ready meanwhile
}

/** Have the answers to each choice of this page worked out while its reader still reads. */
function lookAhead() {
  const steps = [...page.querySelectorAll("a[data-question]")].map(stepOf);
  ahead.prepare(steps.filter(Boolean).map((step) => ({ ...step, typed, today: today() })));
}

/** Let the engine render the page that is shown, without disturbing its reader. */
async function update() {
  if (engine.state !== "ready") return;
  const mine = turn;
  try {
    const found = await engine.ask({ ...memory, typed, today: today(), link });
    if (mine !== turn) return;
    if (found.unknown) {
      engine.fail();
      tell("broken");
      return;
    }
    if (link) typed = found.typed;
    forgetLink();
    refresh(page, found.html);
    restore(page, drafts);
    lookAhead();
  } catch {
    engine.fail();
  }
}

/** Tell of dates in a link for as long as they wait for the engine. */
function awaitLink() {
  if (link) tellOfLink(engine.state === "failed" || !page.dataset.runtime ? "dates-lost" : "dates-wait");
}

function forgetLink() {
  link = null;
  tellOfLink(null);
}

/** Take away what a button stands for. */
function takeAway({ target }) {
  const button = target.closest("[data-take]");
  if (!button) return;
  const { take } = button.dataset;
  handOver(take, textOf(take), button.closest(".nav-live").querySelector(".nav-taken"));
}

async function textOf(take) {
  const address = new URL(`find/${page.dataset.slug}/`, root).href;
  if (take === "address") return address;
  const { taken } = await engine.ask({ ...memory, typed, today: today(), take });
  if (!taken) throw new Error(take);
  return take === "link" ? address + taken : taken;
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

/** Drop everything: somebody leaves in a hurry, and may have to hand this device to somebody else. */
function dropAll() {
  turn += 1;
  memory = { origin: page.dataset.first, answers: {}, show: null };
  moments.clear();
  forgetDates();
  link = null;
  ahead.prepare([]);
  engine.fail();
}

function goBack({ state }) {
  if (!Number.isInteger(state)) {
    link = cutOffDates() ?? link;
    sameEntry(location.href); // a link within the page
    awaitLink();
    if (link) update();
    return;
  }
  if (state === index) return;
  index = state;
  const moment = moments.get(index) ?? { origin: slugOf(location), answers: {}, show: null };
  go(moment, location.href, sameEntry, () => location.reload());
}

function hear(state, detail) {
  tell(state, detail);
  awaitLink();
  if (state === "loading") showProgress(detail, page.dataset.runtimeSize);
  if (state === "ready") update();
  if (state !== "loading") dispatchEvent(new Event("navigator-settled"));
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
// Every deadline would be counted from a wrong day.
note("clock", today() < page.dataset.built || today() > page.dataset.knownUntil);
awaitLink();
offerAddress(page, takeAway);
page.addEventListener("click", followLink);
page.addEventListener("click", takeAway);
page.addEventListener("submit", giveDates);
page.addEventListener("input", ({ target }) => drafts.set(target.name, target.value));
addEventListener("popstate", goBack);
addEventListener("navigator-exit", dropAll);
addEventListener("navigator-newer", () => note("newer", true));
// Not before the page itself is complete: the engine must not slow it down.
if (document.readyState === "complete") prepareEngine();
else addEventListener("load", prepareEngine);
