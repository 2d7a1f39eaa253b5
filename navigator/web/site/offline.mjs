/** Let the site work without a network after a first visit, and tell when there is a newer one. */
import { find } from "../shared/dom.mjs";
import { release, tellOf } from "./release.mjs";

const PATIENCE_MS = 10_000;

/** @param {URL} root the address of the site */
export function startOffline(root) {
  if (!release || navigator.connection?.saveData) return;
  // The engine comes first: what is kept for later must not slow it down.
  if (find(document, "[data-runtime]", HTMLElement)) settled().then(() => register(root));
  else if (document.readyState === "complete") register(root);
  else addEventListener("load", () => register(root));
}

/** Wait until the engine has come or has been given up, or for a while. */
function settled() {
  return new Promise((resolve) => {
    addEventListener("navigator-settled", resolve, { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
}

/** @param {URL} root */
async function register(root) {
  try {
    navigator.serviceWorker.addEventListener("message", ({ data }) => data.release && tellOf(data.release));
    navigator.serviceWorker.startMessages();
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.href });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage("here"); // more is kept of where somebody has been
  } catch (error) {
    console.warn(error); // the site works all the same, with a network
  }
}
