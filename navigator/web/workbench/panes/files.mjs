/**
 * What opens files of a policy, and lists them.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
