/** What every page needs: explanations, long fields and paper that behave. */
import { all } from "../shared/dom.mjs";

export function startSite() {
  document.documentElement.classList.replace("no-js", "js");
  addEventListener("keydown", dismiss);
  addEventListener("focusin", showWhole);
  addEventListener("beforeprint", unfold);
  addEventListener("beforeprint", writeAddress);
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

/**
 * Bring the whole of a long field into view: a browser brings only the line that is typed on.
 *
 * @param {FocusEvent} event
 */
function showWhole({ target }) {
  if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: "nearest", behavior: "instant" });
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
  for (const place of document.querySelectorAll(".nav-printed .js-address")) {
    place.textContent = location.origin + location.pathname;
  }
}
