/** Let the site work without a network after a first visit, and tell when there is a newer one. */

const root = new URL("../../../", import.meta.url);
const release = document.querySelector('meta[name="navigator-release"]')?.content;

const PATIENCE_MS = 10_000;

/** Wait until the engine has come or has been given up, or for a while. */
function settled() {
  return new Promise((resolve) => {
    addEventListener("navigator-settled", resolve, { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
}

async function register() {
  try {
    navigator.serviceWorker.addEventListener("message", tellOfNewer);
    navigator.serviceWorker.startMessages();
    await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root });
  } catch (error) {
    console.warn(error); // the site works all the same, with a network
  }
}

function tellOfNewer({ data }) {
  if (data.release && data.release !== release) dispatchEvent(new Event("navigator-newer"));
}

if (release && !navigator.connection?.saveData) {
  // The engine comes first: what is kept for later must not slow it down.
  if (document.getElementById("navigator")?.dataset.runtime) settled().then(register);
  else if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
