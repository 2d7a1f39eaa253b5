/** The first screen and the last: where learners go with their phones, and where their results are collected. */
import { find, get } from "../shared/dom.mjs";
import { draw } from "../practice/qr.mjs";
import { write } from "../practice/session-link.mjs";
import { isOfThisDevice } from "./own-device.mjs";

/**
 * Write what stays the same for the whole session: its name, its length, its addresses and its notes. The addresses
 * are those by which this page has been reached, as a phone reaches them the same way.
 *
 * @param {HTMLElement} root
 * @param {import("./says.mjs").Says} says
 * @param {import("../practice/fetch-cases.mjs").FoundCases} found
 * @param {number} cases how many there are
 */
export function writeFixed(root, says, { session, held }, cases) {
  const hash = write({ ...session, cases: held });
  const join = get(root, "[data-kind=join]", HTMLElement);
  get(join, ".js-title", HTMLElement).textContent = session.title || says("untitled");
  get(join, ".js-length", HTMLElement).textContent = says(session.minutes ? "length" : "cases", {
    cases,
    minutes: session.minutes ?? "",
  });
  get(join, ".js-of-this-device", HTMLElement).hidden = !isOfThisDevice(location.hostname);
  showAddress(join, beside("session", hash));
  showAddress(get(root, "[data-kind=end]", HTMLElement), beside("results", hash));
  const pack = find(root, `[data-signs="${write({ cases: held }).slice("#s=".length)}"]`, HTMLElement);
  if (!pack) return;
  pack.hidden = false;
  const short = get(join, ".js-short", HTMLElement);
  short.hidden = false;
  get(short, "span", HTMLElement).textContent = get(pack, "a", HTMLAnchorElement).href;
}

/**
 * @param {string} page
 * @param {string} hash
 */
function beside(page, hash) {
  return new URL(`../${page}/${hash}`, location.href).href;
}

/**
 * @param {HTMLElement} place
 * @param {string} address
 */
function showAddress(place, address) {
  const figure = get(place, ".js-qr", HTMLElement);
  const link = get(place, ".js-address", HTMLAnchorElement);
  figure.replaceChildren(draw(address, figure.dataset.label ?? ""));
  link.href = address;
  link.textContent = address;
}
