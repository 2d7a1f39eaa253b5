/** Makes edits that come as JSON, and gives the texts that come of them. */
import { readFileSync } from "node:fs";
import { YamlText } from "../../navigator/web/workbench/editing/yaml-text.mjs";

const edits = JSON.parse(readFileSync(0, "utf8"));
const made = edits.map(([text, act, ...given]) => {
  const held = new YamlText(text);
  return act === "pathAt" ? held.pathAt(...given) : act === "fault" ? held.fault : held[act](...given).text;
});
process.stdout.write(JSON.stringify(made));
