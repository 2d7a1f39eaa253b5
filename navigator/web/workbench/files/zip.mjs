/** Folders as one file: reading a zip, and writing one. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { BadFile } from "./text.mjs";

const PARTS = /(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)/;
/** Bytes: what is larger once it is unpacked is no folder of policies. */
const LARGEST = 50_000_000;

/**
 * Return the files of a zip by their ways within it. Throws BadFile.
 *
 * @param {Uint8Array} bytes
 */
export function unzipped(bytes) {
  let size = 0;
  const filter = (/** @type {{name: string, originalSize: number}} */ { name, originalSize }) => {
    size += originalSize;
    if (size > LARGEST) throw new BadFile("zip-too-large");
    return !name.endsWith("/") && !PARTS.test(name);
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof BadFile ? error : new BadFile("not-zip");
  }
}

/**
 * Return a zip with files. The same files give the same bytes.
 *
 * @param {Record<string, string>} files
 */
export function zipped(files) {
  const held = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(held, { mtime: new Date(1980, 0, 1) });
}
