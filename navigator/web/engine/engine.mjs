/** The engine as the wizard sees it: started once, asked with messages, and given up when it stalls. */

const STALLED_MS = { download: 20_000, start: 60_000, ask: 20_000 };

/**
 * @import { Answer, Message } from "../shared/types.d.ts"
 * @typedef {"idle" | "loading" | "ready" | "failed"} State
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
  /** @type {State} */
  state = "idle";

  /**
   * @param {(state: State, detail?: number | string) => void} tell hears of each state: `loading` with the bytes
   *   read so far, `ready`, and `failed` with what was wanting: `forbidden`, `browser`, `memory`, `damaged`, `stalled`, or
   *   `runtime` and `answer` for anything else.
   */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * Load the runtime and the library from their addresses. Only the first call does anything.
   *
   * @param {{worker: string, runtime: string, library: string}} addresses
   */
  start({ worker, runtime, library }) {
    if (this.state !== "idle") return;
    this.#become("loading", 0);
    if (!globalThis.WebAssembly) {
      this.fail("browser");
      return;
    }
    try {
      this.#worker = new Worker(worker, { type: "module" });
    } catch {
      this.fail("browser");
      return;
    }
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = this.#worker.onmessageerror = () => this.fail("browser");
    this.#worker.postMessage({ runtime, library });
    this.#expect("download");
  }

  /**
   * Send a message and return the answer. Rejects when the engine cannot give one, now or ever.
   *
   * @param {Message} message
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

  /**
   * Give the engine up for good: the pages as they stand must do.
   *
   * @param {string} [code]
   */
  fail(code) {
    if (this.state === "failed") return;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#become("failed", code);
    for (const { reject } of this.#waiting.values()) reject(new Error("failed"));
    this.#waiting.clear();
  }

  /** @param {{stage?: string, bytes: number, code: string, id: number, answer: string}} heard */
  #hear({ stage, bytes, code, id, answer }) {
    clearTimeout(this.#timer);
    if (stage === "failed") this.fail(code);
    else if (stage === "ready") this.#become("ready");
    else if (stage === "download" || stage === "start") {
      this.#expect(stage);
      this.#become("loading", bytes);
    } else {
      this.#waiting.get(id)?.resolve(JSON.parse(answer));
      this.#waiting.delete(id);
      if (this.#waiting.size) this.#expect("ask");
    }
  }

  /** @param {keyof typeof STALLED_MS} what */
  #expect(what) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail("stalled"), STALLED_MS[what]);
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
