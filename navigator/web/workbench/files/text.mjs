/**
 * The text of a file, and the form it came in: a mark at its beginning, and how its lines end. Within the page every
 * line ends with a line feed. A file leaves the page in the form that it came in.
 *
 * @typedef {{mark: boolean, ends: "\n" | "\r\n"}} Form
 */

const MARK = "\uFEFF";
/** @type {Form} */
export const PLAIN = { mark: false, ends: "\n" };

/** A file cannot be read: `name` is that of the sentence that says why. */
export class BadFile extends Error {}

/**
 * Return the text of a file and its form. Throws BadFile.
 *
 * @param {Uint8Array} bytes
 * @returns {{text: string, form: Form}}
 */
export function decoded(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BadFile("not-text");
  }
  if (text.includes("\0")) throw new BadFile("not-text");
  const mark = text.startsWith(MARK);
  const ended = text.split("\n").length - 1;
  const windows = text.split("\r\n").length - 1;
  const plain = (mark ? text.slice(1) : text).replaceAll("\r\n", "\n");
  return { text: plain, form: { mark, ends: windows * 2 > ended ? "\r\n" : "\n" } };
}

/**
 * Return a text as it stands in a file of a form.
 *
 * @param {string} text
 * @param {Form} form
 */
export function encoded(text, { mark, ends }) {
  return (mark ? MARK : "") + text.replaceAll("\n", ends);
}
