/**
 * The engine's worker: Python and the engine in a thread of their own. It decides nothing.
 *
 * In: `{runtime, library}` once, the addresses to load from; then `{id, message}` with JSON for the engine.
 * Out: `{stage, bytes}` while loading (`download`, `start`, then `ready`), `{stage: "failed", code}` when it
 * cannot go on (`runtime`, `library` or `answer`), and `{id, answer}` with JSON from the engine.
 */

let session;
let bytes = 0;
let downloads = 0;

const plainFetch = self.fetch;

/** Fetch as ever, and tell how much has come, so that a slow download is told from one that has stopped. */
self.fetch = async (...request) => {
  const response = await plainFetch(...request);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  count(response.clone().body.getReader());
  return response;
};

async function count(reader) {
  downloads += 1;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length;
      if (!session) postMessage({ stage: "download", bytes });
    }
  } catch {
    return; // whoever reads the response itself hears of it
  }
  downloads -= 1;
  if (!downloads && !session) postMessage({ stage: "start", bytes });
}

const instantiate = WebAssembly.instantiateStreaming;

/** Pyodide waits for ever where its WebAssembly is no good, so that is told from here. */
WebAssembly.instantiateStreaming = async (...given) => {
  try {
    return await instantiate(...given);
  } catch (error) {
    fail("runtime", error);
    throw error;
  }
};

function fail(code, error) {
  console.warn(error);
  postMessage({ stage: "failed", code });
}

async function load({ runtime, library }) {
  let code = "runtime";
  try {
    const text = fetch(library).then((response) => response.text());
    text.catch(() => {});
    const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
    const python = await loadPyodide({ indexURL: runtime, packages: ["navigator-engine"] });
    const { open_session: open } = python.pyimport("navigator.render.session");
    code = "library";
    session = open(await text);
    postMessage({ stage: "ready" });
  } catch (error) {
    fail(code, error);
  }
}

self.onmessage = ({ data }) => {
  if (!data.id) {
    load(data);
    return;
  }
  try {
    postMessage({ id: data.id, answer: session.answer(data.message) });
  } catch (error) {
    fail("answer", error);
  }
};
