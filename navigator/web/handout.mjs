/** The papers of a trainer's session. */
import { all, get } from "./shared/dom.mjs";
import { startHandout } from "./practice/handout.mjs";

for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
startHandout(get(document, ".js-papers", HTMLElement));
