/** Downloads of the engine's worker: each is watched, told of, compared with its checksum, and then kept. */
import { XzReadableStream } from "xz-decompress";
import { fits, keep, kept, typeOf } from "./cache.mjs";
import { steady } from "./steady.mjs";

/** What came is not what this release holds: cut short, changed, or of another release. */
export class Damaged extends Error {}

const PACKED = ".bin";
const plainFetch = self.fetch.bind(self);
/** @type {Map<string, Promise<Response>>} */
const ahead = new Map();
/**
 * Files that have come as they should, and are not kept yet: their contents by their addresses.
 *
 * @type {Map<string, Blob>}
 */
const sound = new Map();
/** @type {(stage: string, bytes: number) => void} */
let told = () => {};
/** @type {Promise<void>[]} */
let checks = [];
let bytes = 0;
let running = 0;
let fresh = false;
let packing = true;

/**
 * Watch every fetch of this worker: Python's own loader fetches for itself, so its requests are seen here too.
 *
 * @param {(stage: string, bytes: number) => void} tell hears whenever something has come (`download`) and when
 *   all has (`start`)
 */
export function watchDownloads(tell) {
  told = tell;
  self.fetch = fetchWatched;
}

/** From now on trust nothing that was kept anywhere, and forget the checks of what came before. */
export function startAfresh() {
  fresh = true;
  checks = [];
  ahead.clear();
}

/** From now on ask for files as they are, and not for what they are packed into. */
export function askForNothingPacked() {
  packing = false;
  ahead.clear();
}

/**
 * Import a script. Where something else came in its place, a cache may hold that: the script is asked for past
 * every cache, and imported by an address of its own. Throws Damaged where it does not come as it should.
 *
 * @param {string} address
 */
export async function imported(address) {
  try {
    return await import(address);
  } catch (error) {
    console.warn(error);
    const response = await plainFetch(address, { cache: "reload" }).catch((failure) => {
      throw new Damaged(String(failure));
    });
    await compare(response, checksumOf(address), null);
    return import(`${address}?${Date.now()}`);
  }
}

/** Wait until all that has come is compared. Throws Damaged. */
export async function allIsWell() {
  await Promise.all(checks);
}

/**
 * Ask for a file now: whoever fetches it next gets what comes.
 *
 * @param {string} address
 */
export function askAhead(address) {
  if (ahead.has(address)) return;
  const asked = fetchWatched(address);
  asked.catch(() => {}); // heard of where it is waited for
  ahead.set(address, asked);
}

/** Keep what came from the network. Throws where there is no room. */
export async function keepDownloads() {
  for (const [address, body] of sound) {
    await keep(address, body, checksumOf(address));
    sound.delete(address);
  }
}

/**
 * @param {RequestInfo | URL} request
 * @param {RequestInit} [options]
 */
async function fetchWatched(request, options) {
  const address = request instanceof Request ? request.url : String(request);
  const asked = ahead.get(address);
  ahead.delete(address);
  if (asked) return asked;
  const checksum = checksumOf(address);
  const held = checksum && !fresh ? await kept(address) : null;
  const response = held ?? (await download(address, options));
  const check = compare(response.clone(), checksum, held ? null : address);
  check.catch(() => {}); // whoever waits for all checks hears of it
  checks.push(check);
  return response;
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function download(address, options) {
  const packed = `${address}${PACKED}`;
  const wanted = packing && checksumOf(packed) ? packed : address;
  const body = await steady((past) => plainFetch(wanted, { ...options, ...past }), fresh);
  running += 1;
  const counted = body.pipeThrough(new TransformStream({ transform: count, flush: finish }));
  const plain = wanted === address ? counted : new XzReadableStream(counted);
  // Not what the server says of the kind of file: there are some that know nothing of WebAssembly.
  return new Response(plain, { headers: { "content-type": typeOf(address) } });
}

/**
 * @param {Uint8Array<ArrayBuffer>} part
 * @param {TransformStreamDefaultController} controller
 */
function count(part, controller) {
  bytes += part.length;
  told("download", bytes);
  controller.enqueue(part);
}

function finish() {
  running -= 1;
  if (!running) told("start", bytes);
}

/** @param {string} address */
function checksumOf(address) {
  return ENGINE.files[address.slice(address.lastIndexOf("/") + 1)];
}

/**
 * @param {Response} response
 * @param {string | undefined} checksum nothing for a file that is not of this release
 * @param {string | null} address where it came from, unless it was kept
 */
async function compare(response, checksum, address) {
  const body = await wholeOf(response);
  if (!checksum || !self.crypto?.subtle) return;
  if (!(await fits(body, checksum))) throw new Damaged(checksum);
  if (address) sound.set(address, body);
}

/** @param {Response} response */
async function wholeOf(response) {
  try {
    return await response.blob();
  } catch (error) {
    throw new Damaged(String(error));
  }
}
