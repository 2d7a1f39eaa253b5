/** What moves a presentation: buttons, keys, and the list of its cases. */
import { find, get } from "../shared/dom.mjs";
import { moveOf } from "./keys.mjs";
import { made } from "./made.mjs";

/**
 * Let buttons and keys move by steps. Keys act while the focus is within the place.
 *
 * @param {HTMLElement} place
 * @param {(by: number) => void} move
 */
export function startMoving(place, move) {
  get(place, ".js-back", HTMLElement).addEventListener("click", () => move(-1));
  get(place, ".js-on", HTMLElement).addEventListener("click", () => move(1));
  place.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const scrolls = place.offsetHeight > innerHeight || target.scrollHeight > target.clientHeight + 1;
    const by = moveOf(event, (selector) => target.matches(selector), scrolls);
    if (!by) return;
    event.preventDefault();
    move(by);
  });
}

/**
 * Say on the buttons what comes, and which of them leads nowhere.
 *
 * @param {HTMLElement} place
 * @param {import("./says.mjs").Says} says
 * @param {import("./steps.mjs").Step[]} steps
 * @param {number} at
 */
export function showMoves(place, says, steps, at) {
  const on = get(place, ".js-on", HTMLElement);
  on.textContent = says(steps[at].kind === "question" ? "show" : "on");
  on.setAttribute("aria-disabled", String(at === steps.length - 1));
  get(place, ".js-back", HTMLElement).setAttribute("aria-disabled", String(at === 0));
}

/**
 * List where one can go to.
 *
 * @param {HTMLElement} place
 * @param {string[]} names
 * @param {(number: number) => void} go
 */
export function startList(place, names, go) {
  const dialog = get(place, ".js-jump", HTMLDialogElement);
  const items = names.map((name, number) => {
    const button = made("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      dialog.close();
      go(number);
    });
    return made("li", {}, button);
  });
  get(dialog, ".js-jump-list", HTMLElement).replaceChildren(...items);
  get(dialog, ".js-jump-close", HTMLElement).addEventListener("click", () => dialog.close());
  get(place, ".js-jump-open", HTMLElement).addEventListener("click", () => dialog.showModal());
}

/**
 * Let a button fill the screen, where the browser can.
 *
 * @param {HTMLElement} place
 * @param {import("./says.mjs").Says} says
 */
export function startFullScreen(place, says) {
  const button = find(place, ".js-full", HTMLElement);
  if (!button) return;
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", () => {
    const changed = document.fullscreenElement ? document.exitFullscreen() : place.requestFullscreen();
    changed.catch(() => {}); // It works without.
  });
  place.addEventListener("fullscreenchange", () => {
    button.textContent = says(document.fullscreenElement ? "small" : "full");
  });
}
