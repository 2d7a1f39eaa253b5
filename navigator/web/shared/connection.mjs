/** How a page is connected, as far as the browser tells. */

const SLOW = ["slow-2g", "2g", "3g"];

/** Say whether nothing large should be fetched unasked: the connection is slow, or its reader pays for each byte. */
export function isDear() {
  const { saveData, effectiveType = "" } = navigator.connection ?? {};
  return Boolean(saveData) || SLOW.includes(effectiveType);
}
