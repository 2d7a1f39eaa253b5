/** The page of a session that a link names, or holds. */
import { get } from "./shared/dom.mjs";
import { hidePlain } from "./practice/practice.mjs";
import { startSessionFromLink } from "./practice/session-from-link.mjs";
import { PracticeSession } from "./practice/session.mjs";

hidePlain();
const place = get(document, ".js-session", HTMLElement);
const session = new PracticeSession(place);
startSessionFromLink(place, (cases, title) => session.fill(cases, title));
