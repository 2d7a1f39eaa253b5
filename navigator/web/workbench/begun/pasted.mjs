/** What is pasted from a word processor, as text that still tells headings, lists and tables apart. */

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, tr, pre";
const LONGEST_HEADING = 80;

/**
 * Return the text, with `# ` before each heading and `- ` before each item; nothing where there are no paragraphs.
 *
 * @param {string} html
 */
export function textOf(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html"); // it runs and loads nothing
  for (const hidden of body.querySelectorAll("style, script, title")) hidden.remove();
  const blocks = [...body.querySelectorAll(BLOCKS)].filter(
    (block) => block.matches("tr") || !(block.closest("tr") || block.querySelector(BLOCKS)),
  );
  return blocks.map(lineOf).filter(Boolean).join("\n\n");
}

/** @param {Element} block */
function lineOf(block) {
  if (block.matches("tr")) return `| ${[...block.children].map(wordsOf).join(" | ")} |`;
  const words = wordsOf(block);
  if (!words) return "";
  if (block.matches("h1, h2, h3, h4, h5, h6") || isBoldLine(block, words)) return `# ${words}`;
  return block.closest("li") ? `- ${words}` : words;
}

/** @param {Element} element */
function wordsOf(element) {
  return element.textContent.replaceAll(/\s+/g, " ").trim();
}

/**
 * Whether a paragraph is bold as a whole and short: many documents have no other headings.
 *
 * @param {Element} block
 * @param {string} words
 */
function isBoldLine(block, words) {
  const bold = [...block.querySelectorAll("b, strong")].map(wordsOf).join(" ");
  return bold === words && words.length <= LONGEST_HEADING && !/[.;:,]$/.test(words);
}
