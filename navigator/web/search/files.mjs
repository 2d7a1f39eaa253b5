/** What search knows: two files, which lie at the same addresses in every release, so each release asks for its own. */
import { arrives } from "../shared/arrival.mjs";
import { find } from "../shared/dom.mjs";

/**
 * Return what a file of search holds. Throws where it does not come whole.
 *
 * @param {URL} root the address of the site
 * @param {"names" | "texts"} name
 */
export async function searchFile(root, name) {
  const release = find(document, 'meta[name="navigator-release"]', HTMLMetaElement)?.content;
  const file = await arrives(new URL(`search/${name}.json${release ? `?${release}` : ""}`, root));
  return JSON.parse(await file.text());
}
