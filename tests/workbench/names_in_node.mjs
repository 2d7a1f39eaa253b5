/** Says what can be named in a file of a draft that comes as JSON. */
import { readFileSync } from "node:fs";
import { Names } from "../../navigator/web/workbench/editing/names.mjs";

const { files, asked } = JSON.parse(readFileSync(0, "utf8"));
const draft = { paths: () => Object.keys(files).sort(), text: (/** @type {string} */ path) => files[path] ?? null };
const names = new Names(/** @type {any} */ (draft));
process.stdout.write(JSON.stringify(asked.map((/** @type {[string, string, any]} */ each) => names.all(...each))));
