/**
 * The engine's worker: Python and the engine in a thread of their own. It decides nothing.
 *
 * In: `{runtime, library}` once, the addresses to load from; then `{id, message}` with JSON for the engine.
 * Out: `{stage, bytes}` while loading (`download`, `start`), then `{stage: "ready", way, times}`; `{stage: "failed", code}` when it
 * cannot go on (`damaged`, `memory`, `runtime` or `answer`), and `{id, answer}` with JSON from the engine.
 *
 * @import { Session } from "../shared/types.d.ts"
 */
import { boot } from "./boot.mjs";
import { Damaged, watchDownloads } from "./downloads.mjs";

const QUIET_MS = 2_000;

/** @type {Session | undefined} */
let session;

export function startWorker() {
  watchDownloads((stage, bytes) => session || postMessage({ stage, bytes }));
  self.onmessage = ({ data }) => {
    if (data.id) answer(data);
    else load(data);
  };
}

/** @param {{id: number, message: string}} asked */
function answer({ id, message }) {
  try {
    postMessage({ id, answer: session?.answer(message) });
  } catch (error) {
    fail("answer", error);
  }
}

/** @param {{runtime: string, library: string}} addresses */
async function load({ runtime, library }) {
  try {
    const started = await boot(runtime, library);
    session = started.session;
    postMessage({ stage: "ready", way: started.way, times: started.times });
    // Not before the first answers: this takes a moment. Where there is no room, nothing is lost.
    setTimeout(() => started.keep().catch((error) => console.warn(error)), QUIET_MS);
  } catch (error) {
    fail(codeOf(error), error);
  }
}

/** @param {unknown} error */
function codeOf(error) {
  if (error instanceof RangeError) return "memory";
  return error instanceof Damaged ? "damaged" : "runtime";
}

/**
 * @param {string} code
 * @param {unknown} error
 */
function fail(code, error) {
  console.warn(error);
  postMessage({ stage: "failed", code });
}
