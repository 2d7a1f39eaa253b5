/**
 * Cases that are run against the draft.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
