/** The timer in view: what is left, its buttons, and a word at its end. */
import { get } from "../shared/dom.mjs";
import { asClock, isRunning, leftOf, set, toggled } from "./timer.mjs";

const LOOK_MS = 200;

/**
 * @param {HTMLElement} place
 * @param {import("./says.mjs").Says} says
 * @param {{timer: () => import("./timer.mjs").Timer, change: (timer: import("./timer.mjs").Timer) => void,
 *   tell: (said: string) => void}} session
 */
export function startClock(place, says, { timer, change, tell }) {
  const shown = get(place, ".js-clock", HTMLElement);
  const minutes = get(place, ".js-minutes", HTMLSelectElement);
  const toggle = get(place, ".js-toggle", HTMLButtonElement);
  let wasRunning = false;

  const show = () => {
    const now = Date.now();
    const left = leftOf(timer(), now);
    const runs = isRunning(timer(), now);
    shown.textContent = left ? asClock(left) : says("timeup");
    shown.dataset.over = String(!left);
    toggle.textContent = says(runs ? "pause" : "start");
    minutes.value = String(timer().length / 60_000);
    if (wasRunning && !left) tell(says("timeup"));
    wasRunning = runs;
  };

  minutes.addEventListener("change", () => change(set(Number(minutes.value))));
  toggle.addEventListener("click", () => change(toggled(timer(), Date.now())));
  get(place, ".js-reset", HTMLElement).addEventListener("click", () => change(set(Number(minutes.value))));
  setInterval(show, LOOK_MS);
  return show;
}
