/** What is wrong on a page, in a list at a place of its own. */
import { said } from "./said.mjs";

/**
 * Tell what is wrong, each with a link to its field where it has one, or take that away.
 *
 * @param {HTMLElement} place
 * @param {{text: string, id?: string}[]} found
 */
export function tellProblems(place, found) {
  const heading = document.createElement("h2");
  heading.textContent = said("problem");
  const list = document.createElement("ul");
  list.append(...found.map(lineOf));
  place.hidden = !found.length;
  place.replaceChildren(...(found.length ? [heading, list] : []));
  if (found.length) place.focus();
}

/** @param {{text: string, id?: string}} problem */
function lineOf({ text, id }) {
  const line = document.createElement("li");
  if (!id) line.textContent = text;
  else {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = text;
    line.append(link);
  }
  return line;
}
