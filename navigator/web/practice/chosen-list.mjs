/** The cases of a session in their order, which buttons and dragging change. */
import { all, around, get } from "../shared/dom.mjs";

/** @typedef {{ code: string, mark: string, title: string, minutes: number }} Chosen */

const STEPS = { "js-earlier": -1, "js-later": 1 };

/**
 * @param {HTMLOListElement} list
 * @param {HTMLTemplateElement} line what one case is shown as
 * @param {{
 *   moved: (from: number, to: number) => void,
 *   removed: (index: number) => void,
 * }} changed is told of what somebody does
 */
export function startChosenList(list, line, changed) {
  const lines = () => all(list, ":scope > li", HTMLLIElement);

  list.addEventListener("click", ({ target }) => {
    const button = around(target, "button", HTMLButtonElement);
    const item = around(target, "li", HTMLLIElement);
    if (!button || !item) return;
    const from = lines().indexOf(item);
    const step = Object.entries(STEPS).find(([name]) => button.classList.contains(name));
    if (!step) changed.removed(from);
    else {
      changed.moved(from, from + step[1]);
      focusOn(lines()[from + step[1]], step[0]);
    }
  });

  list.addEventListener("pointerdown", (event) => {
    const item = around(around(event.target, ".js-grip", HTMLElement), "li", HTMLLIElement);
    if (!item || event.button !== 0) return;
    event.preventDefault();
    const from = lines().indexOf(item);
    // The list holds the pointer: a line would lose it when it is moved.
    list.setPointerCapture(event.pointerId);
    item.dataset.dragged = "";
    /** @param {PointerEvent} moving */
    const follow = ({ clientY }) => {
      const others = lines().filter((each) => each !== item);
      list.insertBefore(item, others.find((each) => clientY < middleOf(each)) ?? null);
    };
    const end = () => {
      list.removeEventListener("pointermove", follow);
      delete item.dataset.dragged;
      changed.moved(from, lines().indexOf(item));
    };
    list.addEventListener("pointermove", follow);
    list.addEventListener("lostpointercapture", end, { once: true });
  });

  return {
    /** @param {Chosen[]} chosen */
    show(chosen) {
      list.replaceChildren(
        ...chosen.map(({ title }, index) => {
          const item = get(/** @type {DocumentFragment} */ (line.content.cloneNode(true)), "li", HTMLLIElement);
          get(item, ".js-title", HTMLElement).textContent = title;
          for (const button of all(item, "button", HTMLButtonElement)) {
            button.setAttribute("aria-label", `${button.ariaLabel}: ${title}`);
          }
          get(item, ".js-earlier", HTMLButtonElement).disabled = index === 0;
          get(item, ".js-later", HTMLButtonElement).disabled = index === chosen.length - 1;
          return item;
        }),
      );
    },
  };
}

/** @param {HTMLElement} item */
function middleOf(item) {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}

/**
 * Put the focus on a button of a line, or on its neighbour where the line stands at an end.
 *
 * @param {HTMLLIElement} item
 * @param {string} name
 */
function focusOn(item, name) {
  const wanted = get(item, `.${name}`, HTMLButtonElement);
  const other = get(item, name === "js-later" ? ".js-earlier" : ".js-later", HTMLButtonElement);
  (wanted.disabled ? other : wanted).focus();
}
