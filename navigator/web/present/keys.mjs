/** What keys and a clicker do to a presentation. No letter does anything. */

/** @type {Record<string, 1 | -1>} */
const SIDEWAYS = { ArrowRight: 1, ArrowLeft: -1 };
/** @type {Record<string, 1 | -1>} Keys that scroll, wherever there is something to scroll. */
const SCROLLING = { PageDown: 1, ArrowDown: 1, " ": 1, PageUp: -1, ArrowUp: -1 };
const TYPED_IN = "input, select, textarea, dialog, dialog *";
const PRESSED = "button, a, summary";

/**
 * Return how far a key moves: a step on, a step back, or not at all. What has the focus keeps its own keys, and no
 * key that is held down runs through the steps.
 *
 * @param {Pick<KeyboardEvent, "key" | "repeat" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">} event
 * @param {(selector: string) => boolean} focused says whether what has the focus is of some kind
 * @param {boolean} scrolls whether there is more to see than fits
 */
export function moveOf({ key, repeat, shiftKey, ctrlKey, altKey, metaKey }, focused, scrolls) {
  if (repeat || shiftKey || ctrlKey || altKey || metaKey || focused(TYPED_IN)) return 0;
  if (key === " " && focused(PRESSED)) return 0;
  return SIDEWAYS[key] ?? (scrolls ? 0 : SCROLLING[key]) ?? 0;
}
