/** A page within a page of another site: leaving in a hurry, steady hands, and the height that it needs. */
import { startHeight } from "./framed/height.mjs";
import { replaceWhole } from "./framed/leave.mjs";
import { startExit } from "./site/exit.mjs";
import { startHand } from "./site/hand.mjs";

startExit(replaceWhole);
startHand();
startHeight();
