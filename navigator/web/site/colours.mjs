/** Light or dark: the choice of a reader is kept for the next page, and nothing is kept without one. */
import { all } from "../shared/dom.mjs";

const KEY = "navigator-colours";

export function startColours() {
  const buttons = all(document, "[data-colours]", HTMLButtonElement);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.dataset.colours ?? "");
      buttons.find((each) => each !== button)?.focus();
    });
  }
}

/** @param {string} colours */
function choose(colours) {
  const ofDevice = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.dataset.mdColorScheme = colours;
  try {
    if (colours === ofDevice) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, colours);
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
}
