/**
 * The start of the workbench's Python: the engine's own start, the workbench's program, and the data of this site.
 *
 * @typedef {{on: (most: number) => string | undefined, destroy: () => void}} Asked
 * @typedef {{begin: (message: string) => Asked}} Desk
 */
import { XzReadableStream } from "xz-decompress";
import { archive, keepRuntime, launch } from "../engine/boot.mjs";
import { digest, keep, kept } from "../engine/cache.mjs";
import { Damaged, allIsWell, startAfresh } from "../engine/downloads.mjs";

const HOME = "/workbench";
const DATA = `${HOME}/data`;
/**
 * The program comes before the engine's own copy, and brings the methods of its classes. Nearly all that is
 * read stays: the garbage collector would look through it in the midst of an answer.
 */
const BEGIN = `
import gc, marshal, sys
import _dataclass_code
sys.path.insert(0, "${HOME}")
with open("${HOME}/workbench_methods.marshal", "rb") as file:
    _dataclass_code.CODES |= marshal.load(file)
gc.disable()
`;

/**
 * Return a desk with the data of this site, what each step took, and what keeps all that was fetched.
 *
 * @param {string} runtime
 * @param {string} today
 */
export async function openDesk(runtime, today) {
  try {
    return await open(runtime, today);
  } catch (error) {
    const damage = await allIsWell().then(() => error, (found) => found);
    if (!(damage instanceof Damaged)) throw error;
    console.warn(damage);
    startAfresh();
    return open(runtime, today);
  }
}

/**
 * @param {string} runtime
 * @param {string} today
 */
async function open(runtime, today) {
  /** @type {Record<string, number>} */
  const times = {};
  const coming = Promise.all([program(runtime), data(runtime)]);
  coming.catch(() => {}); // heard of where it is waited for
  const python = await launch(runtime, archive(runtime));
  times.python = performance.now();
  const files = await coming;
  await allIsWell();
  for (const held of files) unpack(python.FS, held);
  python.runPython(BEGIN);
  times.unpacked = performance.now();
  const desk = python.pyimport("navigator.workbench.session").Session(DATA, today);
  times.imported = performance.now();
  /** @type {Desk} */
  const opened = { begin: (message) => desk.begin(message) };
  return { desk: opened, times, keep: () => keepAll(runtime, files[1]) };
}

/** @param {string} runtime */
async function program(runtime) {
  const response = await fetch(`${runtime}${WORKBENCH.program}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Return the data of this site, which a browser keeps until there is another.
 *
 * @param {string} runtime
 */
async function data(runtime) {
  const address = `${runtime}${WORKBENCH.data}`;
  const held = await kept(address);
  if (held) return new Uint8Array(await held.arrayBuffer());
  const { body } = await fetch(address);
  try {
    if (!body) throw new Error(address);
    return new Uint8Array(await new Response(new XzReadableStream(body)).arrayBuffer());
  } catch (error) {
    throw new Damaged(String(error));
  }
}

/**
 * @param {string} runtime
 * @param {Uint8Array<ArrayBuffer>} held
 */
async function keepAll(runtime, held) {
  await keepRuntime(runtime);
  const body = new Blob([held]);
  await keep(`${runtime}${WORKBENCH.data}`, body, await digest(body));
}

/**
 * Put the files of an archive onto the disk in memory: `navigator/runtime/many_in_one.py` says what it looks like.
 *
 * @param {{mkdirTree: (path: string) => void, writeFile: (path: string, held: Uint8Array, how: object) => void}} disk
 * @param {Uint8Array<ArrayBuffer>} held
 */
function unpack(disk, held) {
  const length = new DataView(held.buffer).getUint32(0, true);
  let at = 4 + length;
  for (const [path, size] of JSON.parse(new TextDecoder().decode(held.subarray(4, at)))) {
    const place = `${HOME}/${path}`;
    disk.mkdirTree(place.slice(0, place.lastIndexOf("/")));
    disk.writeFile(place, held.subarray(at, at + size), { canOwn: true });
    at += size;
  }
}
