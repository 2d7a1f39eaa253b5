/** Beside each choice how many hands are up, as a number to change and as a bar. */
import { made } from "./made.mjs";
import { shares, withCount } from "./hands.mjs";

/**
 * Make what counts the hands for one choice.
 *
 * @param {import("./says.mjs").Says} says
 * @param {number} choice
 * @param {string} name
 * @param {Pick<import("./scene.mjs").Showing, "counts" | "count">} showing
 */
export function counter(says, choice, name, { counts, count }) {
  const field = made("input", {
    type: "number",
    min: 0,
    max: 999,
    "aria-label": says("hands", { choice: name }),
    autocomplete: "off",
    class: "js-hands",
    "data-choice": choice,
  });
  /** @param {number} by */
  const button = (by) => {
    const label = says(by > 0 ? "more" : "fewer", { choice: name });
    const pressed = made("button", { type: "button", "aria-label": label }, by > 0 ? "+" : "−");
    pressed.addEventListener("click", () => count(withCount(counts(), choice, (counts()[choice] ?? 0) + by)));
    return pressed;
  };
  field.addEventListener("input", () => count(withCount(counts(), choice, field.valueAsNumber)));
  return [
    made("span", { class: "nav-counter" }, button(-1), field, button(1)),
    made("span", { class: "nav-share", "aria-hidden": "true" }),
  ];
}

/**
 * Show counts wherever they stand on the page, but for a field in which somebody is typing.
 *
 * @param {HTMLElement} place
 * @param {number[]} counts
 */
export function showCounts(place, counts) {
  const parts = shares(counts);
  for (const field of place.querySelectorAll("input.js-hands")) {
    if (!(field instanceof HTMLInputElement)) continue;
    const choice = Number(field.dataset.choice);
    if (field !== document.activeElement || field.valueAsNumber !== counts[choice]) {
      const typed = field === document.activeElement && field.value === "";
      if (!typed) field.value = String(counts[choice] ?? 0);
    }
    const option = field.closest(".js-option");
    if (option instanceof HTMLElement) option.style.setProperty("--share", String(parts[choice] ?? 0));
  }
}
