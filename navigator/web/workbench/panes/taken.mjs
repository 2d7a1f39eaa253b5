/**
 * What goes to others: a patch, a printout, a mail.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
