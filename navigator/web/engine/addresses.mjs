/** Where the engine and what it needs are, as a page names them. */

/** @param {HTMLElement} page */
export function addressesOf(page) {
  /** @param {string | undefined} address */
  const whole = (address) => new URL(address ?? "", location.href).href;
  const { worker, runtime, library } = page.dataset;
  return { worker: whole(worker), runtime: whole(runtime), library: whole(library) };
}
