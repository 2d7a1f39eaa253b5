/** Light or dark: the choice of a reader is kept for the next page, and nothing is kept without one. */

const KEY = "navigator-colours";
const buttons = [...document.querySelectorAll(".nav-colours")];

function choose({ currentTarget }) {
  const { colours } = currentTarget.dataset;
  const ofDevice = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.dataset.mdColorScheme = colours;
  try {
    if (colours === ofDevice) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, colours);
  } catch {
    // Where nothing may be stored, the choice holds for this page.
  }
  buttons.find((button) => button !== currentTarget).focus();
}

for (const button of buttons) button.addEventListener("click", choose);
