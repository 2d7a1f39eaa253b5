/** Giving a text, or bytes, to the reader as a file of their own: it is kept nowhere else. */

const KEPT_MS = 60_000;

/**
 * @param {BlobPart} text
 * @param {string} type
 * @param {string} name
 */
export function saveFile(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
