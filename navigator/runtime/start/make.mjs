/** Run by Node while the site is built: `make.mjs PYODIDE WHEEL INSIDE OUT` writes the archive of a quick start. */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, wheel, inside, out] = process.argv.slice(2);
const WHEEL = "/tmp/engine.whl";

try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
  const python = await loadPyodide({ indexURL: pyodide });
  python.FS.writeFile(WHEEL, readFileSync(wheel));
  python.runPython(readFileSync(inside, "utf8"));
  const stdlib = python.runPython("import json; next(each for each in sys.path if each.endswith('.zip'))");
  writeFileSync(out, python.globals.get("pack")(stdlib, WHEEL).toJs());
} catch (error) {
  // Without the stack, which would show the whole text of a minified script.
  console.error(error.message);
  process.exitCode = 1;
}
