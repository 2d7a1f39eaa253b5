/**
 * Edits of a file's text that touch only the lines concerned. Each gives the whole new text, or nothing where it cannot
 * be made so.
 *
 * @import { Path } from "./paths.mjs"
 */
import { Document, isCollection, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { wrapped } from "./plain-data.mjs";
import { behind, indented, written } from "./yaml-lines.mjs";
import { Places } from "./yaml-places.mjs";

export class LineEdits extends Places {
  /**
   * @param {string} text
   * @param {any} doc what the library has read of it
   */
  constructor(text, doc) {
    super(text);
    this.doc = doc;
  }

  /**
   * Return the way along a path as far as there is one: each node, and in a map its pair.
   *
   * @param {Path} path
   */
  #along(path) {
    /** @type {any[]} */
    const way = [{ node: this.doc.contents }];
    for (const part of path) {
      const { node } = way.at(-1);
      const pair = isMap(node) ? node.items.find((/** @type {any} */ each) => each.key.value === part) : null;
      const item = isSeq(node) ? node.items[Number(part)] : null;
      if (!pair && !item) break;
      way.push({ node: pair ? pair.value : item, pair });
    }
    return way;
  }

  /**
   * @param {Path} path
   * @param {unknown} value
   * @param {readonly string[]} order
   * @returns {string | null}
   */
  set(path, value, order) {
    const way = this.#along(path);
    const flow = way.findIndex(({ node }) => isCollection(node) && node.flow && node.items.length);
    if (flow >= 0 && (flow < way.length - 1 || way.length <= path.length)) {
      const there = path.slice(0, way.length);
      const held = wrapped(path.slice(way.length), value);
      return this.#inFlow(path.slice(0, flow), (doc) => doc.setIn(there, doc.createNode(held)));
    }
    const { node } = way.at(-1);
    if (way.length === path.length + 1) return this.#replace(way, value);
    const lacking = path.slice(way.length - 1);
    const last = lacking.length === 1;
    if (isMap(node) && node.items.length) {
      return this.#addPair(node, String(lacking[0]), wrapped(lacking.slice(1), value), last ? order : []);
    }
    if (isSeq(node) && node.items.length) return null;
    if (path.length === lacking.length) {
      return `${this.text}${this.text && !this.text.endsWith("\n") ? "\n" : ""}${written(wrapped(lacking, value))}`;
    }
    return this.#replace(way, wrapped(lacking, value));
  }

  /**
   * Replace what is there.
   *
   * @param {any[]} way
   * @param {unknown} value
   */
  #replace(way, value) {
    const { node, pair } = way.at(-1);
    const parent = way.at(-2)?.node;
    if (!parent) {
      const from = node?.range?.[0] ?? this.text.length;
      return this.text.slice(0, from) + written(value).trimEnd() + (this.text.slice(node ? this.end(node) : from) || "\n");
    }
    const style = isScalar(node) && typeof value === "string" && value ? node.type : undefined;
    const indent = this.column(pair ? parent.items[0].key.range[0] : this.dash(parent.items[0]));
    const from = pair ? this.text.indexOf(":", pair.key.range[1]) + 1 : this.dash(node) + 1;
    const to = Math.max(from, node?.range ? this.end(node) : from);
    const taken = pair ? pair.key.range[1] - pair.key.range[0] : 0;
    const lines = indented(behind(value, style, pair ? "k" : "", indent + taken), indent);
    const rest = /^[ \t]+(#.*)/.exec(this.text.slice(to, this.lineEnd(to)));
    if (!rest || !lines.includes("\n")) return this.text.slice(0, from) + lines + this.text.slice(to);
    // A comment behind the value goes to where it can stand.
    const [first, ...others] = lines.split("\n");
    return `${this.text.slice(0, from)}${first} ${rest[1]}\n${others.join("\n")}${this.text.slice(this.lineEnd(to))}`;
  }

  /**
   * @param {any} map
   * @param {string} key
   * @param {unknown} value
   * @param {readonly string[]} order
   */
  #addPair(map, key, value, order) {
    const indent = this.column(map.items[0].key.range[0]);
    const made = indented(written({ [key]: value }, indent).trimEnd(), indent);
    const turn = order.indexOf(key);
    const before = map.items.findLastIndex((/** @type {any} */ pair) => {
      const its = order.indexOf(pair.key.value);
      return turn < 0 || (its >= 0 && its < turn);
    });
    if (before < 0) {
      const at = map.items[0].key.range[0];
      return `${this.text.slice(0, at)}${made}\n${" ".repeat(indent)}${this.text.slice(at)}`;
    }
    const at = this.lineEnd(this.pairEnd(map.items[before]));
    return `${this.text.slice(0, at)}\n${" ".repeat(indent)}${made}${this.text.slice(at)}`;
  }

  /** @param {Path} path */
  remove(path) {
    const way = this.#along(path);
    const flow = way.slice(0, -1).findIndex(({ node }) => isCollection(node) && node.flow);
    if (flow >= 0) return this.#inFlow(path.slice(0, flow), (doc) => doc.deleteIn(path));
    const parent = way.at(-2)?.node;
    const { node, pair } = way.at(-1);
    if (!parent) return null;
    if (parent.items.length === 1) return this.#replace(way.slice(0, -1), isMap(parent) ? {} : []);
    if (pair) {
      const start = pair.key.range[0];
      const next = parent.items[parent.items.indexOf(pair) + 1];
      if (/\S/.test(this.text.slice(this.lineStart(start), start))) {
        return this.text.slice(0, start) + this.text.slice(next.key.range[0]);
      }
      return this.without(this.above(start), this.lineEnd(this.pairEnd(pair)));
    }
    const lines = this.item(node, parent.items.indexOf(node));
    return lines && this.without(...lines);
  }

  /**
   * @param {Path} path
   * @param {number} index
   * @param {unknown} value
   */
  insert(path, index, value) {
    const way = this.#along(path);
    const list = way.at(-1).node;
    const flow = way.findIndex(({ node }) => isCollection(node) && node.flow);
    if (flow >= 0) {
      return this.#inFlow(path.slice(0, flow), (doc) => doc.getIn(path).items.splice(index, 0, doc.createNode(value)));
    }
    const indent = this.column(this.dash(list.items[0]));
    const made = indented(written([value], indent).trimEnd(), indent);
    if (index < list.items.length) {
      const lines = this.item(list.items[index], index);
      if (!lines) return null;
      const [at] = lines;
      return `${this.text.slice(0, at)}${" ".repeat(indent)}${made}\n${this.text.slice(at)}`;
    }
    const at = this.lineEnd(this.end(list.items.at(-1)));
    return `${this.text.slice(0, at)}\n${" ".repeat(indent)}${made}${this.text.slice(at)}`;
  }

  /**
   * @param {Path} path
   * @param {number} from
   * @param {number} to
   */
  move(path, from, to) {
    const way = this.#along(path);
    const list = way.at(-1).node;
    const flow = way.findIndex(({ node }) => isCollection(node) && node.flow);
    if (flow >= 0) {
      return this.#inFlow(path.slice(0, flow), (doc) => {
        const { items } = doc.getIn(path);
        items.splice(to, 0, ...items.splice(from, 1));
      });
    }
    const own = this.item(list.items[from], from);
    const others = this.item(list.items[to], to);
    if (!own || !others) return null;
    const [start, end] = own;
    const [place, after] = others;
    const lines = `${this.text.slice(start, end)}\n`;
    if (to < from) {
      return this.text.slice(0, place) + lines + this.text.slice(place, start) + this.text.slice(end + 1);
    }
    return `${this.text.slice(0, start)}${this.text.slice(end + 1, after)}\n${lines.trimEnd()}${this.text.slice(after)}`;
  }

  /**
   * Change something within brackets or braces, and write those anew on one line.
   *
   * @param {Path} path
   * @param {(doc: any) => void} act
   */
  #inFlow(path, act) {
    const doc = parseDocument(this.text, { schema: "yaml-1.1" });
    const held = doc.getIn(path);
    const [from, to] = held.range;
    act(doc);
    const made = doc.getIn(path);
    made.comment = made.commentBefore = undefined; // they stay where they are, around it
    const alone = new Document(null, { schema: "yaml-1.1" });
    alone.contents = made;
    const padded = this.text[from + 1] === " ";
    const line = alone.toString({ lineWidth: 0, flowCollectionPadding: padded }).trimEnd();
    return line.includes("\n") ? null : this.text.slice(0, from) + line + this.text.slice(to);
  }
}
