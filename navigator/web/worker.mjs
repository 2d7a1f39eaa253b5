/** The engine's worker. */
import { startWorker } from "./engine/worker.mjs";

startWorker();
