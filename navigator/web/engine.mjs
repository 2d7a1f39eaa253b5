/** The engine as the wizard sees it: started once, asked with messages, and given up when it stalls. */

const STALLED_MS = { download: 20_000, start: 60_000, ask: 20_000 };

export class Engine {
  #worker;
  #waiting = new Map();
  #lastId = 0;
  #timer;
  #tell;

  /**
   * `tell(state, detail)` hears of each state: `loading` with the bytes read so far, `ready`, and `failed` with
   * what was wanting: `browser`, `memory`, `damaged`, `stalled`, or `runtime` and `answer` for anything else.
   */
  constructor(tell) {
    this.state = "idle";
    this.#tell = tell;
  }

  /** Load the runtime and the library from their addresses. Only the first call does anything. */
  start(runtime, library) {
    if (this.state !== "idle") return;
    this.#become("loading", 0);
    if (!globalThis.WebAssembly) {
      this.fail("browser");
      return;
    }
    try {
      this.#worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
    } catch {
      this.fail("browser");
      return;
    }
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = this.#worker.onmessageerror = () => this.fail("browser");
    this.#worker.postMessage({ runtime, library });
    this.#expect("download");
  }

  /** Send a message and return the answer. Rejects when the engine cannot give one, now or ever. */
  ask(message) {
    if (this.state !== "ready") return Promise.reject(new Error(this.state));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#expect("ask");
      this.#worker.postMessage({ id, message: JSON.stringify(message) });
    });
  }

  /** Give the engine up for good: the pages as they stand must do. */
  fail(code) {
    if (this.state === "failed") return;
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#become("failed", code);
    for (const { reject } of this.#waiting.values()) reject(new Error("failed"));
    this.#waiting.clear();
  }

  #hear({ stage, bytes, code, id, answer }) {
    clearTimeout(this.#timer);
    if (stage === "failed") this.fail(code);
    else if (stage === "ready") this.#become("ready");
    else if (stage) {
      this.#expect(stage);
      this.#become("loading", bytes);
    } else {
      this.#waiting.get(id)?.resolve(JSON.parse(answer));
      this.#waiting.delete(id);
      if (this.#waiting.size) this.#expect("ask");
    }
  }

  #expect(what) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail("stalled"), STALLED_MS[what]);
  }

  #become(state, detail) {
    this.state = state;
    this.#tell(state, detail);
  }
}
