/** The list of somebody's own matters. */
import { startMatters } from "./matters/page.mjs";

startMatters();
