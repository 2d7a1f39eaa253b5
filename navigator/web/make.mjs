/** The page on which a trainer makes a session. */
import { get } from "./shared/dom.mjs";
import { startSessionBuilder } from "./practice/session-builder.mjs";
import { hidePlain } from "./practice/practice.mjs";

hidePlain();
startSessionBuilder(get(document, ".js-make", HTMLElement));
