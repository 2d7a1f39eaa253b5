/**
 * Python's memory as it was just after its start, kept on this device for the next visit.
 *
 * It is taken before any answer is given, so it holds nothing but this release's own policies. Where it cannot
 * be kept, or is not what was kept, the next visit starts as the first one did.
 */
import { checksumOf, digest, drop, keep, kept, ownAddress } from "./cache.mjs";

const ADDRESS = ownAddress("memory");
const PART = 65_536;

/** Return the memory, or nothing where none is kept as it was. */
export async function keptMemory() {
  const response = await kept(ADDRESS);
  if (!response) return null;
  const packed = await response.blob();
  if ((await digest(packed)) === checksumOf(response)) return unpack(new Uint8Array(await packed.arrayBuffer()));
  await forgetMemory();
  return null;
}

/**
 * Keep a memory for the next visit. Throws where there is no room.
 *
 * @param {Uint8Array<ArrayBuffer>} memory
 */
export async function keepMemory(memory) {
  const packed = pack(memory);
  await keep(ADDRESS, packed, await digest(packed));
}

/** Forget a memory that is no good. */
export async function forgetMemory() {
  await drop(ADDRESS);
}

/**
 * Leave out what is empty: write the length, a byte for each part, and the parts that hold something.
 *
 * @param {Uint8Array<ArrayBuffer>} memory
 */
function pack(memory) {
  const count = Math.ceil(memory.length / PART);
  const used = new Uint8Array(count);
  /** @type {(Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>)[]} */
  const pieces = [Uint32Array.of(memory.length), used];
  for (let index = 0; index < count; index += 1) {
    const piece = memory.subarray(index * PART, (index + 1) * PART);
    if (!piece.some(Boolean)) continue;
    used[index] = 1;
    pieces.push(piece);
  }
  return new Blob(pieces);
}

/** @param {Uint8Array<ArrayBuffer>} packed */
function unpack(packed) {
  const [length] = new Uint32Array(packed.buffer, 0, 1);
  const memory = new Uint8Array(length);
  const count = Math.ceil(length / PART);
  const used = packed.subarray(4, 4 + count);
  let at = 4 + count;
  for (let index = 0; index < count; index += 1) {
    if (!used[index]) continue;
    const size = Math.min(PART, length - index * PART);
    memory.set(packed.subarray(at, at + size), index * PART);
    at += size;
  }
  return memory;
}
