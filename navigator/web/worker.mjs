/**
 * The engine's worker: Python and the engine in a thread of their own. It decides nothing.
 *
 * In: `{runtime, library}` once, the addresses to load from; then `{id, message}` with JSON for the engine.
 * Out: `{stage, bytes}` while loading (`download`, `start`), then `{stage: "ready", way, times}`; `{stage: "failed", code}` when it
 * cannot go on (`damaged`, `memory`, `runtime` or `answer`), and `{id, answer}` with JSON from the engine.
 */
import { Damaged, tellOf } from "./downloads.mjs";
import { start } from "./start.mjs";

const QUIET_MS = 2_000;

let session;

async function load({ runtime, library }) {
  tellOf((stage, bytes) => session || postMessage({ stage, bytes }));
  try {
    const started = await start(runtime, library);
    session = started.session;
    postMessage({ stage: "ready", way: started.way, times: started.times });
    // Not before the first answers: this takes a moment. Where there is no room, nothing is lost.
    setTimeout(() => started.keep().catch((error) => console.warn(error)), QUIET_MS);
  } catch (error) {
    fail(codeOf(error), error);
  }
}

function codeOf(error) {
  if (error instanceof RangeError) return "memory";
  return error instanceof Damaged ? "damaged" : "runtime";
}

function fail(code, error) {
  console.warn(error);
  postMessage({ stage: "failed", code });
}

self.onmessage = ({ data }) => {
  if (!data.id) {
    load(data);
    return;
  }
  try {
    postMessage({ id: data.id, answer: session.answer(data.message) });
  } catch (error) {
    fail("answer", error);
  }
};
