/** The workbench's worker. */
import { startDesk } from "./workbench/desk-worker.mjs";

startDesk();
