/** The engine as the wizard sees it: started once, asked with messages, and given up when it stalls. */
import { arrivesAnew } from "../shared/arrival.mjs";

const STALLED_MS = { download: 20_000, start: 60_000, ask: 20_000, alive: 3_000 };

/**
 * @import { Answer, CaseMessage, ListMessage, Message } from "../shared/types.d.ts"
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
 * @typedef {{worker: string, runtime: string, [more: string]: string}} Addresses what a worker is given, and its own
 */
export class Engine {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Map<number, {resolve: (answer: Answer) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {number | undefined} */
  #timer;
  #tell;
  #patience;
  #retried = false;
  /** @type {State} */
  state = "idle";

  /**
   * @param {(state: State, detail?: number | string) => void} tell hears of each state: `loading` with the bytes
   *   read so far, `ready`, and `failed` with what was wanting: `forbidden`, `browser`, `memory`, `damaged`, `stalled`, or
   *   `runtime` and `answer` for anything else.
   * @param {Partial<typeof STALLED_MS>} [patience] how long each may take, where that is longer than here
   */
  constructor(tell, patience) {
    this.#tell = tell;
    this.#patience = { ...STALLED_MS, ...patience };
  }

  /**
   * Start the worker with what it is given, such as where the runtime is. Only the first call does anything.
   *
   * @param {Addresses} addresses
   */
  start(addresses) {
    if (this.state !== "idle") return;
    this.#become("loading", 0);
    if (globalThis.WebAssembly) this.#begin(addresses);
    else this.fail("browser");
  }

  /**
   * Send a message and return the answer. Rejects when the engine cannot give one, now or ever.
   *
   * @param {Message | ListMessage | CaseMessage | {kind: string}} message
   * @returns {Promise<Answer>}
   */
  ask(message) {
    if (this.state !== "ready") return Promise.reject(new Error(this.state));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#expect("ask");
      this.#worker?.postMessage({ id, message: JSON.stringify(message) });
    });
  }

  /** The page may be put away, as it stands: time that passes until it is shown again tells nothing. */
  rest() {
    clearTimeout(this.#timer);
  }

  /**
   * The page is shown again: begin anew where the worker did not outlast the rest.
   *
   * @param {Addresses} addresses
   */
  async wake(addresses) {
    if (this.state !== "loading" && this.state !== "ready") return;
    if (await this.#isAlive()) return;
    this.#drop();
    this.state = "idle";
    this.start(addresses);
  }

  /**
   * Give the engine up for good: the pages as they stand must do.
   *
   * @param {string} [code]
   */
  fail(code) {
    if (this.state === "failed") return;
    this.#become("failed", code);
    this.#drop();
  }

  /** @param {Addresses} addresses */
  #begin({ worker, ...given }) {
    try {
      this.#worker = new Worker(worker, { type: "module" });
    } catch {
      this.fail("browser");
      return;
    }
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = this.#worker.onmessageerror = () => this.#retry({ worker, ...given });
    this.#worker.postMessage(given);
    this.#expect("download");
  }

  /**
   * The worker does not run. Its file may be another's, which a cache keeps: once it is here, it is tried again.
   *
   * @param {Addresses} addresses
   */
  async #retry(addresses) {
    if (this.#retried || this.state !== "loading") return this.fail("browser");
    this.#retried = true;
    this.#worker?.terminate();
    try {
      await arrivesAnew(addresses.worker);
    } catch {
      return this.fail("damaged");
    }
    this.#begin({ ...addresses, worker: `${addresses.worker}?${Date.now()}` });
  }

  /** @returns {Promise<boolean>} */
  #isAlive() {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, this.#patience.alive, false);
      this.#worker?.addEventListener("message", () => {
        clearTimeout(late);
        resolve(true);
      });
      this.#worker?.postMessage({ alive: true });
    });
  }

  #drop() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error("dropped"));
    this.#waiting.clear();
  }

  /** @param {{stage?: string, bytes: number, code: string, id: number, answer: string}} heard */
  #hear({ stage, bytes, code, id, answer }) {
    clearTimeout(this.#timer);
    if (stage === "failed") this.fail(code);
    else if (stage === "ready") this.#become("ready");
    else if (stage === "alive" && this.state === "loading") this.#expect("start");
    else if (stage === "download" || stage === "start") {
      this.#expect(stage);
      this.#become("loading", bytes);
    } else {
      this.#waiting.get(id)?.resolve(JSON.parse(answer));
      this.#waiting.delete(id);
    }
    if (this.#waiting.size) this.#expect("ask");
  }

  /** @param {keyof typeof STALLED_MS} what */
  #expect(what) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail("stalled"), this.#patience[what]);
  }

  /**
   * @param {State} state
   * @param {number | string} [detail]
   */
  #become(state, detail) {
    this.state = state;
    this.#tell(state, detail);
  }
}
