/** Where in a file's text the parts of YAML and their lines begin and end. Offsets are counted from 0. */

export class Places {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** @param {any} node */
  end(node) {
    if (!node?.range) return 0;
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).trimEnd().length;
  }

  /** @param {any} pair */
  pairEnd(pair) {
    return Math.max(this.end(pair.value), this.text.indexOf(":", pair.key.range[1]) + 1);
  }

  /** @param {any} node */
  dash(node) {
    return this.text.lastIndexOf("-", (node?.range?.[0] ?? 0) - 1);
  }

  /**
   * Return where the lines of an item begin, with the comments right above it, and where its last line ends. The first
   * item of a list in a list has no line of its own, as it stands behind two dashes: for that, null.
   *
   * @param {any} node
   * @param {number} index
   * @returns {[number, number] | null}
   */
  item(node, index) {
    const dash = this.dash(node);
    if (index === 0 && /\S/.test(this.text.slice(this.lineStart(dash), dash))) return null;
    return [this.above(dash), this.lineEnd(this.end(node))];
  }

  /**
   * Return where the comments right above a line begin, or the line. Those at the top are the file's.
   *
   * @param {number} offset
   */
  above(offset) {
    const own = this.lineStart(offset);
    let start = own;
    while (start > 0) {
      const before = this.lineStart(start - 1);
      if (!/^\s*#/.test(this.text.slice(before, start))) break;
      start = before;
    }
    return start === 0 ? own : start;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  without(from, to) {
    return this.text.slice(0, from) + this.text.slice(to + 1);
  }

  /** @param {number} offset */
  lineStart(offset) {
    return this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** @param {number} offset */
  lineEnd(offset) {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }

  /** @param {number} offset */
  column(offset) {
    return offset - this.lineStart(offset);
  }
}
