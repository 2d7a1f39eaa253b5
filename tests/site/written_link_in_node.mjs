/** Unpack cases as a browser does, and pack them again: what each is, or why it is none, goes out as JSON. */
import { readFileSync } from "node:fs";
import { pack, packedIn, unpack } from "../../navigator/web/practice/written-link.mjs";

const read = async (hash) => {
  const found = [];
  for (const part of packedIn(hash)) {
    try {
      const held = await unpack(part);
      found.push({ held, again: await pack(held) });
    } catch (error) {
      found.push({ bad: error.message });
    }
  }
  return found;
};
console.log(JSON.stringify(await Promise.all(JSON.parse(readFileSync(0, "utf8")).map(read))));
