/** What every page needs beside the theme's own script: keys, explanations and paper that behave. */
import { all, around } from "../shared/dom.mjs";

export function startSite() {
  document.documentElement.classList.replace("no-js", "js");
  addEventListener("keydown", silenceLetters, true);
  addEventListener("keydown", dismiss);
  addEventListener("beforeprint", unfold);
  addEventListener("beforeprint", writeAddress);
}

/**
 * Keep single letters from acting: a reader who dictates or shakes would set them off unawares.
 *
 * @param {KeyboardEvent} event
 */
function silenceLetters(event) {
  const typing = around(event.target, "input, textarea, select, [contenteditable]", Element);
  if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.stopImmediatePropagation();
  }
}

/**
 * Hide an explanation while its word still has the pointer or the focus.
 *
 * @param {KeyboardEvent} event
 */
function dismiss(event) {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".js-term:is(:hover, :focus-within)")) {
    term.classList.add("nav-dismissed");
    const back = () => term.classList.remove("nav-dismissed");
    term.addEventListener("mouseleave", back, { once: true });
    term.addEventListener("focusout", back, { once: true });
  }
}

/** Print everything: what is folded away cannot be unfolded on paper. */
function unfold() {
  for (const details of all(document, "details:not([open])", HTMLDetailsElement)) {
    details.open = true;
    addEventListener("afterprint", () => (details.open = false), { once: true });
  }
}

/** Say on paper where the page is, without anything that only this visit has added. */
function writeAddress() {
  for (const place of document.querySelectorAll(".js-address")) {
    place.textContent = location.origin + location.pathname;
  }
}
