/**
 * How files leave the page.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
