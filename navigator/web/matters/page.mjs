/**
 * My matters: the list lives in this module's memory only, and leaves it as a file that its reader saves. Dates are
 * worked out by the engine, which is loaded once there is one.
 *
 * @import { State } from "../engine/engine.mjs"
 * @import { Matter } from "./file.mjs"
 * @import { Reading } from "../shared/types.d.ts"
 */
import { addressesOf } from "../engine/addresses.mjs";
import { Engine } from "../engine/engine.mjs";
import { offerDownload, showProgress, startStatus, tell } from "../engine/status.mjs";
import { isDear } from "../shared/connection.mjs";
import { around, get } from "../shared/dom.mjs";
import { watchHostPolicy } from "../shared/host-policy.mjs";
import { today } from "../shared/london.mjs";
import { tellProblems } from "../shared/problems.mjs";
import { said } from "../shared/said.mjs";
import { saveFile } from "../shared/save-file.mjs";
import { goToField, refresh } from "../wizard/dom-patch.mjs";
import { stageOf } from "./choices.mjs";
import { BadFile, read, write } from "./file.mjs";
import { MatterForm } from "./form.mjs";
import { shown } from "./list.mjs";

/** @type {HTMLElement} */
let page;
/** @type {MatterForm} */
let form;
/** @type {Matter[]} */
let matters = [];
/** What the engine has read of each matter's dates. */
/** @type {Map<string, Reading>} */
let readings = new Map();
let unsaved = false;
let turn = 0;
const engine = new Engine(hear);
const place = () => get(page, ".js-errors", HTMLElement);

export function startMatters() {
  watchHostPolicy();
  page = get(document, ".js-matters", HTMLElement);
  page.hidden = false;
  get(document, ".js-without", HTMLElement).hidden = true;
  startStatus();
  form = new MatterForm(get(page, ".js-form", HTMLFormElement));
  page.addEventListener("submit", take);
  page.addEventListener("click", act);
  get(page, ".js-file", HTMLInputElement).addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    open(target.files?.[0]);
    target.value = ""; // the same file can be chosen again
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  addEventListener("pagehide", () => engine.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && engine.wake(addressesOf(page)).then(count));
  addEventListener("navigator-exit", dropAll);
  show();
}

/** Drop everything: somebody leaves in a hurry. */
function dropAll() {
  unsaved = false;
  matters = [];
  engine.fail();
  show();
}

/** @param {SubmitEvent} event */
function take(event) {
  event.preventDefault();
  const most = Number(page.dataset.most);
  const lacking = form.lacking.map(({ id, name }) => ({ id, text: said(name) }));
  if (!lacking.length && !form.changing && matters.length >= most) lacking.push({ id: "add", text: said("full", most) });
  tellProblems(place(), lacking);
  if (lacking.length) return;
  const { matter, changing } = form;
  matters = changing ? matters.map((each) => (each.key === changing ? matter : each)) : [...matters, matter];
  readings.delete(matter.key);
  form.clear();
  form.begin();
  changed(said(changing ? "changed" : "added", matter.nickname));
}

/** @param {MouseEvent} event */
function act(event) {
  const link = around(event.target, ".js-errors a", HTMLAnchorElement);
  const button = around(event.target, "button", HTMLButtonElement);
  if (link) {
    event.preventDefault();
    goToField(link);
  }
  const key = around(event.target, "[data-key]", HTMLElement)?.dataset.key;
  const matter = matters.find((each) => each.key === key);
  if (button?.classList.contains("js-save")) save();
  else if (button?.classList.contains("js-calendar")) takeCalendar();
  else if (button?.classList.contains("js-print")) print();
  else if (matter && button?.dataset.act === "change") form.change(matter);
  else if (matter && button?.dataset.act === "remove") remove(matter);
}

/** @param {Matter} matter */
function remove(matter) {
  if (form.changing === matter.key) form.clear();
  matters = matters.filter((each) => each !== matter);
  get(page, "#list", HTMLElement).focus();
  changed(said("removed", matter.nickname));
}

/** @param {string} what */
function changed(what) {
  unsaved = matters.length > 0;
  show();
  inform(what);
}

function save() {
  for (const each of matters) each.dates = { ...each.dates, ...readings.get(each.key)?.dates };
  saveFile(write(matters, today()), "application/json", said("file"));
  unsaved = false;
  inform(said("saved", said("file")));
}

/**
 * Read a file into the list: a matter that is in both becomes that of the file.
 *
 * @param {File | undefined} file
 */
async function open(file) {
  if (!file) return;
  try {
    const found = read(await file.text());
    const keys = new Set(found.matters.map(({ key }) => key));
    const others = matters.filter(({ key }) => !keys.has(key));
    const most = Number(page.dataset.most);
    const fits = others.length + found.matters.length <= most;
    tellProblems(place(), [
      ...found.bad.map((number) => ({ text: said("bad-matter", number) })),
      ...(fits ? [] : [{ text: said("full", most) }]),
    ]);
    if (!fits) return;
    matters = [...others, ...found.matters];
    readings = new Map();
    unsaved = unsaved && others.length > 0;
    show();
    inform(said("opened", matters.length));
  } catch (error) {
    tellProblems(place(), [{ text: said(error instanceof BadFile ? error.message : "not-json", file.name) }]);
  }
}

async function takeCalendar() {
  try {
    const asked = { ...message(), take: "calendar", moment: Math.floor(Date.now() / 1000) };
    const { taken = "", days = 0 } = await engine.ask(asked);
    if (days) saveFile(taken, "text/calendar", said("calendar-file"));
    inform(days ? said("calendar-saved", days) : said("no-days"));
  } catch (error) {
    console.warn(error);
    inform(said("no-days"));
  }
}

function message() {
  const asked = matters.map(({ key, nickname, policy, stage, dates }) => ({ key, nickname, policy, stage, dates }));
  return { matters: asked, today: today() };
}

/** Show the list, and have its dates worked out. */
function show() {
  get(page, ".js-empty", HTMLElement).hidden = matters.length > 0;
  get(page, ".js-list", HTMLElement).replaceChildren(...matters.map((each) => shown(each, readings.get(each.key))));
  get(page, ".js-save", HTMLButtonElement).disabled = !matters.length;
  count();
}

async function count() {
  const mine = ++turn;
  const dated = matters.some((each) => stageOf(each.policy, each.stage) && Object.keys(each.dates).length > 0);
  const due = get(page, ".js-when-due", HTMLElement);
  get(page, ".js-calendar", HTMLButtonElement).disabled = !dated || engine.state !== "ready";
  due.hidden = !dated || engine.state !== "ready";
  if (!dated) return;
  if (engine.state === "idle") prepareEngine();
  if (engine.state !== "ready") return;
  try {
    const { html, read: found = [] } = await engine.ask(message());
    if (mine !== turn) return;
    readings = new Map(found.map((reading) => [reading.key, reading]));
    refresh(get(page, ".js-due", HTMLElement), html || paragraph(said("nothing-due")));
    get(page, ".js-list", HTMLElement).replaceChildren(...matters.map((each) => shown(each, readings.get(each.key))));
  } catch (error) {
    console.warn(error);
  }
}

/** @param {string} text */
function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made.outerHTML;
}

/** @param {string} text */
function inform(text) {
  get(page, ".js-told", HTMLElement).textContent = text;
}

/**
 * @param {State} state
 * @param {number | string} [detail]
 */
function hear(state, detail) {
  tell(state, state === "failed" ? "list" : detail);
  if (state === "loading") showProgress(Number(detail), Number(page.dataset.runtimeSize));
  if (state === "ready") count();
}

/** Start the engine; on a slow or metered connection leave it to the reader. */
function prepareEngine() {
  if (!page.dataset.runtime) return;
  const start = () => engine.start(addressesOf(page));
  if (isDear()) offerDownload(true, start);
  else start();
}
