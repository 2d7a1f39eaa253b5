/**
 * Which release the site has now, and which day it is there. A page asks its site whenever it is shown, past every
 * cache: the page itself may come from one, and this device's clock may be wrong.
 */
import { find, get } from "../shared/dom.mjs";

const NAME = /^[0-9a-f]+$/;
const PATIENCE_MS = 10_000;
/** A page that stays open is asked about again when somebody comes back to it, but not each time. */
const AGAIN_MS = 600_000;

/**
 * The release of this page, or nothing while a site is being written.
 */
export const release = find(document, 'meta[name="navigator-release"]', HTMLMetaElement)?.content;
let asked = -Infinity;

/** @param {URL} root the address of the site */
export function startRelease(root) {
  if (!release) return;
  const look = () => ask(new URL("release.txt", root));
  if (document.readyState === "complete") look();
  else addEventListener("load", look);
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  addEventListener("visibilitychange", () => {
    if (!document.hidden && performance.now() - asked > AGAIN_MS) look();
  });
}

/**
 * Without an answer there is nothing to tell. A portal's page in its place is no answer.
 *
 * @param {URL} address
 */
async function ask(address) {
  if (!navigator.onLine) return;
  asked = performance.now();
  // Any number, as a cache on the way may keep what nobody wants kept.
  address.search = String(Math.random()).slice(2);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(address, { cache: "no-store", signal });
    const name = (await response.text()).trim();
    if (!response.ok || !NAME.test(name)) return;
    const day = Date.parse(response.headers.get("date") ?? "");
    if (day) dispatchEvent(new CustomEvent("navigator-day", { detail: day }));
    tellOf(name);
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Tell of a release where it is not the one of this page. The reader chooses when to load it.
 *
 * @param {string} name
 */
export function tellOf(name) {
  const words = find(document, "#nav-notes", HTMLTemplateElement)?.content;
  if (!words || name === release || document.getElementById("navigator-newer")) return;
  const note = get(words, ".js-newer", HTMLElement);
  get(note, "button", HTMLButtonElement).addEventListener("click", bring);
  get(document, "#content article", HTMLElement).prepend(note);
}

/** Load this page past every cache: to load it again might bring the kept one again. */
async function bring() {
  await fetch(location.href, { cache: "reload", signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => {});
  location.reload();
}
