/** Downloads of the engine's worker: each is watched, told of, compared with its checksum, and then kept. */
import { release } from "./release.mjs";
import { digest, keep, kept, typeOf } from "./store.mjs";

/** What came is not what this release holds: cut short, changed, or of another release. */
export class Damaged extends Error {}

const PACKED = ".xz";
const UNPACKER = "xz.mjs";
const plainFetch = self.fetch.bind(self);
const ahead = new Map();
/** Files that have come as they should, and are not kept yet: their contents by their addresses. */
const sound = new Map();
let told = () => {};
let checks = [];
let bytes = 0;
let running = 0;
let fresh = false;
let packing = true;

/** Call `tell(stage, bytes)` whenever something has come (`download`) and when all has (`start`). */
export function tellOf(tell) {
  told = tell;
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

/** Wait until all that has come is compared. Throws Damaged. */
export async function allIsWell() {
  await Promise.all(checks);
}

/** Ask for a file now: whoever fetches it next gets what comes. */
export function askAhead(address) {
  if (ahead.has(address)) return;
  const asked = fetch(address);
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

// Python's own loader fetches for itself, so that its requests are seen here too.
self.fetch = async (request, options) => {
  const address = String(request.url ?? request);
  const asked = ahead.get(address);
  ahead.delete(address);
  if (asked) return asked;
  const checksum = checksumOf(address);
  const held = checksum && !fresh ? await kept(address) : null;
  const response = held ?? (await download(address, options));
  const check = compare(response.clone().body.getReader(), checksum, held ? null : address);
  check.catch(() => {}); // whoever waits for all checks hears of it
  checks.push(check);
  return response;
};

async function download(address, options) {
  const packed = `${address}${PACKED}`;
  const wanted = packing && checksumOf(packed) ? packed : address;
  const unpacker = wanted === address ? null : import(new URL(UNPACKER, address).href);
  unpacker?.catch(() => {}); // heard of where it is waited for
  const response = await plainFetch(wanted, fresh ? { ...options, cache: "reload" } : options);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  running += 1;
  const counted = response.body.pipeThrough(new TransformStream({ transform: count, flush: finish }));
  if (!unpacker) return new Response(counted, response);
  const { XzReadableStream } = await unpacker;
  return new Response(new XzReadableStream(counted), { headers: { "content-type": typeOf(address) } });
}

function count(part, controller) {
  bytes += part.length;
  told("download", bytes);
  controller.enqueue(part);
}

function finish() {
  running -= 1;
  if (!running) told("start", bytes);
}

function checksumOf(address) {
  return release.files[address.split("/").at(-1)];
}

async function compare(reader, checksum, address) {
  const parts = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  } catch (error) {
    throw new Damaged(error.message);
  }
  if (!checksum || !self.crypto?.subtle) return;
  const body = new Blob(parts);
  if ((await digest(body)) !== checksum) throw new Damaged(checksum);
  if (address) sound.set(address, body);
}
