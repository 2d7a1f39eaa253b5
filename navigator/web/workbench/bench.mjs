/**
 * What every part of the page shares: the draft, the desk that checks it, what is selected, and what is wrong.
 *
 * Events: `state` when the desk's state changes; `select` when another file or place is chosen; `library` when what
 * can be chosen from changes; `verdict` when the draft has been checked; `view` when the open file is shown in another way.
 *
 * @import { State } from "../engine/engine.mjs"
 * @import { Form } from "./files/text.mjs"
 * @typedef {object} Problem
 * @property {string} file the path within the data folder
 * @property {number | null} line counted from 1
 * @property {number | null} column counted from 1
 * @property {(string | number)[] | string | null} path the way to the value within the file
 * @property {string} what what is wrong
 * @property {string | null} hint what to write
 * @property {string} severity `error` or `finding`
 * @property {unknown} [value]
 * @typedef {{problems: Problem[], whole: boolean, ms?: number}} Verdict
 * @typedef {(bench: Bench, root: HTMLElement) => void} Pane what starts a part of the page, in its own element
 * @typedef {{line?: number | null, column?: number | null, path?: Problem["path"]}} Place
 */
import { Desk } from "./desk.mjs";
import { Draft } from "./draft.mjs";

const STILL_MS = { verdict: 150, whole: 1_000 };

export class Bench extends EventTarget {
  draft = new Draft();
  desk;
  /** The day on which all is checked, as YYYY-MM-DD. */
  today;
  /** Of each file that was opened from the device: the form that it came in, and what can be written into again. */
  /** @type {Map<string, {form: Form, handle?: FileSystemFileHandle}>} */
  origins = new Map();
  /** Whether all of the draft is kept on this device. */
  isKept = false;
  /** Done once it is known what the site was built with, or that nobody will tell. */
  /** @type {Promise<void>} */
  settled;
  /** The path of the file that is open, or nothing. */
  /** @type {string | null} */
  selected = null;
  /** @type {Place} */
  place = {};
  /** @type {Verdict} */
  verdict = { problems: [], whole: false };
  /** What can be chosen from, as the desk tells it; nothing until it has. */
  /** @type {any} */
  library = null;
  /** @type {number | undefined} */
  #soon;
  /** Tells a problem of the open file as the form does, while that is shown. */
  /** @type {((problem: Problem) => {where: string, what: string}) | null} */
  inForm = null;
  #turn = 0;
  #settle;

  /**
   * @param {string} today
   * @param {(state: State, detail?: number | string) => void} tell hears of each state of the desk
   */
  constructor(today, tell) {
    super();
    this.today = today;
    /** @type {PromiseWithResolvers<void>} */
    const { promise, resolve } = Promise.withResolvers();
    this.settled = promise;
    this.#settle = resolve;
    this.desk = new Desk(this.draft, (state, detail) => {
      tell(state, detail);
      this.#say("state", { state });
      if (state === "ready") this.#begin();
      if (state === "failed") this.#settle();
    });
    this.draft.addEventListener("change", (event) => {
      const { by } = /** @type {CustomEvent<{by: string}>} */ (event).detail;
      if (by !== "shipped" && by !== "saved") this.#check();
    });
  }

  get state() {
    return this.desk.state;
  }

  /**
   * Open a file, at a place of it.
   *
   * @param {string | null} path
   * @param {Place} [place]
   */
  select(path, place = {}) {
    this.selected = path;
    this.place = place;
    this.#say("select", { path, ...place });
  }

  /**
   * Have problems told in the form's words, or as they stand.
   *
   * @param {Bench["inForm"]} inForm
   */
  viewed(inForm) {
    this.inForm = inForm;
    this.#say("view", {});
  }

  async #begin() {
    try {
      const { files } = await this.desk.ask("files");
      this.draft.ship(files);
      this.#settle();
      await this.#choices();
      await this.#judge("whole", this.#turn);
    } catch (error) {
      console.warn(error);
    }
  }

  async #choices() {
    this.library = await this.desk.ask("library");
    this.#say("library", {});
  }

  /** Have the draft checked once the typing stops for a moment, and all of the library when it stops for longer. */
  #check() {
    const mine = ++this.#turn;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(async () => {
      if (!(await this.#judge("verdict", mine))) return;
      this.#soon = setTimeout(async () => {
        if (await this.#judge("whole", mine)) this.#choices().catch((error) => console.warn(error));
      }, STILL_MS.whole);
    }, STILL_MS.verdict);
  }

  /**
   * Return whether what was found still holds: no edit has come since it was asked for.
   *
   * @param {"verdict" | "whole"} kind
   * @param {number} turn
   */
  async #judge(kind, turn) {
    if (this.state !== "ready") return false;
    try {
      const found = await this.desk.ask(kind);
      if (turn !== this.#turn || found.stale) return false;
      this.verdict = { ...found, problems: told(this.verdict.problems, found) };
      this.#say("verdict", this.verdict);
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @param {Problem} problem */
const isError = ({ severity }) => severity === "error";

/**
 * Return what is wrong after a look at the draft. Errors of files that were not looked at still hold. Findings stay as
 * they are until a whole look has met no error: before that, some are not looked for.
 *
 * @param {Problem[]} before
 * @param {Verdict & {files?: string[]}} found
 */
function told(before, { problems, whole, files = [] }) {
  const errors = problems.filter(isError);
  const elsewhere = whole ? [] : before.filter((each) => isError(each) && !files.includes(each.file));
  const known = before.filter((each) => !isError(each));
  const isNew = whole && (!errors.length || !known.length);
  return [...errors, ...elsewhere, ...(isNew ? problems.filter((each) => !isError(each)) : known)];
}
