/**
 * Where in a file a place in its text is, by the indentation of the lines: it holds in the middle of an edit too.
 *
 * @import { Path } from "./paths.mjs"
 */

const LINE = /^(\s*)((?:- +)*)(?:([\w-]+):(?=\s|$))?/;

/**
 * Return the path of the map that a line is in, and the key that the line gives.
 *
 * @param {string[]} lines
 * @param {number} index
 * @returns {{ path: Path, key: string | null }}
 */
export function placeIn(lines, index) {
  /** @type {(string | number)[]} */
  const path = [];
  const own = partsOf(lines[index]);
  let { column } = own;
  /** How many items of the list around were passed. */
  let passed = own.dashes.length ? 0 : -1;
  let dash = own.dashes.at(-1) ?? -1;
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (!line.trim() || /^\s*#/.test(line)) continue;
    const { column: its, dashes, key, indent } = partsOf(line);
    if (dash >= 0) {
      // Within a list: items before this one, and then the key that it belongs to.
      if (dashes[0] === dash) passed += 1;
      else if (key && indent <= dash && its <= dash) {
        path.unshift(key, passed);
        column = its;
        dash = dashes.at(-1) ?? -1;
        passed = dash >= 0 ? 0 : -1;
      }
    } else if (key && its < column) {
      path.unshift(key);
      column = its;
      dash = dashes.at(-1) ?? -1;
      passed = dash >= 0 ? 0 : -1;
    } else if (its === column && dashes.length) {
      dash = dashes.at(-1) ?? -1;
      passed = 0;
    }
  }
  if (dash >= 0 && passed >= 0) path.unshift(passed);
  return { path, key: own.key };
}

/** @param {string} line */
function partsOf(line) {
  const [, indent = "", dashes = "", key = null] = LINE.exec(line) ?? [];
  const starts = [...dashes.matchAll(/-/g)].map(({ index: start }) => indent.length + start);
  return { indent: indent.length, dashes: starts, column: indent.length + dashes.length, key };
}
