/**
 * The engine's worker: Python and the engine in a thread of their own. It decides nothing.
 *
 * In: `{runtime, library}` once, the addresses to load from; then `{id, message}` with JSON for the engine; and
 * `{alive}` at any time, which is answered with `{stage: "alive"}`.
 * Out: `{stage, bytes}` while loading (`download`, `start`), then `{stage: "ready", way, times}`;
 * `{stage: "failed", code}` when it cannot go on (`forbidden`, `damaged`, `memory`, `runtime` or `answer`), and
 * `{id, answer}` with JSON from the engine.
 *
 * @import { Session } from "../shared/types.d.ts"
 */
import { watchHostPolicy } from "../shared/host-policy.mjs";
import { boot } from "./boot.mjs";
import { watchDownloads } from "./downloads.mjs";
import { failure, mayRun } from "./failure.mjs";

const QUIET_MS = 2_000;

/** @type {Session | undefined} */
let session;

export function startWorker() {
  watchHostPolicy();
  watchDownloads((stage, bytes) => session || postMessage({ stage, bytes }));
  self.onmessage = ({ data }) => {
    if (data.alive) postMessage({ stage: "alive" });
    else if (data.id) answer(data);
    else load(data);
  };
}

/** @param {{id: number, message: string}} asked */
function answer({ id, message }) {
  try {
    postMessage({ id, answer: session?.answer(message) });
  } catch (error) {
    fail(error, "answer");
  }
}

/** @param {{runtime: string, library: string}} addresses */
async function load({ runtime, library }) {
  try {
    mayRun(); // before megabytes come in vain
    const started = await boot(runtime, library);
    session = started.session;
    postMessage({ stage: "ready", way: started.way, times: started.times });
    // Not before the first answers: this takes a moment. Where there is no room, nothing is lost.
    setTimeout(() => started.keep().catch((error) => console.warn(error)), QUIET_MS);
  } catch (error) {
    fail(error);
  }
}

/**
 * @param {unknown} error
 * @param {string} [other]
 */
async function fail(error, other) {
  postMessage({ stage: "failed", code: await failure(error, other) });
}
