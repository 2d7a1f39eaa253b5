/**
 * What readers will see.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
