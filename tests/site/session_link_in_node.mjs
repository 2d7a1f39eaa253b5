/** Read addresses as a browser does: a list of them comes in as JSON, and what each names goes out. */
import { readFileSync } from "node:fs";
import { parse, sessionId, write } from "../../navigator/web/practice/session-link.mjs";

const read = (hash) => {
  const session = parse(hash);
  return { ...session, id: sessionId(session.cases), again: write(session) };
};
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
