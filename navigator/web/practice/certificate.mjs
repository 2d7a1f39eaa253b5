/** A page to print on how a session went. The tab knows the marks; name and date are for a pen. */
import { all, get } from "../shared/dom.mjs";
import { findCases } from "./fetch-cases.mjs";
import { Marks, OPEN } from "./marks.mjs";
import { tellScore } from "./score.mjs";
import { sessionId } from "./session-link.mjs";

/** @param {HTMLElement} place */
export function startCertificate(place) {
  const { session, held } = findCases(location.hash);
  const id = sessionId(held.map(({ code, current }) => ({ code, mark: current })));
  const lengths = held.map(({ questions }) => questions.length);
  const { marks } = new Marks(id, lengths.reduce((sum, length) => sum + length, 0));
  const answered = marks.some((mark) => mark !== OPEN);
  get(place, ".js-none", HTMLElement).hidden = answered;
  get(place, ".js-filled", HTMLElement).hidden = !answered;
  let from = 0;
  tellScore(place, lengths.map((length) => marks.slice(from, (from += length))));
  const named = get(place, ".js-title", HTMLElement);
  if (session.title) named.textContent = session.title;
  get(place, ".js-version", HTMLElement).textContent = id.toUpperCase();
  for (const button of all(place, ".js-print", HTMLElement)) button.addEventListener("click", () => print());
}
