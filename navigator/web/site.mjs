/** Every page: leaving in a hurry comes first, so that nothing else can be in its way. */
import { startColours } from "./site/colours.mjs";
import { startCspWorker } from "./site/csp-worker.mjs";
import { startExit } from "./site/exit.mjs";
import { startOffline } from "./site/offline.mjs";
import { startSearchIndex } from "./site/search-index.mjs";
import { startSite } from "./site/site.mjs";

startExit();
startCspWorker();
startSite();
startColours();
const root = new URL("../../../", import.meta.url);
startSearchIndex(root);
startOffline(root);
