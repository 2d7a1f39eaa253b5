/** QR codes: drawn for a phone or a projector, and read from a camera's picture. A page bundles what it uses. */
import { encodeQR } from "qr";
import { decodeQR } from "qr/decode.js";

const SVG = "http://www.w3.org/2000/svg";
/** The free space that a reader needs around a code, in modules. */
const QUIET = 4;

/**
 * Draw a text as a QR code: dark on white in every colour scheme, as large as its place makes it.
 *
 * Throws where the text is longer than a code can hold.
 *
 * @param {string} text
 * @param {string} label what the picture is, in words
 */
export function draw(text, label) {
  const rows = encodeQR(text, "raw", { border: QUIET });
  const size = rows.length;
  let path = "";
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    }),
  );
  const picture = element("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label });
  picture.append(
    element("rect", { width: size, height: size, fill: "#fff" }),
    element("path", { d: path, fill: "#000", "shape-rendering": "crispEdges" }),
  );
  return picture;
}

/**
 * Return the text of the QR code in a picture, or null where there is none to be read.
 *
 * @param {ImageData} picture
 */
export function read(picture) {
  try {
    return decodeQR(picture);
  } catch {
    return null;
  }
}

/**
 * @template {"svg" | "rect" | "path"} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 */
function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
