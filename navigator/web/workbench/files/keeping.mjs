/**
 * Keeping the draft on the device: only once its owner has chosen that, and only for as long as they want it.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { forget, keep, kept } from "./kept.mjs";

const STILL_MS = 500;

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 * @param {(text: string) => void} tell
 */
export function startKeeping(bench, root, tell) {
  const { draft, origins } = bench;
  const tick = get(root, "#bench-keep", HTMLInputElement);
  const not = get(root, ".js-keep-not", HTMLElement);
  /** @type {number | undefined} */
  let soon;
  /** What is done to the store, one after the other: nothing is written into it once it is deleted. */
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  /** @param {() => Promise<unknown>} act */
  function next(act) {
    clearTimeout(soon);
    last = last.then(act).then(
      () => {},
      (error) => {
        console.warn(error);
        tick.checked = false;
        not.hidden = false;
      },
    );
    return last;
  }

  async function write() {
    if (!tick.checked) return;
    const paths = draft.touched();
    /** @param {(path: string) => string | null} of */
    const texts = (of) => Object.fromEntries(paths.map((path) => [path, of(path)]));
    const forms = Object.fromEntries([...origins].map(([path, { form }]) => [path, form]));
    bench.isKept = true; // an edit that comes meanwhile makes it false again
    await keep({ files: texts((path) => draft.text(path)), saved: texts((path) => draft.saved(path)), forms });
  }

  async function restore() {
    const held = await kept();
    if (!held) return;
    for (const [path, form] of Object.entries(held.forms)) origins.set(path, { form });
    draft.restore(held);
    tick.checked = true;
    bench.isKept = true;
    tell(said("files-restored"));
  }

  tick.addEventListener("change", async () => {
    not.hidden = true;
    bench.isKept = false;
    await next(tick.checked ? write : forget);
    if (not.hidden) tell(said(tick.checked ? "files-kept" : "files-forgotten"));
  });
  draft.addEventListener("change", (event) => {
    const { by } = /** @type {CustomEvent<{by: string}>} */ (event).detail;
    if (!tick.checked || by === "cleared" || by === "shipped") return;
    bench.isKept = false;
    clearTimeout(soon);
    soon = setTimeout(next, STILL_MS, write);
  });
  addEventListener("navigator-exit", () => tick.checked && next(forget));
  next(restore);
}
