/**
 * How a policy is begun from the text of a document.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
