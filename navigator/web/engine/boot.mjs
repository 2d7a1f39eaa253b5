/**
 * Three ways to start Python with the engine, the quickest first. Each gives the same answers.
 *
 * 1. From the memory kept on this device after an earlier start.
 * 2. From an archive with all that is needed, compiled.
 * 3. As Pyodide starts anywhere, from its whole standard library and the engine's wheel.
 *
 * @import { Session } from "../shared/types.d.ts"
 * @typedef {{session: Session, memory?: Uint8Array<ArrayBuffer> | null}} Started
 */
import { dropAllBut, ownAddress } from "./cache.mjs";
import { Damaged, allIsWell, askAhead, askForNothingPacked, imported, keepDownloads, startAfresh } from "./downloads.mjs";
import { forgetMemory, keepMemory, keptMemory } from "./memory-snapshot.mjs";

const SESSION = "navigator_session";
const SCRIPTS = ["pyodide.js", "pyodide.asm.js"];
const instantiate = WebAssembly.instantiateStreaming;
/**
 * When each step was done, in milliseconds since this worker began; for the benchmark.
 *
 * @type {Record<string, number>}
 */
const times = {};

/**
 * Return a session, the way it was started, and what keeps all that was fetched and made for the next visit.
 *
 * @param {string} runtime
 * @param {string} library
 */
export async function boot(runtime, library) {
  let last;
  for (const [name, way] of Object.entries({ restored, quick, plain })) {
    try {
      const started = await way(runtime, library);
      if (!started) continue;
      times.session = performance.now();
      const { session, memory } = started;
      return { session, way: name, times, keep: () => keepAll(runtime, memory) };
    } catch (error) {
      if (error instanceof RangeError) throw error; // no memory: another way would need more of it
      // Where Python itself stumbles over a file, what is wrong is that the file is no good.
      last = await allIsWell().then(() => error, (damage) => damage);
      console.warn(last);
      if (last instanceof Damaged) startAfresh();
    }
  }
  throw last;
}

/**
 * @param {string} runtime
 * @returns {Promise<Started | null>}
 */
async function restored(runtime) {
  askForAll(runtime, archive(runtime)); // it is wanted whether or not a memory is kept
  const memory = await keptMemory();
  if (!memory) return null;
  try {
    const python = await launch(runtime, { ...archive(runtime), _loadSnapshot: memory });
    return { session: python.globals.get(SESSION) };
  } catch (error) {
    await forgetMemory();
    throw error;
  }
}

/**
 * @param {string} runtime
 * @param {string} library
 * @returns {Promise<Started>}
 */
async function quick(runtime, library) {
  const text = read(library);
  const python = await launch(runtime, { ...archive(runtime), _makeSnapshot: true });
  const session = await open(python, text);
  return { session, memory: memoryOf(python, session) };
}

/**
 * @param {string} runtime
 * @param {string} library
 * @returns {Promise<Started>}
 */
async function plain(runtime, library) {
  askForNothingPacked();
  const text = read(library);
  const python = await launch(runtime, { packages: ["navigator-engine"] });
  return { session: await open(python, text) };
}

/** @param {string} address */
function read(address) {
  const text = fetch(address).then((response) => response.text());
  text.catch(() => {}); // heard of where it is waited for
  return text;
}

/**
 * Open a session with the policies. They may come later than all else, and be compared later.
 *
 * @param {any} python
 * @param {Promise<string>} coming
 * @returns {Promise<Session>}
 */
async function open(python, coming) {
  const text = await coming;
  await allIsWell();
  return python.pyimport("navigator.render.session").open_session(text);
}

/**
 * Take the memory now, before there is any answer in it.
 *
 * @param {any} python
 * @param {Session} session
 * @returns {Uint8Array<ArrayBuffer> | null}
 */
function memoryOf(python, session) {
  try {
    python.globals.set(SESSION, session);
    return python.makeMemorySnapshot();
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/**
 * @param {string} runtime
 * @param {Uint8Array<ArrayBuffer> | null} [memory]
 */
async function keepAll(runtime, memory) {
  await keepRuntime(runtime);
  if (memory) await keepMemory(memory);
}

/**
 * Keep all that was fetched for the next visit, and drop what is of earlier releases.
 *
 * @param {string} runtime
 */
export async function keepRuntime(runtime) {
  await dropAllBut([runtime, ownAddress("")]);
  // The scripts were imported and not fetched, so their text has to be asked for: it is at hand.
  await Promise.all(SCRIPTS.map((name) => fetch(`${runtime}${name}`)));
  await allIsWell();
  await keepDownloads();
}

/**
 * Return the options for a start from the archive.
 *
 * @param {string} runtime
 */
export function archive(runtime) {
  return { stdLibURL: `${runtime}start.zip`, lockFileContents: { info: ENGINE.lock, packages: {} } };
}

/**
 * Ask for all that a start needs at once: left to itself, Pyodide asks for one file only after another.
 *
 * @param {string} runtime
 * @param {{stdLibURL?: string}} options
 */
function askForAll(runtime, { stdLibURL = `${runtime}python_stdlib.zip` }) {
  for (const script of SCRIPTS) import(`${runtime}${script}`).catch(() => {}); // heard of where it is waited for
  // The small file comes first, as packed files are unpacked one after the other.
  askAhead(stdLibURL);
  askAhead(`${runtime}pyodide.asm.wasm`);
}

/**
 * Start Python. Pyodide waits for ever where its WebAssembly is no good, so that is told from here.
 *
 * @param {string} runtime
 * @param {{stdLibURL?: string, [option: string]: unknown}} options
 */
export async function launch(runtime, options) {
  askForAll(runtime, options);
  const [{ loadPyodide }] = await Promise.all(SCRIPTS.map((name) => imported(`${runtime}${name}`)));
  const broken = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (/** @type {Parameters<typeof instantiate>} */ ...given) => {
      try {
        const made = await instantiate(...given);
        times.compiled = performance.now();
        return made;
      } catch (error) {
        allIsWell().then(() => reject(error), reject);
        throw error;
      }
    };
  });
  const python = await Promise.race([broken, loadPyodide({ indexURL: runtime, ...options })]);
  times.python = performance.now();
  await allIsWell();
  return python;
}
