/** Beside each choice how many hands are up, as a number to change and as a bar. */
import { all } from "../shared/dom.mjs";
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
    const pressed = made("button", { type: "button", "aria-label": label, class: "js-counts", "data-by": by });
    pressed.addEventListener("click", () => count(withCount(counts(), choice, (counts()[choice] ?? 0) + by)));
    return pressed;
  };
  field.addEventListener("input", () => count(withCount(counts(), choice, field.valueAsNumber)));
  return [
    made("span", { class: "nav-counter" }, button(-1), field, button(1)),
    bar(),
  ];
}

/**
 * Make what only tells the hands for one choice.
 *
 * @param {number} choice
 */
export function told(choice) {
  return [made("strong", { class: "nav-count js-count", "data-choice": choice }), bar()];
}

const bar = () => made("span", { class: "nav-share", "aria-hidden": "true" });

/**
 * Show counts beside the choices of a place, but for a field in which somebody is typing. Where no hand is up, nothing
 * is told.
 *
 * @param {HTMLElement} place
 * @param {number[]} counts
 */
export function showCounts(place, counts) {
  const parts = shares(counts);
  for (const each of all(place, ".js-count", HTMLElement)) {
    each.hidden = !counts.some(Boolean);
    each.textContent = String(counts[Number(each.dataset.choice)] ?? 0);
  }
  for (const field of all(place, "input.js-hands", HTMLInputElement)) {
    const counted = counts[Number(field.dataset.choice)] ?? 0;
    const isTyped = field === document.activeElement && (field.value === "" || field.valueAsNumber === counted);
    if (!isTyped) field.value = String(counted);
  }
  all(place, ".js-option", HTMLElement).forEach((option, choice) => {
    option.style.setProperty("--share", String(parts[choice] ?? 0));
  });
}
