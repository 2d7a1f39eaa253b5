/** The day in London, where the policies hold. */

/**
 * Return today's date there, whatever zone this device is in or says that it is in.
 *
 * A browser that does not know the zone gets the date in UTC, which is another one for an hour of a summer's
 * night. The page says which day it took.
 */
export function today() {
  const now = new Date();
  try {
    const written = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
      timeZone: "Europe/London",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).formatToParts(now);
    /** @param {string} type */
    const part = (type) => written.find((each) => each.type === type)?.value;
    return `${part("year")}-${part("month")}-${part("day")}`;
  } catch {
    return now.toISOString().slice(0, 10);
  }
}
