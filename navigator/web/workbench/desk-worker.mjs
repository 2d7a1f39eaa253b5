/**
 * The workbench's worker: Python with the project's own reading and checking, in a thread of its own. It decides
 * nothing.
 *
 * In: `{runtime, today}` once; then `{id, message}` with JSON for the desk; and `{alive}` at any time, which is answered
 * with `{stage: "alive"}`.
 * Out: `{stage, bytes}` while loading (`download`, `start`), then `{stage: "ready", way, times}`;
 * `{stage: "failed", code}` when it cannot go on (`forbidden`, `damaged`, `memory` or `runtime`), and `{id, answer}` with
 * JSON from the desk. An answer that takes long is worked out in steps, between which newer messages are answered.
 */
import { watchDownloads } from "../engine/downloads.mjs";
import { failure, mayRun } from "../engine/failure.mjs";
import { watchHostPolicy } from "../shared/host-policy.mjs";
import { openDesk } from "./open-desk.mjs";

const STEP_MS = 40;
const QUIET_MS = 2_000;

/** @type {import("./open-desk.mjs").Desk | undefined} */
let desk;

export function startDesk() {
  watchHostPolicy();
  watchDownloads((stage, bytes) => desk || postMessage({ stage, bytes }));
  self.onmessage = ({ data }) => {
    if (data.alive) postMessage({ stage: "alive" });
    else if (data.id) answer(data);
    else load(data);
  };
}

/** @param {{runtime: string, today: string}} asked */
async function load({ runtime, today }) {
  try {
    mayRun();
    const { desk: opened, times, keep } = await openDesk(runtime, today);
    desk = opened;
    postMessage({ stage: "ready", way: "quick", times });
    setTimeout(() => keep().catch((error) => console.warn(error)), QUIET_MS);
  } catch (error) {
    postMessage({ stage: "failed", code: await failure(error) });
  }
}

/** @param {{id: number, message: string}} asked */
async function answer({ id, message }) {
  try {
    const asked = desk?.begin(message);
    let said = asked?.on(STEP_MS);
    for (; asked && said === undefined; said = asked.on(STEP_MS)) await next();
    asked?.destroy();
    postMessage({ id, answer: said });
  } catch (error) {
    // Python itself has come to an end: whatever the desk knows of is told in its answer.
    postMessage({ stage: "failed", code: await failure(error) });
  }
}

/** Let the messages that have come meanwhile be heard. */
function next() {
  return new Promise((resolve) => setTimeout(resolve));
}
