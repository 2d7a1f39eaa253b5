/** Every page: leaving in a hurry comes first, so that nothing else can be in its way. */
import { startSearch } from "./search/search.mjs";
import { watchHostPolicy } from "./shared/host-policy.mjs";
import { startColours } from "./site/colours.mjs";
import { startCopy } from "./site/copy.mjs";
import { startCspWorker } from "./site/csp-worker.mjs";
import { startExit } from "./site/exit.mjs";
import { startHand } from "./site/hand.mjs";
import { startOffline } from "./site/offline.mjs";
import { startRelease } from "./site/release.mjs";
import { startSite } from "./site/site.mjs";

const root = new URL("../../../", import.meta.url);

startExit();
watchHostPolicy();
startHand();
startCspWorker();
startSite();
startCopy();
startSearch(root);
startColours();
startRelease(root);
startOffline(root);
