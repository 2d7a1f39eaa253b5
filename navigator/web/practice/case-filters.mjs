/** Which of the cases to choose from are in view: those that fit every filter. */
import { all, get } from "../shared/dom.mjs";

const ALL = "*";

/** @param {HTMLElement} place holds the filters and the cases in their groups */
export function startFilters(place) {
  const filters = get(place, ".js-filters", HTMLElement);
  const selects = all(filters, "select", HTMLSelectElement);
  filters.hidden = false;
  filters.addEventListener("change", () => {
    let shown = 0;
    for (const group of all(place, ".js-group", HTMLElement)) {
      const picks = all(group, ".js-pick", HTMLElement);
      for (const pick of picks) pick.hidden = !selects.every((select) => fits(pick, group, select));
      const left = picks.filter((pick) => !pick.hidden).length;
      group.hidden = !left;
      shown += left;
    }
    get(filters, ".js-shown", HTMLElement).textContent = String(shown);
  });
}

/**
 * @param {HTMLElement} pick
 * @param {HTMLElement} group
 * @param {HTMLSelectElement} select
 */
function fits(pick, group, { value, dataset }) {
  const { only = "" } = dataset;
  if (value === ALL) return true;
  if (only === "minutes") return Number(pick.dataset.minutes) <= Number(value);
  return value === (pick.dataset[only] ?? group.dataset[only]);
}
