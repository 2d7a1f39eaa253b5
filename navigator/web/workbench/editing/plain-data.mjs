/**
 * Plain data along a path: what is read of a file, and what an edit should come to.
 *
 * @import { Path } from "./paths.mjs"
 */

const DAY_AS_DATE = /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/;

/**
 * Return a value within the parts that a path leads through.
 *
 * @param {Path} path
 * @param {unknown} value
 */
export const wrapped = (path, value) =>
  path.reduceRight((/** @type {unknown} */ held, part) => (typeof part === "number" ? [held] : { [part]: held }), value);

/**
 * @param {any} data
 * @param {Path} path
 */
export const valueAt = (data, path) => path.reduce((held, part) => held?.[part], data);

/**
 * @param {any} data
 * @param {Path} path
 * @param {unknown} value
 */
export function put(data, path, value) {
  if (!path.length) return value;
  const [first, ...rest] = path;
  const held = data && typeof data === "object" ? data : typeof first === "number" ? [] : {};
  held[first] = put(held[first], rest, value);
  return held;
}

/**
 * @param {any} data
 * @param {Path} path
 */
export function cut(data, path) {
  const last = path.at(-1);
  const around = valueAt(data, path.slice(0, -1));
  if (Array.isArray(around)) around.splice(Number(last), 1);
  else if (last !== undefined) delete around[last];
  return data;
}

/**
 * Return plain data as a text that is the same whatever the order of its keys. Days are dates while they are written,
 * and texts once read.
 *
 * @param {unknown} data
 */
export const canonical = (data) =>
  JSON.stringify(data, (_, held) =>
    held && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : typeof held === "string" && DAY_AS_DATE.test(held)
        ? held.slice(0, 10)
        : held,
  );
