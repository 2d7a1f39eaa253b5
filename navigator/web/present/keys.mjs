/** What keys and a clicker do to a presentation. No letter does anything. */

/** @type {Record<string, 1 | -1>} */
const MOVES = { PageDown: 1, ArrowRight: 1, ArrowDown: 1, " ": 1, PageUp: -1, ArrowLeft: -1, ArrowUp: -1 };
const TYPED_IN = "input, select, textarea, dialog, dialog *";
const PRESSED = "button, a, summary";

/**
 * Return how far a key moves: a step on, a step back, or not at all. What has the focus keeps its own keys, and no
 * key that is held down runs through the steps.
 *
 * @param {Pick<KeyboardEvent, "key" | "repeat" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">} event
 * @param {(selector: string) => boolean} focused says whether what has the focus is of some kind
 */
export function moveOf({ key, repeat, shiftKey, ctrlKey, altKey, metaKey }, focused) {
  if (repeat || shiftKey || ctrlKey || altKey || metaKey || focused(TYPED_IN)) return 0;
  if (key === " " && focused(PRESSED)) return 0;
  return Object.hasOwn(MOVES, key) ? MOVES[key] : 0;
}
