/** Type as large as its place allows. */

/** Smaller type is not read from the back of a room: so many pixels, and on a wide screen a part of its width. */
const LEAST_PX = 18;
const LEAST_PART_OF_WIDTH = 1 / 80;
const MOST_PART_OF_HEIGHT = 1 / 16;
const EXACT_PX = 0.25;

/**
 * Give a box the largest type with which all of it is in view, and say whether there is one that can be read from
 * afar. Where there is none, it gets the smallest that can, and has to be scrolled.
 *
 * @param {HTMLElement} box
 */
export function fit(box) {
  let [low, high] = [Math.max(LEAST_PX, innerWidth * LEAST_PART_OF_WIDTH), innerHeight * MOST_PART_OF_HEIGHT];
  if (!holds(box, low)) return false;
  while (high - low > EXACT_PX) {
    const middle = (low + high) / 2;
    if (holds(box, middle)) low = middle;
    else high = middle;
  }
  return holds(box, low);
}

/**
 * @param {HTMLElement} box
 * @param {number} size
 */
function holds(box, size) {
  box.style.setProperty("--type", `${size}px`);
  return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
}
