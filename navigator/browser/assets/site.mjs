/** What every page needs beside the theme's own script: keys, search and explanations that behave. */

const search = document.getElementById("__search");
const query = document.querySelector("[data-md-component=search-query]");
const opener = document.querySelector(".nav-search-open");
let before = null;

/** Keep single letters from acting: a reader who dictates or shakes would set them off unawares. */
function silenceLetters(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopImmediatePropagation();
  }
}

function openSearch() {
  if (!search.checked) search.click();
  query.focus();
}

function closeSearch() {
  if (search.checked) search.click();
  query.blur();
  (before ?? opener).focus();
}

/** Hide an explanation while its word still has the pointer or the focus. */
function dismiss(event) {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".nav-term:is(:hover, :focus-within)")) {
    term.classList.add("nav-dismissed");
    const back = () => term.classList.remove("nav-dismissed");
    term.addEventListener("mouseleave", back, { once: true });
    term.addEventListener("focusout", back, { once: true });
  }
}

/** Print everything: what is folded away cannot be unfolded on paper. */
function unfold() {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
    addEventListener("afterprint", () => (details.open = false), { once: true });
  }
}

addEventListener("keydown", silenceLetters, true);
addEventListener("keydown", dismiss);
addEventListener("beforeprint", unfold);
opener?.addEventListener("click", openSearch);
document.querySelector(".nav-search-close")?.addEventListener("click", closeSearch);
query?.addEventListener("focus", ({ relatedTarget }) => {
  // Where the field is always there, its reader goes back to where they came from.
  before = opener.offsetParent ? opener : (relatedTarget ?? document.querySelector(".nav-name"));
});
document.querySelector(".md-search")?.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") setTimeout(closeSearch);
});
