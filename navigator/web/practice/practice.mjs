/** Pages to practise on: a case, a pack, a session that a link names, and what goes with them. */
import { all, find } from "../shared/dom.mjs";
import { startCertificate } from "./certificate.mjs";
import { startSessionFromLink } from "./session-from-link.mjs";
import { PracticeSession } from "./session.mjs";

export function startPractice() {
  for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
  for (const place of all(document, ".js-session", HTMLElement)) {
    const session = new PracticeSession(place);
    if (place.matches(".js-made")) startSessionFromLink(place, (cases, title) => session.fill(cases, title));
    else session.fill(all(place, ".js-case", HTMLElement), place.dataset.title ?? "");
  }
  const certificate = find(document, ".js-certificate", HTMLElement);
  if (certificate) startCertificate(certificate);
}
