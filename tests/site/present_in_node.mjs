/** Ask what a presentation rests on, outside a browser: a list of [module, function, arguments] comes in as JSON. */
import { readFileSync } from "node:fs";

const answers = [];
for (const [module, name, given] of JSON.parse(readFileSync(0, "utf8"))) {
  const { [name]: asked } = await import(`../../navigator/web/present/${module}.mjs`);
  answers.push(asked(...given));
}
console.log(JSON.stringify(answers));
