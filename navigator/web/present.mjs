/** The page of a session for a room. */
import { startPresentation } from "./present/present.mjs";
import { get } from "./shared/dom.mjs";

startPresentation(get(document, ".js-present", HTMLElement));
