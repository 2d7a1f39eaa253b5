/**
 * What is wrong in the files.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
