/**
 * Where a file belongs: its path within the data folder, or the paths that somebody has to choose from.
 *
 * @typedef {object} Kind a part of the library, as `navigator/load/layout.py` tells it
 * @property {string} name
 * @property {string} file the name of its file, where it has one in each folder
 * @property {boolean} each whether each item has a file of its own, in a folder of that name
 * @property {string[]} keys the keys that an item may have
 * @typedef {{path: string} | {choices: string[]}} Found
 */

const ENDING = ".yaml";
const HOMES = ["national", "services"];
/** So much of what stands in a file must be known of a kind, for it to be taken for one. */
const KNOWN = 0.7;

/**
 * @param {string} name the name of a file, or its way from the folder that was opened
 * @param {string} text
 * @param {{kinds: Kind[], paths: string[], services: string[]}} known what there is in the data folder
 * @returns {Found}
 */
export function placeOf(name, text, { kinds, paths, services }) {
  const parts = name.split("/").filter((part) => part && part !== ".");
  const home = parts.findLastIndex((part, at) => HOMES.includes(part) && at < parts.length - 1);
  if (home >= 0 && fits(parts.slice(home), kinds)) return { path: parts.slice(home).join("/") };
  const file = parts[parts.length - 1] ?? "";
  // What lies in a folder for items of its kind lies in the folder of a service.
  const within = [parts.slice(-3), parts.slice(-2)].find((way) => fits(["services", ...way], kinds));
  if (within && services.includes(within[0])) return { path: ["services", ...within].join("/") };
  const same = paths.filter((path) => path.endsWith(`/${file}`));
  if (same.length === 1 && kinds.some(({ name: folder, each }) => each && same[0].endsWith(`/${folder}/${file}`))) {
    return { path: same[0] };
  }
  const kind = kinds.find((each) => each.file === file) ?? kindOf(text, kinds);
  if (!kind || !file.endsWith(ENDING)) return { choices: same };
  const made = kind.each ? `${kind.name}/${file}` : kind.file;
  if (kind.name === "services") {
    const id = /^id:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? parts[parts.length - 2];
    return id ? { path: `services/${id}/${kind.file}` } : { choices: same };
  }
  const there = services.map((service) => `services/${service}/${made}`);
  return { choices: [...new Set([...same, ...there, `national/${made}`])] };
}

/**
 * Say whether a way is that of a file that the data folder may have.
 *
 * @param {string[]} parts
 * @param {Kind[]} kinds
 */
function fits(parts, kinds) {
  const rest = parts.slice(parts[0] === "services" ? 2 : 1);
  const [first, second] = rest;
  if (rest.length === 1) return kinds.some(({ file }) => file === first);
  return rest.length === 2 && second.endsWith(ENDING) && kinds.some(({ name, each }) => each && name === first);
}

/**
 * Return the kind that a text is likeliest of, by the keys at its left edge, or nothing.
 *
 * @param {string} text
 * @param {Kind[]} kinds
 */
export function kindOf(text, kinds) {
  const list = /^- /m.test(text) && !/^[a-z_]+:/m.test(text);
  const keys = new Set(Array.from(text.matchAll(list ? /^(?:- | {2})([a-z_]+):/gm : /^([a-z_]+):/gm), ([, key]) => key));
  if (!keys.size) return undefined;
  const scored = kinds
    .filter(({ each, name }) => list === !(each || name === "services" || name === "triage"))
    .map((kind) => ({ kind, share: [...keys].filter((key) => kind.keys.includes(key)).length / keys.size }));
  scored.sort((one, other) => other.share - one.share || one.kind.keys.length - other.kind.keys.length);
  return scored[0]?.share >= KNOWN ? scored[0].kind : undefined;
}
