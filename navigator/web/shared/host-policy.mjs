/** What the policy of this site's host forbids, beyond that of the page itself: the browser tells of each refusal. */

/** What is named in the place of an address. Anything else in a page is refused by the page's own policy. */
const OURS = ["blob", "wasm-eval", "trusted-types-sink"];
let seen = false;

/** Listen from now on, in a page or in a worker. */
export function watchHostPolicy() {
  addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, disposition } = /** @type {SecurityPolicyViolationEvent} */ (event);
    const ours = OURS.includes(blockedURI) || blockedURI.startsWith(location.origin);
    if (ours && disposition === "enforce") seen = true;
  });
}

/** Say whether anything of this site's own was refused, once the browser has had time to tell. */
export async function isForbidden() {
  if (!seen) await new Promise((resolve) => setTimeout(resolve));
  return seen;
}
