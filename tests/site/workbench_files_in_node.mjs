/** Runs the workbench's scripts for files on what comes on standard input, and writes what they say. */
import { readFileSync } from "node:fs";
import { placeOf } from "../../navigator/web/workbench/files/place.mjs";
import { decoded, encoded } from "../../navigator/web/workbench/files/text.mjs";

const { texts, places, known } = JSON.parse(readFileSync(0, "utf8"));
const reread = (base64) => {
  const bytes = Buffer.from(base64, "base64");
  try {
    const { text, form } = decoded(bytes);
    return { text, again: Buffer.from(encoded(text, form)).toString("base64") };
  } catch (error) {
    return { refused: error.message };
  }
};
const placed = places.map(([name, text]) => placeOf(name, text, known));
console.log(JSON.stringify({ texts: texts.map(reread), places: placed }));
