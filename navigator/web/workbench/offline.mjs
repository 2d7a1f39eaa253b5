/**
 * The page itself, kept for when there is no network: its own files alone, and only once somebody has been here. Its
 * worker keeps what Python needs, and the service worker what all pages have.
 */
import { NAME, ownAddress, SITE } from "../engine/cache.mjs";
import { arrives } from "../shared/arrival.mjs";
import { all } from "../shared/dom.mjs";

const TYPES = { js: "text/javascript", css: "text/css" };

/**
 * Throws where something does not come, or there is no room: the page then works with a network.
 *
 * @param {string} worker the address of the page's worker
 */
export async function keepPage(worker) {
  const scripts = all(document, "script[src]", HTMLScriptElement).map(({ src }) => src);
  const styles = all(document, "link[rel=stylesheet]", HTMLLinkElement).map(({ href }) => href);
  const cache = await caches.open(NAME);
  for (const address of new Set([...scripts, ...styles, worker])) {
    const type = address.endsWith(".css") ? TYPES.css : TYPES.js;
    if (await caches.match(address)) continue;
    await cache.put(address, new Response(await arrives(address), { headers: { "content-type": type } }));
  }
  const here = location.origin + location.pathname;
  const text = await (await fetch(here, { cache: "no-cache" })).text();
  // Another release may have come meanwhile, or a network's own page in the place of this one.
  if (!text.includes(ownAddress("").slice(SITE.href.length))) return;
  const html = new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
  await cache.put(ownAddress(here.slice(SITE.href.length)), html);
}
