/**
 * The page of the workbench: it starts the desk and every part of the page, and drops everything where somebody
 * leaves in a hurry.
 *
 * @import { State } from "../engine/engine.mjs"
 * @import { Pane } from "./bench.mjs"
 */
import { addressesOf } from "../engine/addresses.mjs";
import { offerDownload, showProgress, startStatus, tell } from "../engine/status.mjs";
import { isDear } from "../shared/connection.mjs";
import { get } from "../shared/dom.mjs";
import { watchHostPolicy } from "../shared/host-policy.mjs";
import { today } from "../shared/london.mjs";
import { said } from "../shared/said.mjs";
import { Bench } from "./bench.mjs";
import { keepPage } from "./offline.mjs";
import { mount as anew } from "./panes/anew.mjs";
import { mount as begun } from "./panes/begun.mjs";
import { mount as changed } from "./panes/changed.mjs";
import { mount as editing } from "./panes/editing.mjs";
import { mount as files } from "./panes/files.mjs";
import { mount as problems } from "./panes/problems.mjs";
import { mount as saved } from "./panes/saved.mjs";
import { mount as seen } from "./panes/seen.mjs";
import { mount as taken } from "./panes/taken.mjs";
import { mount as tried } from "./panes/tried.mjs";
import { startTabs } from "./tabs.mjs";

/** What may be otherwise when it is tried again. */
const PASSING = ["damaged", "stalled", "answer"];
/** Here the files have a column of their own. */
const WIDE = "(min-width: 85em)";
/** @type {Record<string, Pane>} */
const PANES = { files, begun, anew, editing, problems, seen, tried, changed, saved, taken };
/** @type {HTMLElement} */
let page;
/** @type {Bench} */
let bench;

export function startWorkbench() {
  watchHostPolicy();
  page = get(document, ".js-bench", HTMLElement);
  page.hidden = false;
  get(document, ".js-without", HTMLElement).hidden = true;
  startStatus();
  bench = new Bench(today(), hear);
  startTabs(get(page, ".js-tabs", HTMLElement));
  for (const [name, mount] of Object.entries(PANES)) {
    try {
      mount(bench, get(page, `[data-pane=${name}]`, HTMLElement));
    } catch (error) {
      console.error(name, error); // the other parts work all the same
    }
  }
  bench.addEventListener("select", showSelected);
  bench.addEventListener("library", () => bench.selected && nameSelected());
  bench.draft.addEventListener("change", showNow);
  addEventListener("beforeunload", (event) => !bench.isKept && bench.draft.changed().length && event.preventDefault());
  addEventListener("pagehide", () => bench.desk.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && bench.desk.wake(given()));
  addEventListener("navigator-exit", dropAll);
  prepare();
}

/** Name the file that is open, and make room for it where the window is not wide. */
function showSelected() {
  const { selected } = bench;
  const name = nameSelected();
  page.dataset.open = selected ? "file" : "none";
  if (selected && !matchMedia(WIDE).matches) get(page, ".js-bench-open", HTMLDetailsElement).open = false;
  if (selected && !page.contains(document.activeElement)) name.focus();
  showNow();
}

function nameSelected() {
  const { selected } = bench;
  const name = get(page, ".js-bench-name", HTMLElement);
  name.textContent = selected ? nameOf(selected) : said("shell-nothing-open");
  get(page, ".js-bench-path", HTMLElement).textContent = selected ?? "";
  return name;
}

/**
 * Return what a file is about, or else the name of the file.
 *
 * @param {string} path
 */
function nameOf(path) {
  const { policies = [], services = [], signposts = [], scenarios = [] } = bench.library ?? {};
  const found = [...policies, ...services, ...signposts, ...scenarios].find(({ file }) => file === path);
  return found?.name || path.replace(/^.*\//, "");
}

/** Say beside the heading of the files which is open, and how many are changed. */
function showNow() {
  const count = bench.draft.changed().length;
  const says = [bench.selected?.replace(/^.*\//, ""), count ? said("shell-changed", count) : ""].filter(Boolean);
  get(page, ".js-bench-now", HTMLElement).textContent = says.join(", ");
}

function dropAll() {
  bench.draft.clear();
  bench.desk.stop();
  page.remove();
}

/** Start the desk; on a slow or metered connection leave it to the reader. */
function prepare() {
  if (isDear()) offerDownload(true, start);
  else start();
}

function start() {
  bench.desk.start(given());
}

function given() {
  const { worker, runtime } = addressesOf(page);
  return { worker, runtime, today: bench.today };
}

/**
 * @param {State} state
 * @param {number | string} [detail]
 */
function hear(state, detail) {
  tell(state, detail);
  page.dataset.state = state;
  if (state === "loading") showProgress(Number(detail), Number(page.dataset.runtimeSize));
  if (state === "ready" || state === "failed") dispatchEvent(new Event("navigator-settled"));
  offerDownload(state === "failed" && PASSING.includes(String(detail)), start);
  if (state === "ready") keepPage(given().worker).catch((error) => console.warn(error));
}
