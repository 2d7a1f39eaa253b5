/** Match texts as a browser does: a model and then a list of texts come in, one JSON a line, and the answers go out. */
import { readFileSync } from "node:fs";
import { Matcher } from "../../navigator/web/own-words/matcher.mjs";

const [model, texts] = readFileSync(0, "utf8").split("\n", 2).map((line) => JSON.parse(line));
const matcher = new Matcher(model);
const plain = ({ danger, matches }) => [danger, matches.map(({ place, because }) => [place.id, because])];
console.log(JSON.stringify(texts.map((text) => plain(matcher.match(text)))));
