/**
 * What a part of the page shows of the draft: asked for when the draft has changed and somebody looks at the part.
 *
 * @import { Bench } from "./bench.mjs"
 */

/** An edit came while something was worked out: it is asked for again with the next verdict. */
export class Stale extends Error {}

/**
 * Have something asked for anew once the draft has been checked, a file is chosen, or its tab is opened; but not
 * while nobody sees it, and not twice for the same state.
 */
export class Fresh {
  #bench;
  #panel;
  #show;
  #edits = 0;
  #shown = "";

  /**
   * @param {Bench} bench
   * @param {HTMLElement} root the part of the page
   * @param {() => Promise<void>} show asks and shows; it is called again where it rejects with `Stale`
   */
  constructor(bench, root, show) {
    this.#bench = bench;
    this.#panel = root.closest("[role=tabpanel]");
    this.#show = show;
    bench.draft.addEventListener("change", () => (this.#edits += 1));
    for (const event of ["verdict", "library", "select", "state"]) bench.addEventListener(event, () => this.look());
    if (this.#panel) new MutationObserver(() => this.look()).observe(this.#panel, { attributeFilter: ["hidden"] });
  }

  /** Show what is new, if anything is, and somebody sees it. */
  look() {
    const { state, selected, library } = this.#bench;
    if (state !== "ready" || !library || this.#panel?.hasAttribute("hidden")) return;
    const now = `${this.#edits} ${selected}`;
    if (now === this.#shown) return;
    this.#shown = now;
    this.#show().catch((error) => {
      this.#shown = "";
      if (!(error instanceof Stale)) console.warn(error);
    });
  }
}

/**
 * Ask for something that an edit may overtake. Rejects with `Stale` where one has.
 *
 * @param {Bench} bench
 * @param {string} kind
 * @param {Record<string, unknown>} asked
 */
export async function askFresh(bench, kind, asked) {
  const answer = await bench.desk.ask(kind, asked);
  if (answer.stale) throw new Stale(kind);
  return answer;
}
