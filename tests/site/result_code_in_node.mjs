/** Write and read codes as a browser does: [id, marks] or [text, asked] come in as JSON, and what comes of them goes out. */
import { readFileSync } from "node:fs";
import { after } from "../../navigator/web/practice/marks.mjs";
import { readAll, write } from "../../navigator/web/practice/result-code.mjs";
import { again, hardest, tally } from "../../navigator/web/practice/tally.mjs";

const work = {
  write: ([id, marks]) => write(id, marks),
  read: ([text, asked]) => readAll(text, asked),
  after: ([mark, right]) => after(mark, right),
  tally: ([people, questions]) => {
    const counts = tally(people, questions);
    return { counts, hardest: hardest(counts), again: people.map(again) };
  },
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(([name, ...given]) => work[name](given))));
