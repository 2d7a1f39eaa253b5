/** Handing over what a reader takes away: to the clipboard, or as a file. What it is comes from elsewhere. */
import { word } from "../engine/status.mjs";
import { saveFile } from "../shared/save-file.mjs";

const CALENDAR = "text/calendar";

/**
 * Hand over a text that is still to come, and tell what became of it in `line`.
 *
 * @param {string} what
 * @param {Promise<string>} coming
 * @param {HTMLElement} line
 */
export async function handOver(what, coming, line) {
  line.ariaBusy = "true";
  line.parentNode?.querySelector("textarea")?.remove();
  line.textContent = "";
  line.textContent = word(await done(what, coming, line));
  line.ariaBusy = null;
}

/**
 * Hand over, and return the name of the words that tell what became of it.
 *
 * @param {string} what
 * @param {Promise<string>} coming
 * @param {HTMLElement} line
 */
async function done(what, coming, line) {
  try {
    if (what === "calendar") {
      saveFile(await coming, CALENDAR, word("calendar-file"));
      return "saved";
    }
    if (await copied(coming)) return "copied";
    offer(await coming, line);
    return "by-hand";
  } catch (error) {
    console.warn(error);
    return "not-taken";
  }
}

/**
 * Copy a text, and say whether that was possible: not every browser and not every address allows it.
 *
 * @param {Promise<string>} coming
 */
async function copied(coming) {
  try {
    // Given as a promise, or else a browser may have forgotten by then that somebody pressed a button.
    const blob = coming.then((text) => new Blob([text], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Show a text in a field from which it can be copied by hand.
 *
 * @param {string} text
 * @param {HTMLElement} line
 */
function offer(text, line) {
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.value = text;
  field.rows = 6;
  field.ariaLabel = word("by-hand");
  line.after(field);
  field.select();
}
