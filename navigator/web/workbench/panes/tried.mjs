/**
 * Cases run against the draft, and a new one made of what the preview shows.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { around, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { refresh } from "../../wizard/dom-patch.mjs";
import { askFresh, Fresh, Stale } from "../fresh.mjs";
import { policyOf } from "../policy-of.mjs";
import { NewCase } from "../tried/new-case.mjs";

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const told = get(root, ".js-tried-told", HTMLElement);
  const place = get(root, ".js-tried-cases", HTMLElement);
  const count = get(document, "#tab-tried .js-count", HTMLElement);
  const every = get(root, ".js-tried-all", HTMLInputElement);
  /** @type {Record<string, object>} */
  let cases = {};
  /** @type {string | null} */
  let policy = null;
  let turn = 0;

  async function show() {
    const mine = ++turn;
    policy = policyOf(bench) ?? policy;
    get(root, ".js-tried-empty", HTMLElement).hidden = true;
    get(root, ".js-tried", HTMLElement).hidden = false;
    told.textContent = said("tried-working");
    place.ariaBusy = "true";
    const files = bench.draft.changed().filter((path) => path.includes("/scenarios/"));
    try {
      const asked = every.checked || !policy ? {} : { policy, files };
      const found = await askFresh(bench, "try", asked);
      if (mine !== turn) return;
      cases = found.cases;
      const failed = found.failed ? ` ${said("tried-ran-failed", found.failed)}` : "";
      told.textContent = said("tried-ran", found.passed) + failed;
      count.textContent = found.failed ? String(found.failed) : "";
      get(root, ".js-tried-older", HTMLElement).hidden = found.current;
      refresh(place, found.html);
    } catch (error) {
      if (mine === turn && !(error instanceof Stale)) told.textContent = said("tried-failed", String(error));
      throw error;
    } finally {
      if (mine === turn) place.ariaBusy = null;
    }
  }

  new Fresh(bench, root, show);
  new NewCase(bench, get(root, ".js-made", HTMLElement), (path) => (told.textContent = said("tried-made", path)));
  every.addEventListener("change", () => show().catch((error) => console.warn(error)));
  root.addEventListener("click", ({ target }) => {
    const { look, file } = around(target, "button", HTMLButtonElement)?.dataset ?? {};
    if (look && cases[look]) bench.dispatchEvent(new CustomEvent("look", { detail: cases[look] }));
    else if (file) bench.select(file);
  });
}
