/**
 * One act of a hand, one answer: hands shake, and a page may change under a pointer between two presses.
 *
 * Three things are no act: the second press of a double click, a key that is held down, and a press near the last
 * act, on the same thing or on what came in its place, while nobody can have read yet what that act has brought.
 */
import { around } from "../shared/dom.mjs";

const PRESSED = "a, button, summary, label, input";
const READING_MS = 500;
/** In pixels of a style sheet. A phone takes two taps that are as near as this for one double tap. */
const NEAR = 100;

/** @type {{clientX: number, clientY: number} | undefined} */
let lastAct;
/** When the last act was, or when its page was shown. A finger may have brought this page by a tap at any place. */
let since = new Event("").timeStamp;
/** @type {Element | null} */
let actedOn = null;
/** @type {Element | null} */
let pressed = null;
let shaky = false;

export function startHand() {
  addEventListener("pointerdown", press, true);
  addEventListener("click", judge, true);
  addEventListener("keydown", hold, true);
  addEventListener("navigator-shown", ({ timeStamp }) => (since = timeStamp));
}

/** @param {PointerEvent} event */
function press(event) {
  pressed = around(event.target, PRESSED, Element);
  const replaced = !actedOn?.isConnected;
  shaky = event.timeStamp - since < READING_MS && isNear(event) && (replaced || pressed === actedOn);
}

/** @param {PointerEvent} event */
function isNear({ clientX, clientY, pointerType }) {
  if (!lastAct) return pointerType === "touch";
  return Math.hypot(clientX - lastAct.clientX, clientY - lastAct.clientY) < NEAR;
}

/**
 * A click by a key, by a script or by what reads the page aloud has no count. What counts clicks wants each of them.
 *
 * @param {MouseEvent} event
 */
function judge(event) {
  if (!event.isTrusted || !event.detail || around(event.target, ".js-counts", Element)) return;
  const gone = pressed?.isConnected === false; // what was pressed; the click went to what came in its place
  if (shaky || gone || event.detail > 1) stop(event);
  else {
    lastAct = event;
    actedOn = pressed;
    since = event.timeStamp;
  }
  // A press is judged once for all clicks that it makes: a label makes another one on its field.
  setTimeout(() => {
    pressed = null;
    shaky = false;
  });
}

/** @param {KeyboardEvent} event */
function hold(event) {
  if (event.repeat && event.key === "Enter" && !around(event.target, "textarea", Element)) stop(event);
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
