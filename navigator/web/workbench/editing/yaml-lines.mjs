/** How a value is written as lines of YAML: which style a text has, and what stands on one line. */
import { Document, isScalar, Scalar, visit } from "yaml";

/** So many letters stand on a line at most. */
export const WIDTH = 118;
const ID = /^[a-z0-9_/-]*[a-z][a-z0-9_/-]*$/;

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
export function behind(value, style, key, indent) {
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
export const indented = (lines, indent) => lines.replace(/\n(?=[^\n])/g, `\n${" ".repeat(indent)}`);
