/**
 * The desk as the page sees it: Python in a worker of its own, which reads and checks the draft.
 *
 * @import { State } from "../engine/engine.mjs"
 * @import { Draft } from "./draft.mjs"
 */
import { Engine } from "../engine/engine.mjs";

/** A whole library takes its time to be read and checked on a small device, and nobody has to wait for it. */
const PATIENCE_MS = { start: 300_000, ask: 120_000 };

export class Desk {
  /** @type {Engine} */
  #engine;
  #draft;
  #tell;
  /** Paths whose text the desk does not know yet. */
  /** @type {Set<string>} */
  #pending = new Set();

  /**
   * @param {Draft} draft
   * @param {(state: State, detail?: number | string) => void} tell hears of each state, as `Engine` tells it
   */
  constructor(draft, tell) {
    this.#draft = draft;
    this.#tell = tell;
    this.#engine = new Engine(tell, PATIENCE_MS);
    draft.addEventListener("change", (event) => {
      const { path } = /** @type {CustomEvent<{path: string}>} */ (event).detail;
      if (path) this.#pending.add(path);
    });
  }

  get state() {
    return this.#engine.state;
  }

  /** @param {{worker: string, runtime: string, today: string}} given */
  start(given) {
    // A new worker begins with what the site was built with.
    if (this.state === "failed") this.#engine = new Engine(this.#tell, PATIENCE_MS);
    this.#pending = new Set(this.#draft.differing());
    this.#engine.start(given);
  }

  /**
   * Ask for something, once the desk knows of every edit. Rejects when it cannot answer, with the reason.
   *
   * @param {string} kind
   * @param {Record<string, unknown>} [asked]
   * @returns {Promise<any>}
   */
  async ask(kind, asked = {}) {
    this.#send();
    const answer = /** @type {any} */ (await this.#engine.ask({ kind, ...asked }));
    if (answer.error) throw new Error(answer.error);
    return answer;
  }

  /** Give it up: somebody leaves in a hurry. */
  stop() {
    this.#engine.fail();
  }

  /** The page may be put away. */
  rest() {
    this.#engine.rest();
  }

  /** @param {{worker: string, runtime: string, today: string}} given */
  wake(given) {
    return this.#engine.wake(given);
  }

  #send() {
    if (!this.#pending.size || this.state !== "ready") return;
    const files = Object.fromEntries([...this.#pending].map((path) => [path, this.#draft.text(path)]));
    this.#pending.clear();
    this.#engine.ask(/** @type {{kind: string}} */ ({ kind: "put", files })).catch((error) => console.warn(error));
  }
}
