/**
 * Start each worker from a blob, so that the page's policy binds it: no policy of a page binds one from an address.
 *
 * The policy of this site's host may forbid blobs. Then a worker is started from its address, and that policy binds
 * it. Whoever uses it sees no difference.
 */
const Plain = globalThis.Worker;
/** @type {Promise<boolean> | undefined} */
let blobsRun;

class CspWorker extends EventTarget {
  #address;
  #options;
  /** @type {Worker | undefined} */
  #inner;
  /**
   * What was sent to it so far, until it says something itself.
   *
   * @type {unknown[] | null}
   */
  #sent = [];
  /** @type {((event: MessageEvent) => void) | null} */
  onmessage = null;
  /** @type {((event: ErrorEvent) => void) | null} */
  onerror = null;
  /** @type {((event: Event) => void) | null} */
  onmessageerror = null;

  /**
   * @param {string | URL} address
   * @param {WorkerOptions} [options]
   */
  constructor(address, options) {
    super();
    this.#address = new URL(address, document.baseURI).href;
    this.#options = options;
    this.#begin(() => fromBlob(importing(this.#address, options), options), (message) => this.#tryAddress(message));
  }

  /** @param {unknown} message */
  postMessage(message) {
    this.#sent?.push(message);
    this.#inner?.postMessage(message);
  }

  terminate() {
    this.#inner?.terminate();
    this.#inner = undefined;
    this.#sent = null;
  }

  /** @param {string} message */
  async #tryAddress(message) {
    blobsRun ??= runs();
    const allowed = await blobsRun;
    if (!this.#sent) return; // it is not wanted any more
    if (allowed) this.#fail(message);
    else this.#begin(() => new Plain(this.#address, this.#options), (again) => this.#fail(again));
  }

  /**
   * @param {() => Worker} make
   * @param {(message: string) => void} otherwise
   */
  #begin(make, otherwise) {
    try {
      this.#inner = make();
    } catch {
      // Only once whoever asked for it can listen.
      setTimeout(otherwise, 0, "");
      return;
    }
    this.#inner.onmessage = ({ data }) => {
      this.#sent = null;
      this.#tell(new MessageEvent("message", { data }));
    };
    this.#inner.onmessageerror = () => this.#tell(new Event("messageerror"));
    this.#inner.onerror = ({ message }) => (this.#sent ? otherwise(message) : this.#fail(message));
    for (const message of this.#sent ?? []) this.#inner.postMessage(message);
  }

  /** @param {string} message */
  #fail(message) {
    this.#tell(new ErrorEvent("error", { message }));
  }

  /** @param {Event} event */
  #tell(event) {
    if (event instanceof MessageEvent) this.onmessage?.(event);
    else if (event instanceof ErrorEvent) this.onerror?.(event);
    else this.onmessageerror?.(event);
    this.dispatchEvent(event);
  }
}

export function startCspWorker() {
  globalThis.Worker = /** @type {typeof Worker} */ (/** @type {unknown} */ (CspWorker));
}

/**
 * Return a script that is another one, as a worker of its kind loads it.
 *
 * A module is imported by a call, and handed the messages that came before it was there: for the module of a plain
 * `import`, Firefox asks past the service worker, and without a network there is none.
 *
 * @param {string} address
 * @param {WorkerOptions} [options]
 */
function importing(address, options) {
  const from = JSON.stringify(address);
  if (options?.type !== "module") return `importScripts(${from});`;
  return `
    const early = [];
    const keep = ({ data }) => early.push(data);
    addEventListener("message", keep);
    import(${from}).then(
      () => {
        removeEventListener("message", keep);
        for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
      },
      (error) => setTimeout(() => { throw error; }),
    );`;
}

/**
 * @param {string} script
 * @param {WorkerOptions} [options]
 */
function fromBlob(script, options) {
  return new Plain(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), options);
}

/**
 * Say whether a worker runs from a blob at all.
 *
 * @returns {Promise<boolean>}
 */
function runs() {
  return new Promise((resolve) => {
    try {
      const worker = fromBlob("postMessage(0);");
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
