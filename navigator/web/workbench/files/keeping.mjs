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

  async function write() {
    const paths = draft.touched();
    /** @param {(path: string) => string | null} of */
    const texts = (of) => Object.fromEntries(paths.map((path) => [path, of(path)]));
    const forms = Object.fromEntries([...origins].map(([path, { form }]) => [path, form]));
    try {
      await keep({ files: texts((path) => draft.text(path)), saved: texts((path) => draft.saved(path)), forms });
      bench.isKept = true;
    } catch (error) {
      console.warn(error);
      tick.checked = false;
      not.hidden = false;
    }
  }

  async function restore() {
    const held = await kept();
    if (!held) return;
    tick.checked = true;
    bench.isKept = true;
    for (const [path, form] of Object.entries(held.forms)) origins.set(path, { form });
    draft.restore(held);
    tell(said("files-restored"));
  }

  tick.addEventListener("change", async () => {
    clearTimeout(soon);
    not.hidden = true;
    if (tick.checked) {
      await write();
      if (tick.checked) tell(said("files-kept"));
      return;
    }
    bench.isKept = false;
    await forget();
    tell(said("files-forgotten"));
  });
  draft.addEventListener("change", (event) => {
    const { by } = /** @type {CustomEvent<{by: string}>} */ (event).detail;
    if (!tick.checked || by === "cleared" || by === "shipped") return;
    bench.isKept = false;
    clearTimeout(soon);
    soon = setTimeout(write, STILL_MS);
  });
  addEventListener("navigator-exit", () => {
    clearTimeout(soon);
    if (tick.checked) forget().catch((error) => console.warn(error));
  });
  restore().catch((error) => console.warn(error));
}
