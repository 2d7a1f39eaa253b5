/** Start each worker from a blob, so that the page's policy binds it: no policy binds one from an address. */
export function startCspWorker() {
  globalThis.Worker = class extends Worker {
    /**
     * @param {string | URL} address
     * @param {WorkerOptions} [options]
     */
    constructor(address, options) {
      const from = JSON.stringify(new URL(address, document.baseURI).href);
      const text = options?.type === "module" ? `import ${from};` : `importScripts(${from});`;
      super(URL.createObjectURL(new Blob([text], { type: "text/javascript" })), options);
    }
  };
}
