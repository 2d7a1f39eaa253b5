/**
 * A file's text, and edits of it that touch only the lines concerned: comments, order and quotes elsewhere stay as they
 * are. What an edit should come to is worked out on the plain data too; where the two differ, the whole is written anew
 * by the library, which keeps comments and order and may break lines elsewhere.
 *
 * @import { Path } from "./paths.mjs"
 */
import { Document, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from "yaml";

const WIDTH = 118;
const DAY_AS_DATE = /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/;
const ID = /^[a-z0-9_/-]*[a-z][a-z0-9_/-]*$/;

/** A file's text. It never changes: an edit gives another one. */
export class YamlText {
  /** @type {any} */
  #doc = null;
  /** @type {any} */
  #data = undefined;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.lines = new LineCounter();
  }

  get doc() {
    this.#doc ??= parseDocument(this.text, { lineCounter: this.lines, schema: "core" });
    return this.#doc;
  }

  /** Why the text cannot be read, with its line and column; nothing where it can. */
  get fault() {
    const [error] = this.doc.errors;
    if (!error) return null;
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    return { says: error.message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, ""), line, column: col };
  }

  /** The plain data. */
  get data() {
    if (this.#data === undefined) this.#data = this.doc.toJS({ maxAliasCount: 0 }) ?? null;
    return this.#data;
  }

  /** @param {Path} path */
  get(path) {
    return valueAt(this.data, path);
  }

  /**
   * Return where the value of a path begins and ends, or the nearest value around it.
   *
   * @param {Path} path
   */
  place(path) {
    let node = this.doc.contents;
    let found = node;
    for (const part of path) {
      const pair = isMap(node) ? node.items.find((/** @type {any} */ each) => each.key.value === part) : null;
      node = pair ? pair.value : isSeq(node) ? node.items[Number(part)] : null;
      found = node?.range ? node : (pair?.key ?? found);
      if (!node) break;
    }
    return found?.range ? { from: found.range[0], to: this.#end(found) } : { from: 0, to: 0 };
  }

  /**
   * Return the path of the value at an offset.
   *
   * @param {number} offset
   * @returns {Path}
   */
  pathAt(offset) {
    /** @type {Path} */
    const path = [];
    let node = this.doc.contents;
    while (isCollection(node)) {
      const starts = node.items.map((/** @type {any} */ item) => (isMap(node) ? item.key.range[0] : (item?.range?.[0] ?? 0)));
      // A dash belongs to the item behind it.
      const line = this.text.indexOf("\n", offset);
      const last = starts.findLastIndex((/** @type {number} */ start) => start <= offset || (isSeq(node) && start <= line));
      if (last < 0) break;
      const item = node.items[last];
      path.push(isMap(node) ? item.key.value : last);
      node = isMap(node) ? item.value : item;
    }
    return path;
  }

  /**
   * Give a path a value. `order` is that of the keys around it.
   *
   * @param {Path} path
   * @param {unknown} value
   * @param {readonly string[]} [order]
   * @returns {YamlText}
   */
  set(path, value, order = []) {
    return this.#checked(
      (data) => put(data, path, value),
      () => this.#set(path, value, order),
      (doc) => doc.setIn(path, doc.createNode(value)),
    );
  }

  /**
   * Take a key or an item of a list away.
   *
   * @param {Path} path
   * @returns {YamlText}
   */
  remove(path) {
    if (this.get(path) === undefined && !this.doc.hasIn(path)) return this;
    return this.#checked(
      (data) => cut(data, path),
      () => this.#remove(path),
      (doc) => doc.deleteIn(path),
    );
  }

  /**
   * Put an item into a list, which is made where there is none.
   *
   * @param {Path} path
   * @param {number} index
   * @param {unknown} value
   * @param {readonly string[]} [order]
   * @returns {YamlText}
   */
  insert(path, index, value, order = []) {
    const held = this.get(path);
    if (!Array.isArray(held) || !held.length) return this.set(path, [value], order);
    return this.#checked(
      (data) => valueAt(data, path).splice(index, 0, value) && data,
      () => this.#insert(path, index, value),
      (doc) => doc.getIn(path).items.splice(index, 0, doc.createNode(value)),
    );
  }

  /**
   * Move an item of a list to another place in it.
   *
   * @param {Path} path
   * @param {number} from
   * @param {number} to
   * @returns {YamlText}
   */
  move(path, from, to) {
    /** @param {any[]} items */
    const moved = (items) => items.splice(to, 0, ...items.splice(from, 1));
    return this.#checked(
      (data) => moved(valueAt(data, path)) && data,
      () => this.#move(path, from, to),
      (doc) => moved(doc.getIn(path).items),
    );
  }

  /**
   * @param {(data: any) => unknown} expected
   * @param {() => string | null} edited
   * @param {(doc: any) => unknown} anew
   */
  #checked(expected, edited, anew) {
    const wanted = canonical(expected(structuredClone(this.data)));
    const text = edited();
    if (text !== null) {
      const made = new YamlText(text);
      if (!made.fault && canonical(made.data) === wanted) return made;
    }
    const doc = parseDocument(this.text, { schema: "yaml-1.1" });
    anew(doc);
    return new YamlText(doc.toString({ lineWidth: WIDTH, flowCollectionPadding: false }));
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
  #set(path, value, order) {
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
      return this.text.slice(0, from) + written(value).trimEnd() + (this.text.slice(node ? this.#end(node) : from) || "\n");
    }
    const style = isScalar(node) && typeof value === "string" && value ? node.type : undefined;
    const indent = this.#column(pair ? parent.items[0].key.range[0] : this.#dash(parent.items[0]));
    const from = pair ? this.text.indexOf(":", pair.key.range[1]) + 1 : this.#dash(node) + 1;
    const to = Math.max(from, node?.range ? this.#end(node) : from);
    const taken = pair ? pair.key.range[1] - pair.key.range[0] : 0;
    const lines = indented(behind(value, style, pair ? "k" : "", indent + taken), indent);
    const rest = /^[ \t]+(#.*)/.exec(this.text.slice(to, this.#lineEnd(to)));
    if (!rest || !lines.includes("\n")) return this.text.slice(0, from) + lines + this.text.slice(to);
    // A comment behind the value goes to where it can stand.
    const [first, ...others] = lines.split("\n");
    return `${this.text.slice(0, from)}${first} ${rest[1]}\n${others.join("\n")}${this.text.slice(this.#lineEnd(to))}`;
  }

  /**
   * @param {any} map
   * @param {string} key
   * @param {unknown} value
   * @param {readonly string[]} order
   */
  #addPair(map, key, value, order) {
    const indent = this.#column(map.items[0].key.range[0]);
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
    const at = this.#lineEnd(this.#pairEnd(map.items[before]));
    return `${this.text.slice(0, at)}\n${" ".repeat(indent)}${made}${this.text.slice(at)}`;
  }

  /** @param {Path} path */
  #remove(path) {
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
      if (/\S/.test(this.text.slice(this.#lineStart(start), start))) {
        return this.text.slice(0, start) + this.text.slice(next.key.range[0]);
      }
      return this.#without(this.#above(start), this.#lineEnd(this.#pairEnd(pair)));
    }
    return this.#without(...this.#item(node, parent.items.indexOf(node)));
  }

  /**
   * @param {Path} path
   * @param {number} index
   * @param {unknown} value
   */
  #insert(path, index, value) {
    const way = this.#along(path);
    const list = way.at(-1).node;
    const flow = way.findIndex(({ node }) => isCollection(node) && node.flow);
    if (flow >= 0) {
      return this.#inFlow(path.slice(0, flow), (doc) => doc.getIn(path).items.splice(index, 0, doc.createNode(value)));
    }
    const indent = this.#column(this.#dash(list.items[0]));
    const made = indented(written([value], indent).trimEnd(), indent);
    if (index < list.items.length) {
      const [at] = this.#item(list.items[index], index);
      return `${this.text.slice(0, at)}${" ".repeat(indent)}${made}\n${this.text.slice(at)}`;
    }
    const at = this.#lineEnd(this.#end(list.items.at(-1)));
    return `${this.text.slice(0, at)}\n${" ".repeat(indent)}${made}${this.text.slice(at)}`;
  }

  /**
   * @param {Path} path
   * @param {number} from
   * @param {number} to
   */
  #move(path, from, to) {
    const way = this.#along(path);
    const list = way.at(-1).node;
    const flow = way.findIndex(({ node }) => isCollection(node) && node.flow);
    if (flow >= 0) {
      return this.#inFlow(path.slice(0, flow), (doc) => {
        const { items } = doc.getIn(path);
        items.splice(to, 0, ...items.splice(from, 1));
      });
    }
    const [start, end] = this.#item(list.items[from], from);
    const lines = `${this.text.slice(start, end)}\n`;
    const [place, after] = this.#item(list.items[to], to);
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

  /** @param {any} node */
  #end(node) {
    if (!node?.range) return 0;
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).trimEnd().length;
  }

  /** @param {any} pair */
  #pairEnd(pair) {
    return Math.max(this.#end(pair.value), this.text.indexOf(":", pair.key.range[1]) + 1);
  }

  /** @param {any} node */
  #dash(node) {
    return this.text.lastIndexOf("-", (node?.range?.[0] ?? 0) - 1);
  }

  /**
   * Return where the lines of an item begin, with the comments right above it, and where its last line ends.
   *
   * @param {any} node
   * @param {number} index
   * @returns {[number, number]}
   */
  #item(node, index) {
    const dash = this.#dash(node);
    const own = this.#lineStart(dash);
    // The first item of a list in a list stands behind two dashes.
    if (index === 0 && /\S/.test(this.text.slice(own, dash))) throw new Error("two dashes on a line");
    return [this.#above(dash), this.#lineEnd(this.#end(node))];
  }

  /**
   * Return where the comments right above a line begin, or the line. Those at the top are the file's.
   *
   * @param {number} offset
   */
  #above(offset) {
    const own = this.#lineStart(offset);
    let start = own;
    while (start > 0) {
      const before = this.#lineStart(start - 1);
      if (!/^\s*#/.test(this.text.slice(before, start))) break;
      start = before;
    }
    return start === 0 ? own : start;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #without(from, to) {
    return this.text.slice(0, from) + this.text.slice(to + 1);
  }

  /** @param {number} offset */
  #lineStart(offset) {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** @param {number} offset */
  #lineEnd(offset) {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  /** @param {number} offset */
  #column(offset) {
    return offset - this.#lineStart(offset);
  }
}

/**
 * Return the one change that makes a text of another: what is alike before and after it stays.
 *
 * @param {string} before
 * @param {string} after
 */
export function change(before, after) {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - from;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

/**
 * Write a value as the lines of a file.
 *
 * @param {unknown} value
 * @param {number} [indent]
 * @returns {string}
 */
export function written(value, indent = 0) {
  return toLines(new Document(value, { schema: "yaml-1.1" }), indent);
}

/**
 * @param {any} doc
 * @param {number} indent
 */
function toLines(doc, indent) {
  visit(doc, {
    /** @type {(key: unknown, node: any) => void} */
    Scalar(key, node) {
      if (typeof node.value !== "string" || key === "key" || node.type) return;
      if (node.value.includes("\n")) node.type = Scalar.BLOCK_LITERAL;
      else if (node.value.length > WIDTH - indent - 30 && node.value.includes(" ")) node.type = Scalar.BLOCK_FOLDED;
    },
    /** @type {(key: unknown, node: any) => void} */
    Seq(key, node) {
      if (key !== null) node.flow = !node.items.length || node.items.every((/** @type {any} */ each) => typeof each.value === "string" && ID.test(each.value));
    },
    /** @type {(key: unknown, node: any) => void} */
    Map(key, node) {
      if (key !== null) node.flow = !node.items.length || node.items.some((/** @type {any} */ each) => each.key.value === "section");
    },
  });
  return doc.toString({ lineWidth: Math.max(WIDTH - indent, 60), flowCollectionPadding: false });
}

/**
 * Return what stands behind a key or a dash, with the space before it.
 *
 * @param {unknown} value
 * @param {string | undefined} style
 * @param {string} key
 * @param {number} indent
 */
function behind(value, style, key, indent) {
  const doc = new Document(key ? { [key]: value } : [value], { schema: "yaml-1.1" });
  const held = doc.contents.items[0];
  const node = key ? held.value : held;
  if (style && isScalar(node)) node.type = fitting(style, String(value), indent);
  return toLines(doc, indent).trimEnd().slice(key ? 2 : 1);
}

/**
 * Keep the style of a text, unless the new one does not fit it.
 *
 * @param {string} style
 * @param {string} value
 * @param {number} indent
 */
function fitting(style, value, indent) {
  if (value.includes("\n")) return Scalar.BLOCK_LITERAL;
  if (style === Scalar.BLOCK_LITERAL) return Scalar.BLOCK_FOLDED;
  if (style === Scalar.PLAIN) return value.length > WIDTH - indent ? Scalar.BLOCK_FOLDED : undefined;
  return style;
}

/**
 * @param {string} lines
 * @param {number} indent
 */
const indented = (lines, indent) => lines.replace(/\n(?=[^\n])/g, `\n${" ".repeat(indent)}`);

/**
 * @param {Path} path
 * @param {unknown} value
 */
const wrapped = (path, value) =>
  path.reduceRight((/** @type {unknown} */ held, part) => (typeof part === "number" ? [held] : { [part]: held }), value);

/**
 * @param {any} data
 * @param {Path} path
 */
const valueAt = (data, path) => path.reduce((held, part) => held?.[part], data);

/**
 * @param {any} data
 * @param {Path} path
 * @param {unknown} value
 */
function put(data, path, value) {
  if (!path.length) return value;
  const [first, ...rest] = path;
  const held = data && typeof data === "object" ? data : typeof first === "number" ? [] : {};
  held[first] = put(held[first], rest, value);
  return held;
}

/**
 * @param {any} data
 * @param {Path} path
 */
function cut(data, path) {
  const last = path.at(-1);
  const around = valueAt(data, path.slice(0, -1));
  if (Array.isArray(around)) around.splice(Number(last), 1);
  else if (last !== undefined) delete around[last];
  return data;
}

/**
 * Return plain data as a text that is the same whatever the order of its keys. Days are dates while they are written,
 * and texts once read.
 *
 * @param {unknown} data
 */
const canonical = (data) =>
  JSON.stringify(data, (_, held) =>
    held && typeof held === "object" && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : typeof held === "string" && DAY_AS_DATE.test(held)
        ? held.slice(0, 10)
        : held,
  );
