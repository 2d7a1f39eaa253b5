/** The page on which a trainer makes a session. */
import { all, get } from "./shared/dom.mjs";
import { startSessionBuilder } from "./practice/session-builder.mjs";

for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
startSessionBuilder(get(document, ".js-make", HTMLElement));
