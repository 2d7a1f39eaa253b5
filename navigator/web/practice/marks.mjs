/** How each question of a session went, kept by the tab: a reload or Back loses nothing, and closing it forgets. */

export const OPEN = 0;
export const FIRST = 1;
export const LATER = 2;
export const WRONG = 3;
/** What a mark is called in the words of a page. */
export const STATES = ["open", "first", "later", "wrong"];

/**
 * Return the mark of a question once it has been answered: the first right answer decides.
 *
 * @param {number} mark
 * @param {boolean} right
 */
export function after(mark, right) {
  if (mark === FIRST || mark === LATER) return mark;
  if (!right) return WRONG;
  return mark === OPEN ? FIRST : LATER;
}

/**
 * Count how questions went: how many have each mark, and in how many cases all were right at the first try.
 *
 * @param {number[][]} cases the marks of each case
 */
export function score(cases) {
  const counts = [0, 0, 0, 0];
  for (const mark of cases.flat()) counts[mark] += 1;
  return { counts, right: cases.filter((marks) => marks.every((mark) => mark === FIRST)).length };
}

/** The marks of one session. What is kept is a digit for each question, and no word of it. */
export class Marks {
  /**
   * @param {string} id the session's
   * @param {number} questions how many it has
   */
  constructor(id, questions) {
    this.key = `practice.${id}`;
    const kept = fromTab(this.key);
    /** @type {number[]} */
    this.marks = kept && kept.length === questions && /^[0-3]*$/.test(kept)
      ? [...kept].map(Number)
      : Array.from({ length: questions }, () => OPEN);
  }

  /**
   * @param {number} question
   * @param {number} mark
   */
  set(question, mark) {
    this.marks[question] = mark;
    keepInTab(this.key, this.marks.join(""));
  }

  /** Forget all of it. */
  clear() {
    this.marks.fill(OPEN);
    keepInTab(this.key, null);
  }
}

/**
 * Return what the tab keeps under a name. A browser may forbid to keep anything: there is nothing then.
 *
 * @param {string} key
 */
export function fromTab(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Let the tab keep a text under a name, or forget it; where that is forbidden, the open page alone knows it.
 *
 * @param {string} key
 * @param {string | null} text
 */
export function keepInTab(key, text) {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Nothing is kept.
  }
}
