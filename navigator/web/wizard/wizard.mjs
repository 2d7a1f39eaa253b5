/**
 * The wizard: it carries answers to the engine, and shows what comes back. It says nothing of its own and decides
 * nothing; where the engine is missing, it moves along the static pages, and where anything goes wrong, it
 * leaves the browser to follow the link.
 *
 * Answers and dates live in this module's memory only. An entry of the history holds one number, which finds
 * the answers of that moment for as long as this page is open.
 *
 * @import { Answer, Step, Typed } from "../shared/types.d.ts"
 * @import { State } from "../engine/engine.mjs"
 */
import { isDear } from "../shared/connection.mjs";
import { all, around, find, get } from "../shared/dom.mjs";
import { today } from "../shared/london.mjs";
import { isForbidden, watchHostPolicy } from "../shared/host-policy.mjs";
import { addressesOf } from "../engine/addresses.mjs";
import { Engine } from "../engine/engine.mjs";
import { Prefetch } from "../engine/prefetch.mjs";
import {
  note,
  offerAddress,
  offerDownload,
  showProgress,
  startStatus,
  tell,
  tellOfLink,
  word,
} from "../engine/status.mjs";
import { Away, fetchPage, goToField, parse, refresh, restore, show, turnTo, typedIn } from "./dom-patch.mjs";
import { offerFilter } from "./choice-filter.mjs";
import { handOver } from "./take-away.mjs";

const DAY_MS = 86_400_000;
/** How a link with dates goes on after the `#`. Whatever else stands there is of no concern to this page. */
const WITH_DATES = /^#policy(=|%3D)/i;
/** @type {HTMLElement} */
let page;
/** @type {URL} */
let root;
/**
 * What is being typed into date fields, by their names.
 *
 * @type {Map<string, string>}
 */
const drafts = new Map();
/**
 * Answers by the number of their entry in the history.
 *
 * @type {Map<number, Step>}
 */
const moments = new Map();
const engine = new Engine(hear);
const prefetch = new Prefetch(engine, (answer) => (answer.html ? { ...answer, contents: parse(answer.html) } : answer));

/** @type {Step} */
let memory;
/** @type {Typed} */
let typed = {};
/**
 * The part of the address with dates, from a link that was shared, until the engine has read it.
 *
 * @type {string | null}
 */
let sharedDates;
let index = 0;
let turn = 0;

export function startWizard() {
  watchHostPolicy();
  page = get(document, "#navigator", HTMLElement);
  root = new URL(page.dataset.root ?? "", location.href);
  memory = begun(page.dataset.slug);
  sharedDates = cutOffDates();
  if (Number.isInteger(history.state)) index = history.state;
  startStatus();
  sameEntry(location.href);
  moments.set(index, memory);
  doubtClock();
  offerFilter(page);
  awaitLink();
  offerAddress(page, takeAway);
  page.addEventListener("click", followLink);
  page.addEventListener("click", takeAway);
  page.addEventListener("submit", giveDates);
  page.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement) drafts.set(target.name, target.value);
  });
  addEventListener("popstate", goBack);
  addEventListener("pagehide", () => engine.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && comeBack());
  addEventListener("navigator-exit", dropAll);
  addEventListener("navigator-day", (event) => event instanceof CustomEvent && doubtClock(event.detail));
  // Not before the page itself is complete: the engine must not slow it down.
  if (document.readyState === "complete") prepareEngine();
  else addEventListener("load", prepareEngine);
}

/**
 * Return the step of somebody who comes to a page without having answered anything.
 *
 * @param {string | undefined} slug
 * @returns {Step}
 */
function begun(slug = "") {
  return { origin: slug, answers: {}, show: null };
}

/** Take the dates out of the address at once, so that they stay in no history. They are not looked at here. */
function cutOffDates() {
  const { hash, href } = location;
  if (!WITH_DATES.test(hash)) return null;
  replaceEntry(history.state, href.slice(0, -hash.length));
  return hash;
}

/**
 * Say so where the clock of this device is wrong: every deadline would be counted from a wrong day.
 *
 * @param {number} [there] the time that the site's host gives, in milliseconds, where it is known
 */
function doubtClock(there) {
  const { checked = "", knownUntil = "" } = page.dataset;
  const apart = there !== undefined && Math.abs(there - Date.now()) > DAY_MS;
  const told = there !== undefined && word("clock-host").replace("{}", inWords(there));
  note("clock", apart || today() < checked || today() > knownUntil, apart && told ? told : "");
}

/** @param {number} time */
function inWords(time) {
  const named = `${document.documentElement.lang}-u-ca-gregory`;
  return new Intl.DateTimeFormat(named, { timeZone: "Europe/London", dateStyle: "full" }).format(time);
}

/**
 * Return the step that a link stands for, or nothing where the browser should follow it.
 *
 * @param {HTMLAnchorElement} link
 * @returns {Step | null}
 */
function stepOf(link) {
  const { question, option, show: again, restart } = link.dataset;
  const slug = slugOf(link);
  if (!slug) return null;
  if (restart) return begun(page.dataset.first);
  if (question) return { ...memory, show: null, answer: { question, option } };
  if (again) return { ...memory, show: again };
  return begun(slug);
}

/**
 * Return the name of the wizard's page at an address, or nothing for any other page.
 *
 * @param {{origin: string, pathname: string}} address
 */
function slugOf({ origin, pathname }) {
  const folder = new URL("find/", root);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return null;
  return pathname.slice(folder.pathname.length).split("/")[0];
}

/**
 * Return the page of a step from the engine, or else from the site.
 *
 * @param {Step} step
 * @param {string} address
 * @returns {Promise<Answer>}
 */
async function pageOf(step, address) {
  if (engine.state === "ready") {
    const answer = await prefetch.ask({ ...step, typed, today: today() });
    if (answer.unknown) throw new Error(answer.says);
    return { ...answer, title: (page.dataset.title ?? "").replace("{title}", answer.title) };
  }
  const { answer, answers } = step;
  const given = answer?.option ? { ...answers, [answer.question]: answer.option } : answers;
  return { ...(await fetchPage(address, page.id)), answers: given };
}

/**
 * Show the page of a step, or else do `otherwise`. Of several steps taken at once only the last counts.
 *
 * @param {Step} step
 * @param {string} address
 * @param {(address: string | URL) => void} remember
 * @param {() => void} otherwise
 */
async function go(step, address, remember, otherwise) {
  const mine = ++turn;
  try {
    const found = await pageOf(step, address);
    if (mine === turn) put(step, found, remember);
  } catch (error) {
    console.warn(error);
    if (mine !== turn) return;
    // Offline, following the link would lose the page that is shown. A host may forbid all but that.
    if (error instanceof Away && !(await isForbidden())) note("away", true);
    else otherwise();
  }
}

/**
 * @param {Step} step
 * @param {Answer} found
 * @param {(address: string | URL) => void} remember
 */
function put(step, found, remember) {
  note("away", false);
  forgetLink();
  memory = { origin: step.origin, answers: found.answers, show: step.show };
  const stays = page.dataset.slug === found.slug && !step.show;
  page.dataset.slug = found.slug;
  remember(new URL(`find/${found.slug}/`, root));
  moments.set(index, memory);
  document.title = found.title;
  show(page, found.contents ?? parse(found.html), stays);
  offerFilter(page);
  restore(page, drafts);
  prepareEngine();
  if ("kind" in found) lookAhead();
  else {
    turnToPhase();
    update(); // a page of the site: the engine may have become ready meanwhile
  }
}

/** On a page of the site every phase is there: show the one that was chosen, if any was. */
function turnToPhase() {
  const links = all(page, ".js-phases a[data-question]", HTMLAnchorElement);
  const chosen = links.find(({ hash, dataset: { question = "", option } }) => hash && memory.answers[question] === option);
  if (chosen) turnTo(page, chosen.hash.slice(1));
}

/** Have the answers to each choice of this page worked out while its reader still reads. */
function lookAhead() {
  const steps = all(page, "a[data-question]", HTMLAnchorElement).map(stepOf);
  prefetch.prepare(steps.filter((step) => step !== null).map((step) => ({ ...step, typed, today: today() })));
}

/** Let the engine render the page that is shown, without disturbing its reader. */
async function update() {
  if (engine.state !== "ready") return;
  const [mine, asked] = [turn, memory];
  try {
    const found = await engine.ask({ ...memory, typed, today: today(), link: sharedDates });
    if (mine !== turn || asked !== memory) return; // another page is shown by now
    if (found.unknown) {
      engine.fail();
      tell("broken");
      return;
    }
    if (sharedDates) typed = found.typed ?? {};
    forgetLink();
    refresh(page, found.html);
    offerFilter(page);
    restore(page, drafts);
    lookAhead();
  } catch {
    if (engine.state === "ready") engine.fail(); // and not one that has begun anew meanwhile
  }
}

/** Tell of dates in a link for as long as they wait for the engine. */
function awaitLink() {
  if (sharedDates) tellOfLink(engine.state === "failed" || !page.dataset.runtime ? "dates-lost" : "dates-wait");
}

function forgetLink() {
  sharedDates = null;
  tellOfLink(null);
}

/**
 * Take away what a button stands for.
 *
 * @param {MouseEvent} event
 */
function takeAway({ target }) {
  const button = around(target, "[data-take]", HTMLElement);
  const live = around(button, ".js-live", HTMLElement);
  if (!button || !live) return;
  const { take = "" } = button.dataset;
  const line = get(live, ".js-taken", HTMLElement);
  if (line.ariaBusy !== "true") handOver(take, textOf(take), line);
}

/** @param {string} take */
async function textOf(take) {
  const address = new URL(`find/${page.dataset.slug}/`, root).href;
  if (take === "address") return address;
  const moment = Math.floor(Date.now() / 1000);
  const { taken } = await engine.ask({ ...memory, typed, today: today(), take, moment });
  if (!taken) throw new Error(take);
  return take === "link" ? address + taken : taken;
}

/** @param {string | URL} address */
function addEntry(address) {
  for (const later of moments.keys()) if (later > index) moments.delete(later);
  index += 1;
  history.pushState(index, "", address);
}

/** @param {string | URL} address */
function sameEntry(address) {
  replaceEntry(index, address);
}

/**
 * Write over the entry of the history. A browser that finds it too often refuses, and the page works all the same.
 *
 * @param {unknown} state
 * @param {string | URL} address
 */
function replaceEntry(state, address) {
  try {
    history.replaceState(state, "", address);
  } catch (error) {
    console.warn(error);
  }
}

/** @param {MouseEvent} event */
function followLink(event) {
  const link = around(event.target, "a[href]", HTMLAnchorElement);
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !plain) return;
  if (link.closest(".js-errors")) {
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

/** @param {SubmitEvent} event */
function giveDates(event) {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  typed = { ...typed, ...typedIn(event.target) };
  for (const { name } of all(event.target, "input", HTMLInputElement)) drafts.delete(name);
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
  memory = begun(page.dataset.first);
  moments.clear();
  forgetDates();
  sharedDates = null;
  prefetch.prepare([]);
  engine.fail();
}

/** @param {PopStateEvent} event */
function goBack({ state }) {
  if (!Number.isInteger(state)) {
    sharedDates = cutOffDates() ?? sharedDates;
    sameEntry(location.href); // a link within the page
    awaitLink();
    if (sharedDates) update();
    return;
  }
  if (state === index) return;
  index = state;
  const moment = moments.get(index) ?? begun(slugOf(location) ?? "");
  go(moment, location.href, sameEntry, () => location.reload());
}

/** The browser shows the page as it was left: the day may be another by now, and the engine may be gone. */
function comeBack() {
  note("away", false);
  engine.wake(addressesOf(page)).then(update);
}

/**
 * @param {State} state
 * @param {number | string} [detail]
 */
function hear(state, detail) {
  if (state === "failed") tellOfFailure(String(detail));
  else tell(state, detail);
  awaitLink();
  if (state === "loading") showProgress(Number(detail), Number(page.dataset.runtimeSize));
  if (state === "ready") update();
  if (state !== "loading") dispatchEvent(new Event("navigator-settled"));
}

/**
 * The browser is not to blame for what this site's host forbids.
 *
 * @param {string} wanting
 */
async function tellOfFailure(wanting) {
  tell("failed", (await isForbidden()) ? "forbidden" : wanting);
}

/** Start the engine; on a slow or metered connection wait until a date can be given, and leave it to the reader. */
function prepareEngine() {
  if (!page.dataset.runtime || engine.state !== "idle") return;
  if (isDear()) {
    offerDownload(find(page, "[data-dates]", HTMLElement) !== null, startEngine);
  } else {
    startEngine();
  }
}

function startEngine() {
  engine.start(addressesOf(page));
}
