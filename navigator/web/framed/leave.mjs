/** Leaving in a hurry from within a page of another site: all that the tab shows goes, not this page alone. */

/** @param {string} href */
export function replaceWhole(href) {
  try {
    top?.location.replace(href);
  } catch (error) {
    console.warn(error); // the page around this one forbids that, by a sandbox
    location.replace(href);
  }
}
