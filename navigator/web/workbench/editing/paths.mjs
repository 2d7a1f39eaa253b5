/**
 * The way to a value in a file: as a list of keys and numbers, and as problems write it, `stages[0].title`.
 *
 * @typedef {(string | number)[]} Path
 */

/** @param {Path} path */
export const shown = (path) =>
  path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index ? "." : ""}${part}`)).join("");

/**
 * @param {string} text
 * @returns {Path}
 */
export const read = (text) => {
  if (!/^[\w[\].-]*$/.test(text)) return [];
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, number, key]) => (number ? Number(number) : key));
};

/**
 * Say whether a path is another one or leads into it.
 *
 * @param {Path} path
 * @param {Path} around
 */
export const within = (path, around) => around.every((part, index) => path[index] === part);
