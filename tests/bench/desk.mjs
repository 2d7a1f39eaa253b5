/**
 * Run by Node: the workbench's Python as its worker starts it, measured without a browser.
 *
 * `desk.mjs PYODIDE START PROGRAM DATA MESSAGES` prints JSON: for each step, for reading all of the folder afresh, and
 * for each message the milliseconds of the clock (`wall`) and of the processor (`cpu`), and of each message whether a
 * step of its answer took long (`longest`).
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, start, program, data, messages] = process.argv.slice(2);
const HOME = "/workbench";
const STEP_MS = 40;
/** As `navigator/web/workbench/open-desk.mjs` begins. */
const BEGIN = `
import gc, marshal, sys
import _dataclass_code
sys.path.insert(0, "${HOME}")
with open("${HOME}/workbench_methods.marshal", "rb") as file:
    _dataclass_code.CODES |= marshal.load(file)
gc.disable()
import navigator.workbench.session
`;
const AFRESH = `
from pathlib import Path
from navigator.load.library import load
len(load(Path("${HOME}/data")).files)
`;
const rows = [];

async function timed(name, run) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const made = await run();
  const { user, system } = process.cpuUsage(cpu);
  rows.push({ name, wall: performance.now() - began, cpu: (user + system) / 1000, longest: made?.longest ?? 0 });
  return made;
}

function unpack(disk, file) {
  const held = new Uint8Array(readFileSync(file));
  let at = 4 + new DataView(held.buffer, held.byteOffset).getUint32(0, true);
  for (const [path, size] of JSON.parse(new TextDecoder().decode(held.subarray(4, at)))) {
    const place = `${HOME}/${path}`;
    disk.mkdirTree(place.slice(0, place.lastIndexOf("/")));
    disk.writeFile(place, held.subarray(at, at + size), { canOwn: true });
    at += size;
  }
}

function answer(desk, message) {
  const asked = desk.begin(JSON.stringify(message));
  for (let longest = 0; ; ) {
    const began = performance.now();
    const said = asked.on(STEP_MS);
    longest = Math.max(longest, performance.now() - began);
    if (said === undefined) continue;
    const { error } = JSON.parse(said);
    if (error) throw new Error(error);
    return { longest };
  }
}

const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await timed("python", () => loadPyodide({ indexURL: pyodide, stdLibURL: start }));
await timed("unpack", () => [program, data].forEach((file) => unpack(python.FS, file)));
await timed("import", () => python.runPython(BEGIN));
const desk = await timed("open", () =>
  python.pyimport("navigator.workbench.session").Session(`${HOME}/data`, "2026-11-26"),
);
for (const message of JSON.parse(readFileSync(messages, "utf8"))) {
  await timed(message.kind, () => answer(desk, message));
}
await timed("afresh", () => python.runPython(AFRESH));
console.log(JSON.stringify(rows));
