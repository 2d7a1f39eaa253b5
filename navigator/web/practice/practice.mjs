/** Pages to practise on: a case, or a pack of them. */
import { all } from "../shared/dom.mjs";
import { PracticeSession } from "./session.mjs";

export function startPractice() {
  hidePlain();
  for (const place of all(document, ".js-session", HTMLElement)) {
    const session = new PracticeSession(place);
    session.fill(all(place, ".js-case", HTMLElement), place.dataset.title ?? "");
  }
}

/** Hide what stands for the script that has come. */
export function hidePlain() {
  for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
}
