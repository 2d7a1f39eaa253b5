/** A count down that two windows can share: what it holds is plain, and the time of day comes from outside. */

/**
 * `length` and `left` are in milliseconds; `ends` is a moment since 1970 while it runs, and else null.
 *
 * @typedef {{length: number, left: number, ends: number | null}} Timer
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Return a timer that waits to be started.
 *
 * @param {number} minutes
 * @returns {Timer}
 */
export function set(minutes) {
  return { length: minutes * MINUTE, left: minutes * MINUTE, ends: null };
}

/**
 * Let a timer run on, from its whole length where it has run out; or let it wait where it runs.
 *
 * @param {Timer} timer
 * @param {number} now
 * @returns {Timer}
 */
export function toggled(timer, now) {
  const left = leftOf(timer, now);
  if (timer.ends !== null && left > 0) return { ...timer, left, ends: null };
  return { ...timer, left: left || timer.length, ends: now + (left || timer.length) };
}

/**
 * Return how much is left, in milliseconds and never less than nothing.
 *
 * @param {Timer} timer
 * @param {number} now
 */
export function leftOf(timer, now) {
  return timer.ends === null ? timer.left : Math.min(Math.max(timer.ends - now, 0), timer.length);
}

/**
 * @param {Timer} timer
 * @param {number} now
 */
export function isRunning(timer, now) {
  return timer.ends !== null && timer.ends > now;
}

/**
 * Write what is left as a clock does: a second counts until it is over.
 *
 * @param {number} left in milliseconds
 */
export function asClock(left) {
  const seconds = Math.ceil(left / SECOND);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
