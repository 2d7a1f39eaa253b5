/** Files in whose place something else may come: a network that asks for a login answers everything with a page. */

const PATIENCE_MS = 20_000;

/**
 * Return a file that is no page, once it has come whole and a cache can hold it. Where something else came in its
 * place, or nothing, it is asked for once more, past every cache. Throws where that is in vain.
 *
 * @param {string | URL} address
 */
export function arrives(address) {
  return ask(address, "default").catch(() => arrivesAnew(address));
}

/**
 * Do the same where what a cache holds is known to be of no use.
 *
 * @param {string | URL} address
 */
export function arrivesAnew(address) {
  return ask(address, "reload");
}

/**
 * Ask once. Throws where no file comes.
 *
 * @param {string | URL} address
 * @param {RequestCache} cache
 */
async function ask(address, cache) {
  const response = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE_MS) });
  const file = await response.blob();
  const begins = (await file.slice(0, 200).text()).trim();
  if (!response.ok || begins.startsWith("<")) throw new Error(`${address} did not arrive`);
  return file;
}
