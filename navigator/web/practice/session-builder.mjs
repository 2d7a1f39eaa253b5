/** A trainer's choice of cases as a link: the cases stand after the `#`, in the order they were chosen. */
import { get } from "../shared/dom.mjs";
import { parse, write } from "./session-link.mjs";

/** @param {HTMLFormElement} form */
export function startSessionBuilder(form) {
  const field = get(form, "#made-link", HTMLInputElement);
  const open = get(form, "#made-open", HTMLAnchorElement);
  const count = get(form, ".js-count", HTMLElement);
  const copied = get(form, ".js-copied", HTMLElement);
  const base = open.href;
  /** @type {Set<string>} */
  const chosen = new Set();

  const refresh = () => {
    const address = new URL(base);
    address.hash = write(parse(`#s=${[...chosen].join("")}`));
    field.value = chosen.size ? address.href : "";
    open.href = address.href;
    count.textContent = String(chosen.size);
    copied.hidden = true;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    refresh();
  });
  get(form, ".js-copy", HTMLElement).addEventListener("click", async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value).then(
      () => (copied.hidden = false),
      () => {},
    );
  });
  refresh();
}
