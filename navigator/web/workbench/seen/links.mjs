/** Links of a preview: they lead to pages of the site, of which only some can be shown here. */
import { all } from "../../shared/dom.mjs";

/** Pages that a preview is made of lie two folders below the site's root. */
const ROOT = "../../";
/** What has no meaning in a preview: what is taken away, and where its parts would say so. */
const NOT_HERE = ".nav-crumbs, .nav-live, .nav-to-print, .nav-back-from-paper";

/**
 * Return HTML without what has no meaning in a preview. Nothing in it leads out of the page in a hurry.
 *
 * @param {string} html
 */
export function forPreview(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const each of all(template.content, NOT_HERE, Element)) each.remove();
  for (const each of all(template.content, "[data-exit]", Element)) each.removeAttribute("data-exit");
  return template.innerHTML;
}

/**
 * Return where a link of a preview leads: a part of the same page, an address below the site's root, or elsewhere.
 *
 * @param {HTMLAnchorElement} link
 * @returns {{here?: string, address?: string, away?: string}}
 */
export function target(link) {
  const href = link.getAttribute("href") ?? "";
  if (href.startsWith("#")) return { here: href.slice(1) };
  if (href.startsWith(ROOT)) return { address: href.slice(ROOT.length) };
  return { away: href };
}
