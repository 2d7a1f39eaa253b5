/** The trainer's page that takes the codes of a room. */
import { startResults } from "./practice/results.mjs";

startResults();
