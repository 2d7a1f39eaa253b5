/** The page with lines of HTML for other sites: the address of this site is put into each. */
import { all } from "./shared/dom.mjs";

const root = new URL("../../../", import.meta.url).href;
for (const place of all(document, ".js-site-address", HTMLElement)) place.textContent = root;
for (const line of all(document, ".js-somewhere", HTMLElement)) line.hidden = true;
