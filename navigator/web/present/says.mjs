/** The words of the page: its own attributes hold them, with {placeholders}. */

/**
 * Return a function that gives a text of the page, with its placeholders filled in.
 *
 * @param {HTMLElement} root
 */
export function saysOf(root) {
  /** @param {string} name @param {Record<string, string | number>} parts */
  return (name, parts = {}) =>
    (root.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, part) => String(parts[part] ?? ""));
}

/** @typedef {ReturnType<typeof saysOf>} Says */

/**
 * Name a step: the case it belongs to, and what it shows of it.
 *
 * @param {Says} says
 * @param {import("./lesson.mjs").Case[]} cases
 * @param {import("./steps.mjs").Step} step
 */
export function nameOf(says, cases, { kind, case: number, question }) {
  const shown = cases[number];
  if (!shown) return says(kind);
  const parts = { number: number + 1, all: cases.length, title: shown.title, ask: shown.questions[question]?.ask };
  return says(`${kind}step`, /** @type {Record<string, string | number>} */ (parts));
}
