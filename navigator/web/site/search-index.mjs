/** The index of search lies at the same address in every release: this lets each release ask for its own. */
import { find } from "../shared/dom.mjs";

const PATH = "search/search_index.json";

/**
 * Return the address of the index of this page's release.
 *
 * @param {string | URL} root
 */
export function searchIndex(root) {
  const release = find(document, 'meta[name="navigator-release"]', HTMLMetaElement)?.content;
  return new URL(release ? `${PATH}?${release}` : PATH, root);
}

/**
 * Have the theme's own script ask for that, which knows of no release.
 *
 * @param {URL} root the address of the site
 */
export function startSearchIndex(root) {
  const { open } = XMLHttpRequest.prototype;
  const plain = new URL(PATH, root).href;
  /**
   * @this {XMLHttpRequest}
   * @param {string} method
   * @param {string | URL} address
   */
  function openFresh(method, address) {
    open.call(this, method, String(address) === plain ? searchIndex(root) : address, true);
  }
  XMLHttpRequest.prototype.open = openFresh;
}
