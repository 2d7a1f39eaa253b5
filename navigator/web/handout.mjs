/** The papers of a trainer's session. */
import { get } from "./shared/dom.mjs";
import { startHandout } from "./practice/handout.mjs";
import { hidePlain } from "./practice/practice.mjs";

hidePlain();
startHandout(get(document, ".js-papers", HTMLElement));
