/**
 * The height of this page, told to the page around it: to one of this site, or of a site that the owner has listed,
 * and only once that asks. Nobody else hears anything.
 */

export function startHeight() {
  const listed = [location.origin, ...(document.body.dataset.embeddedBy ?? "").split(" ")];
  /** @type {ResizeObserver | undefined} */
  let watching;
  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || data?.navigator !== "height" || !listed.includes(origin)) return;
    watching?.disconnect();
    watching = new ResizeObserver(() => {
      parent.postMessage({ navigator: "height", height: document.documentElement.offsetHeight }, origin);
    });
    watching.observe(document.documentElement);
  });
}
