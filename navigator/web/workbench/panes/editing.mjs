/**
 * The editor: one file as a form and as YAML.
 *
 * @type {import("../bench.mjs").Pane}
 */
export const mount = () => {};
