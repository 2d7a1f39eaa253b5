/**
 * What was opened, as files of the draft: read, unpacked, and each at its place. What cannot be taken is told by the
 * name of a sentence and the name of the file.
 *
 * @import { Opened } from "./opened.mjs"
 * @import { Kind } from "./place.mjs"
 * @import { Form } from "./text.mjs"
 * @typedef {{name: string, text: string, form: Form, handle?: FileSystemFileHandle}} Read
 * @typedef {{says: string, name: string}} Refused
 * @typedef {Read & {choices: string[]}} Unplaced
 */
import { placeOf } from "./place.mjs";
import { BadFile, decoded } from "./text.mjs";
import { unzipped } from "./zip.mjs";

const ZIP = /\.zip$/i;
const YAML = /\.ya?ml(\.txt)?$/i;
const BYTES = { file: 1_000_000, zip: 20_000_000 };

/**
 * @param {Opened[]} opened
 * @param {{kinds: Kind[], paths: string[], services: string[]}} known
 */
export async function taken(opened, known) {
  /** @type {Record<string, Read>} */
  const placed = {};
  /** @type {Unplaced[]} */
  const unplaced = [];
  /** @type {Refused[]} */
  const refused = [];
  /** @type {(Read | null)[]} */
  const all = [];
  const alone = opened.length === 1;
  for (const { name, file, handle } of opened) {
    try {
      all.push(...(await contents(name, file, handle, alone)));
    } catch (error) {
      refused.push({ says: error instanceof BadFile ? error.message : "not-read", name });
    }
  }
  const read = all.filter((each) => each !== null);
  // The folder of a service that is new here comes with a file that says what it is.
  const come = read.flatMap(({ name }) => /([^/]+)\/service\.yaml$/.exec(name)?.[1] ?? []);
  const services = [...new Set([...known.services, ...come])];
  for (const each of read) {
    const found = placeOf(each.name, each.text, { ...known, services });
    if ("path" in found) placed[found.path] = each;
    else if (found.choices.length) unplaced.push({ ...each, choices: found.choices });
    else refused.push({ says: "no-place", name: each.name });
  }
  return { placed, unplaced, refused, leftOut: all.length - read.length };
}

/**
 * Return what a file holds: itself, or what is packed in it; nothing in the place of what is no policy.
 *
 * @param {string} name
 * @param {File} file
 * @param {FileSystemFileHandle | undefined} handle
 * @param {boolean} alone whether somebody has chosen just this file, and so means it
 * @returns {Promise<(Read | null)[]>}
 */
async function contents(name, file, handle, alone) {
  const zip = ZIP.test(name);
  if (!zip && !YAML.test(name)) {
    if (alone) throw new BadFile("not-yaml");
    return [null];
  }
  if (file.size > BYTES[zip ? "zip" : "file"]) throw new BadFile("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!zip) return [{ name: renamed(name), ...decoded(bytes), handle }];
  const within = Object.entries(unzipped(bytes));
  const folder = name.replace(ZIP, "");
  return within.map(([way, held]) => {
    if (!YAML.test(way)) return null;
    if (held.length > BYTES.file) throw new BadFile("too-large");
    return { name: renamed(way.includes("/") ? way : `${folder}/${way}`), ...decoded(held) };
  });
}

/**
 * Give a file the ending that all have.
 *
 * @param {string} name
 */
function renamed(name) {
  return name.replace(YAML, ".yaml");
}
