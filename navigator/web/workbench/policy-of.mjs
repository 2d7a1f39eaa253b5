/**
 * The policy that somebody works on.
 *
 * @import { Bench } from "./bench.mjs"
 */

/**
 * Return the id of the policy that the open file is about: its own, or the one that a case expects; nothing for a
 * file that is about none, or about all.
 *
 * @param {Bench} bench
 * @returns {string | null}
 */
export function policyOf({ draft, library, selected }) {
  if (!library || !selected) return null;
  const own = library.policies.find((/** @type {{file: string}} */ each) => each.file === selected);
  if (own) return idOf(own);
  const expected = selected.includes("/scenarios/") ? /^\s+policy:\s*([\w-]+)/m.exec(draft.text(selected) ?? "")?.[1] : null;
  return expected ?? null;
}

/**
 * Return the id of a policy outside its folder: that of a service begins with the service's.
 *
 * @param {{id: string, service: string}} policy
 */
export function idOf({ id, service }) {
  return service && !id.startsWith(`${service}-`) ? `${service}-${id}` : id;
}
