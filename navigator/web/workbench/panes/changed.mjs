/**
 * What the draft changes for readers.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
