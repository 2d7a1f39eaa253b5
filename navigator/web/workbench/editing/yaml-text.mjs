/**
 * A file's text, and edits of it that touch only the lines concerned: comments, order and quotes elsewhere stay as they
 * are. What an edit should come to is worked out on the plain data too; where the two differ, the whole is written anew
 * by the library, which keeps comments and order and may break lines elsewhere.
 *
 * @import { Path } from "./paths.mjs"
 */
import { isCollection, isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { canonical, cut, put, valueAt } from "./plain-data.mjs";
import { LineEdits } from "./yaml-edits.mjs";
import { WIDTH } from "./yaml-lines.mjs";
import { Places } from "./yaml-places.mjs";

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

  get #lines() {
    return new LineEdits(this.text, this.doc);
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
    return found?.range ? { from: found.range[0], to: new Places(this.text).end(found) } : { from: 0, to: 0 };
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
      () => this.#lines.set(path, value, order),
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
      () => this.#lines.remove(path),
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
      () => this.#lines.insert(path, index, value),
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
      () => this.#lines.move(path, from, to),
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
}
