/** Tabs: one is open, and the arrow keys go from one to the next. */
import { all, around, get } from "../shared/dom.mjs";

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/** @param {HTMLElement} list */
export function startTabs(list) {
  list.addEventListener("click", ({ target }) => {
    const tab = around(target, "[role=tab]", HTMLElement);
    if (tab) openTab(tab.id);
  });
  list.addEventListener("keydown", (event) => {
    const tabs = all(list, "[role=tab]", HTMLElement);
    const at = tabs.findIndex((tab) => tab === event.target);
    const ends = { Home: 0, End: tabs.length - 1 }[event.key];
    const next = ends ?? (at + (STEPS[event.key] ?? 0) + tabs.length) % tabs.length;
    if (at < 0 || next === at) return;
    event.preventDefault();
    openTab(tabs[next].id);
    tabs[next].focus();
  });
}

/**
 * Open a tab, such as `tab-seen`.
 *
 * @param {string} id
 */
export function openTab(id) {
  const chosen = get(document, `#${id}`, HTMLElement);
  for (const tab of all(chosen.parentElement ?? document, "[role=tab]", HTMLElement)) {
    const open = tab === chosen;
    tab.ariaSelected = String(open);
    tab.tabIndex = open ? 0 : -1;
    get(document, `#${tab.getAttribute("aria-controls")}`, HTMLElement).hidden = !open;
  }
}
