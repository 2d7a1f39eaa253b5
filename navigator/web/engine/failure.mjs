/** Why a worker cannot run Python, in codes that pages have words for. */
import { isForbidden } from "../shared/host-policy.mjs";
import { Damaged } from "./downloads.mjs";

/** The least that WebAssembly can be. */
const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** What this site's host does not let run. */
class Forbidden extends Error {}

/** Throws Forbidden where a policy keeps even the least WebAssembly from being started; WebKit lets it be compiled. */
export function mayRun() {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
  } catch (error) {
    throw new Forbidden(String(error));
  }
}

/**
 * Return the code of what went wrong: `forbidden`, `memory`, `damaged`, or `runtime` where it is something else.
 *
 * @param {unknown} error
 * @param {string} [other] the code for something else
 */
export async function failure(error, other = "runtime") {
  console.warn(error);
  if (error instanceof Forbidden || (await isForbidden())) return "forbidden";
  if (error instanceof RangeError) return "memory";
  return error instanceof Damaged ? "damaged" : other;
}
