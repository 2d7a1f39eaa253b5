/**
 * What this device keeps of the engine for the next visit: its files, and nothing of anybody's journey.
 *
 * Where the browser keeps nothing, or has no room, everything works as on a first visit.
 */

// All of it is loaded into the worker, which lies in the folder of its release.
const FOLDER = new URL(".", import.meta.url).href;
export const SITE = new URL("../../../", FOLDER);
export const NAME = `navigator ${SITE.pathname} engine`;
const CHECKSUM = "x-checksum";

/**
 * Return an address for something of this release that has none of its own.
 *
 * @param {string} name
 */
export function ownAddress(name) {
  return `${FOLDER}${name}`;
}

/**
 * Return what is kept for an address, or nothing.
 *
 * @param {string} address
 */
export async function kept(address) {
  const cache = await open();
  return cache?.match(address).catch(() => null);
}

/**
 * Keep something for an address. Throws where there is no room.
 *
 * @param {string} address
 * @param {Blob} body
 * @param {string} checksum
 */
export async function keep(address, body, checksum) {
  const cache = await open();
  await cache?.put(address, new Response(body, { headers: { "content-type": typeOf(address), [CHECKSUM]: checksum } }));
}

/**
 * Remove what is kept for an address.
 *
 * @param {string} address
 */
export async function drop(address) {
  const cache = await open();
  await cache?.delete(address).catch(() => false);
}

/**
 * Remove all that is kept but what lies in some folders: it is of earlier releases.
 *
 * @param {string[]} folders
 */
export async function dropAllBut(folders) {
  const cache = await open();
  for (const { url } of (await cache?.keys()) ?? []) {
    if (!folders.some((folder) => url.startsWith(folder))) await cache?.delete(url);
  }
}

/**
 * Return the checksum that something was kept with.
 *
 * @param {Response} response
 */
export function checksumOf(response) {
  return response.headers.get(CHECKSUM);
}

/**
 * Return the SHA-256 of a blob, in hexadecimal.
 *
 * @param {Blob} blob
 */
export async function digest(blob) {
  const found = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return Array.from(new Uint8Array(found), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Say whether something is what a checksum was made of. Git and programs for FTP may have put other line ends into
 * text, which does no harm.
 *
 * @param {Blob} blob
 * @param {string} checksum
 */
export async function fits(blob, checksum) {
  if ((await digest(blob)) === checksum) return true;
  const text = await blob.text();
  return (await digest(new Blob([text.replaceAll("\r\n", "\n")]))) === checksum;
}

/** @type {Promise<Cache | null> | undefined} */
let opened;

function open() {
  opened ??= reallyOpen();
  return opened;
}

async function reallyOpen() {
  // Without checksums, which only a secure address has, nothing that was kept could be trusted.
  if (!self.crypto?.subtle) return null;
  try {
    return await self.caches.open(NAME);
  } catch {
    return null;
  }
}

/**
 * Return what kind of file an address is of.
 *
 * @param {string} address
 */
export function typeOf(address) {
  if (/js$/.test(address)) return "text/javascript";
  return address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
}
