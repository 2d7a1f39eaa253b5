/**
 * The site without a network: the pages of the wizard and what they look like, as they were at the last visit.
 *
 * RELEASE, which the build writes above, names the files of one release with their checksums. All of them are
 * kept, or none is. They are the same for everybody, so what is kept tells nothing of anybody's journey. What belongs
 * to the pages to learn with is kept for those who have been at one of them.
 * While there is a network, pages come from it. The engine's own files are kept by its worker.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL(worker.registration.scope);
const PREFIX = `navigator ${SCOPE.pathname} `;
const PAGES = `${PREFIX}pages ${RELEASE.digest}`;
const ENGINE = `${PREFIX}engine`;
const PATIENCE_MS = 3_000;

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
  worker.skipWaiting();
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = plain(request.url);
  if (request.method !== "GET" || !address.startsWith(SCOPE.href)) return;
  // A script that asks past every cache asks past this one too.
  if (request.cache === "reload" && request.mode !== "navigate") return;
  event.respondWith(answer(request, address));
});

worker.addEventListener("message", (event) => {
  // A page says that it is there, once it has come and nothing else is more urgent.
  const from = event.source && "url" in event.source ? plain(event.source.url) : "";
  if (partOf(from) === RELEASE.learning) event.waitUntil(keepLearning());
});

/**
 * @param {Request} request
 * @param {string} address
 */
function answer(request, address) {
  if (isPage(request, address)) return page(request, address);
  // Without a network nobody knows which release the site is at, and that is no error.
  if (address === addressOf("release.txt")) return fetch(request).catch(() => new Response());
  return file(request, address);
}

async function install() {
  try {
    await keep(RELEASE);
    await unpackedPages(RELEASE); // a browser that cannot unpack them keeps nothing
  } catch (error) {
    await caches.delete(PAGES);
    throw error;
  }
}

/**
 * Keep what is not kept yet, the pages last: they are there only where all that they need is.
 *
 * @param {KeptPart} part
 */
async function keep({ files, pages }) {
  const cache = await caches.open(PAGES);
  for (const { path, checksum } of [...files, pages]) {
    const address = addressOf(path);
    if (!(await cache.match(address))) await cache.put(address, await sound(path, checksum));
  }
}

/** Keep the pages to learn with, or what of them there is time and room for: the rest is fetched another time. */
async function keepLearning() {
  try {
    await keep(RELEASE.learning);
    unpacked.delete(RELEASE.learning);
  } catch (error) {
    console.warn(error);
  }
}

/**
 * The parts of pages, and of each page the numbers of its parts.
 *
 * @typedef {{parts: string[], pages: Record<string, number[]>}} Unpacked
 * @type {Map<KeptPart, Promise<Unpacked>>}
 */
const unpacked = new Map();

/**
 * Return the pages that are kept, unpacked once for as long as this worker lives, and only when one is needed.
 *
 * @param {KeptPart} part
 */
function unpackedPages(part) {
  const found = unpacked.get(part) ?? unpack(part);
  unpacked.set(part, found);
  return found;
}

/**
 * @param {KeptPart} part
 * @returns {Promise<Unpacked>}
 */
async function unpack(part) {
  const packed = await keptFile(addressOf(part.pages.path));
  if (!packed?.body) return { parts: [], pages: {} };
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).json();
}

/**
 * Fetch a file past every cache. Throws where it is not the one of this release.
 *
 * @param {string} path
 * @param {string} checksum
 */
async function sound(path, checksum) {
  const response = await fetch(addressOf(path), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  // As the engine's worker does: other line ends in text do no harm.
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  const found = [await digest(bytes), await digest(new TextEncoder().encode(text))];
  if (!found.includes(checksum)) throw new Error(`another release: ${path}`);
  return response;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function digest(bytes) {
  const found = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(found), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX}pages `) && name !== PAGES) await caches.delete(name);
  }
  await worker.clients.claim();
  for (const client of await worker.clients.matchAll()) client.postMessage({ release: RELEASE.name });
}

/**
 * Pages come from the network, where it answers in time, so that nobody reads an old rule unawares. A network may
 * stop in the midst of one, so a page counts once it is whole.
 *
 * @param {Request} request
 * @param {string} address
 */
async function page(request, address) {
  // Asked for anew, as a page that some cache thinks fresh may be of an earlier release.
  const redirect = request.mode === "navigate" ? "manual" : "follow";
  const fresh = fetch(request.url, { cache: "no-cache", redirect });
  fresh.catch(() => {}); // it is waited for below, or not at all
  if (!partOf(address)) return fresh.catch(async () => (await visited(address)) ?? elsewhere(request, address));
  const arrived = fresh.then(whole);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const found = await Promise.race([arrived.catch(() => null), late]);
  if (found && found.status < 500) return found;
  return (await keptPage(address)) || arrived.catch(() => elsewhere(request, address));
}

/** @param {Response} response */
async function whole(response) {
  return response.body ? new Response(await response.blob(), response) : response;
}

/**
 * Lead to the page that is meant, as a host would do, or else to the one that says what works without a network.
 *
 * @param {Request} request
 * @param {string} address
 */
async function elsewhere(request, address) {
  if (request.mode !== "navigate") return Response.error();
  const meant = `${address}/`.replace(/(?<!:)\/{2,}/g, "/");
  return Response.redirect((await keptPage(meant)) ? meant : addressOf(RELEASE.away));
}

/**
 * Everything else has an address of its own for each content, or names the release that it is asked for. So what is
 * kept is right.
 *
 * @param {Request} request
 * @param {string} address
 */
async function file(request, address) {
  const { search } = new URL(request.url);
  const ours = !search || search === `?${RELEASE.name}`;
  return (ours && ((await keptFile(address)) ?? (await engine(address)))) || fetch(request);
}

/** @param {string} address */
async function keptPage(address) {
  const { parts, pages } = await unpackedPages(partOf(address) ?? RELEASE);
  const text = pages[address.slice(SCOPE.href.length)]?.map((number) => parts[number]).join("");
  return text && new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/**
 * A page may keep itself, once somebody has been there: for this release, in its folder.
 *
 * @param {string} address
 */
function visited(address) {
  return engine(addressOf(`assets/navigator/${RELEASE.name}/${address.slice(SCOPE.href.length)}`));
}

/** @param {string} address */
async function keptFile(address) {
  return (await caches.open(PAGES)).match(address);
}

/** @param {string} address */
async function engine(address) {
  return (await caches.has(ENGINE)) ? (await caches.open(ENGINE)).match(address) : undefined;
}

/**
 * @param {Request} request
 * @param {string} address
 */
function isPage(request, address) {
  return request.mode === "navigate" || address.endsWith("/");
}

/**
 * Return what a page is kept with, without unpacking anything.
 *
 * @param {string} address
 */
function partOf(address) {
  const path = address.slice(SCOPE.href.length);
  if (!path) return RELEASE;
  return [RELEASE, RELEASE.learning].find(({ folders }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

/** @param {string} path */
function addressOf(path) {
  return new URL(path, SCOPE).href;
}

/**
 * Return an address without what stands after `?` and `#`, and a folder's page by the folder's name.
 *
 * @param {string} address
 */
function plain(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, "/");
}
