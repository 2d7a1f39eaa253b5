/**
 * What the draft changes for readers, held against what was saved, or against what the site has.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { parse } from "../../wizard/dom-patch.mjs";
import { askFresh, Fresh, Stale } from "../fresh.mjs";

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const since = get(root, ".js-changed-since", HTMLSelectElement);
  const told = get(root, ".js-changed-told", HTMLElement);
  const place = get(root, ".js-changed-shown", HTMLElement);
  let turn = 0;

  async function show() {
    const mine = ++turn;
    const saved = since.value === "saved";
    const paths = saved ? bench.draft.changed() : bench.draft.differing();
    get(root, ".js-changed-empty", HTMLElement).hidden = bench.draft.differing().length > 0;
    get(root, ".js-changed", HTMLElement).hidden = !bench.draft.differing().length;
    if (!paths.length) {
      told.textContent = said("changed-nothing-edited");
      place.replaceChildren();
      return;
    }
    told.textContent = said("changed-working");
    place.ariaBusy = "true";
    const held = paths.map((path) => [path, saved ? bench.draft.saved(path) : bench.draft.shipped(path)]);
    try {
      const found = await askFresh(bench, "changes", { saved: Object.fromEntries(held) });
      if (mine !== turn) return;
      told.textContent = "";
      get(root, ".js-changed-older", HTMLElement).hidden = found.current;
      place.replaceChildren(parse(found.html));
    } catch (error) {
      if (mine === turn && !(error instanceof Stale)) told.textContent = said("changed-failed", String(error));
      throw error;
    } finally {
      if (mine === turn) place.ariaBusy = null;
    }
  }

  new Fresh(bench, root, show);
  since.addEventListener("change", () => show().catch((error) => console.warn(error)));
}
