/** Light or dark: the choice of a reader is kept for the next page, and nothing is kept without one. */
import { all } from "../shared/dom.mjs";

const KEY = "navigator-colours";

export function startColours() {
  paint(); // where the host's own policy has kept the page from doing so itself
  const buttons = all(document, "[data-colours]", HTMLButtonElement);
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.dataset.colours ?? "");
      buttons.find((each) => each !== button)?.focus();
    });
  }
}

const ofDevice = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");

function paint() {
  try {
    document.body.dataset.mdColorScheme = localStorage.getItem(KEY) ?? ofDevice();
  } catch {
    document.body.dataset.mdColorScheme = ofDevice();
  }
}

/** @param {string} colours */
function choose(colours) {
  document.body.dataset.mdColorScheme = colours;
  try {
    if (colours === ofDevice()) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, colours);
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
}
