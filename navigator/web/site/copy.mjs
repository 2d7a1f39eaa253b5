/** Copying a message on a page without an engine. It is offered by scripts alone, as nothing else could do it. */
import { all, around, get } from "../shared/dom.mjs";

export function startCopy() {
  for (const place of all(document, ".js-copy", HTMLElement)) place.hidden = false;
  addEventListener("click", copy);
}

/**
 * Copy the message that stands before the button; where a browser refuses, mark it to be copied by hand.
 *
 * @param {MouseEvent} event
 */
async function copy({ target }) {
  const place = around(target, ".js-copy", HTMLElement);
  const message = place?.previousElementSibling;
  if (!place || !message || !around(target, "button", HTMLButtonElement)) return;
  const line = get(place, "[role=status]", HTMLElement);
  line.textContent = "";
  try {
    await navigator.clipboard.writeText(message.textContent ?? "");
    line.textContent = line.dataset.copied ?? "";
  } catch {
    getSelection()?.selectAllChildren(message);
    line.textContent = line.dataset.byHand ?? "";
  }
}
