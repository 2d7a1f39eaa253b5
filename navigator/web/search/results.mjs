/** The results of a search as a list: what each is, its title, and what it is about, with what was found marked. */
import { wordsOf } from "./words.mjs";

const WORD = /([\p{L}\p{N}\p{M}]+)/u;

/**
 * Return an entry of the list.
 *
 * @param {import("./rank.mjs").Result} result
 * @param {URL} root the address of the site
 */
export function shown({ address, entry: [, title, , says], found, label }, root) {
  const link = document.createElement("a");
  link.href = new URL(address, root).href;
  link.className = "nav-search-result";
  const parts = { kind: [label], title: marked(title, found), says: marked(says, found) };
  for (const [name, content] of Object.entries(parts)) {
    const part = document.createElement("span");
    part.className = `nav-search-${name}`;
    part.append(...content);
    link.append(part, " ");
  }
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/**
 * Return a text in which the words that were found are marked.
 *
 * @param {string} text
 * @param {Set<string>} found
 */
function marked(text, found) {
  return text.split(WORD).map((part) => {
    if (!wordsOf(part).some((word) => found.has(word))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}
