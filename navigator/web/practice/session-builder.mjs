/**
 * A trainer puts a session together. It stands in the address of this very page: Back and a reload keep it, and a link
 * that was made before opens here to be changed.
 */
import { all, get } from "../shared/dom.mjs";
import { startFilters } from "./case-filters.mjs";
import { startChosenList } from "./chosen-list.mjs";
import { findCases, tellOfCases } from "./fetch-cases.mjs";
import { draw } from "./qr.mjs";
import { isSession, parse, write } from "./session-link.mjs";
import { packedIn } from "./written-link.mjs";

/** @param {HTMLElement} form */
export function startSessionBuilder(form) {
  const made = get(form, ".js-building", HTMLElement);
  const bar = get(form, ".js-bar", HTMLElement);
  const title = get(form, "#made-title", HTMLInputElement);
  const limit = get(form, "#made-minutes", HTMLInputElement);
  const field = get(form, "#made-link", HTMLInputElement);
  const copied = get(form, ".js-copied", HTMLElement);
  const told = get(form, ".js-told", HTMLElement);
  const over = get(form, ".js-over > p", HTMLElement);
  const picture = get(form, ".js-code", HTMLDetailsElement);
  const drawn = get(picture, ".js-drawn", HTMLElement);
  const heading = get(form, "#made", HTMLElement);
  const places = all(form, "a[data-place]", HTMLAnchorElement);
  const usualMinutes = limit.value;
  /** @type {Map<string, { box: HTMLInputElement, whole: import("./chosen-list.mjs").Chosen }>} */
  const offered = new Map();
  for (const pick of all(form, ".js-pick", HTMLElement)) {
    const box = get(pick, "input", HTMLInputElement);
    const { code = "", mark = "" } = get(pick, "a[data-code]", HTMLAnchorElement).dataset;
    const label = asLabel(get(pick, ".js-name", HTMLElement), box);
    offered.set(code, {
      box,
      whole: { code, mark, title: label.textContent, minutes: Number(pick.dataset.minutes) },
    });
    box.hidden = false;
  }
  /** @type {string[]} */
  let order = [];
  /** @type {string[]} cases that the link holds in themselves: they go on with it as they are */
  let written = [];

  const chosen = () => order.flatMap((code) => offered.get(code)?.whole ?? []);
  const minutesInAll = () => chosen().reduce((sum, { minutes }) => sum + minutes, 0);
  const list = startChosenList(get(form, ".js-order", HTMLOListElement), get(form, ".js-line", HTMLTemplateElement), {
    moved(from, to) {
      const [code] = order.splice(from, 1);
      order.splice(to, 0, code);
      changed();
      tell("moved", { title: nameOf(code), number: String(to + 1) });
    },
    removed(index) {
      const [code] = order.splice(index, 1);
      changed();
      tell("out", { title: nameOf(code) });
      heading.focus({ preventScroll: true });
    },
  });

  /** @param {string} code */
  const nameOf = (code) => offered.get(code)?.whole.title ?? "";

  /**
   * @param {"moved" | "out" | "cut"} what
   * @param {Record<string, string>} parts
   */
  const tell = (what, parts) => {
    const text = told.dataset[what] ?? "";
    told.textContent = text.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };

  /** Show the session as it is now. */
  const show = () => {
    const cases = chosen();
    const minutes = Number(limit.value);
    const whole = write({ cases, title: title.value.trim(), minutes });
    const hash = [whole, ...written.map((part) => `c=${part}`)].join("&");
    for (const link of places) link.hash = cases.length ? hash : "";
    field.value = cases.length ? places[0].href : "";
    for (const each of all(form, ".js-count", HTMLElement)) each.textContent = String(cases.length);
    for (const each of all(form, ".js-minutes", HTMLElement)) each.textContent = String(minutesInAll());
    for (const [code, { box }] of offered) box.checked = order.includes(code);
    get(form, ".js-none", HTMLElement).hidden = cases.length > 0;
    for (const each of [get(form, ".js-opens", HTMLElement), picture, field.parentElement]) {
      if (each) each.hidden = !cases.length;
    }
    get(form, ".js-limit", HTMLElement).textContent = limit.value;
    over.hidden = !minutes || minutesInAll() <= minutes;
    copied.hidden = true;
    if (picture.open && field.value) drawn.replaceChildren(draw(field.value, field.value));
    list.show(cases);
    return cases.length ? hash : "";
  };

  /** Show the session, and put it into the address. */
  const changed = () => {
    told.textContent = "";
    history.replaceState(history.state, "", show() || location.pathname);
  };

  /** Take the session from the address; a link to a place within the page leaves it as it is. */
  const read = () => {
    if (location.hash && !isSession(location.hash)) {
      changed();
      return;
    }
    const found = findCases(location.hash);
    const session = parse(location.hash);
    written = packedIn(location.hash);
    order = found.held.map(({ code }) => code);
    title.value = session.title;
    limit.value = order.length ? String(session.minutes ?? "") : usualMinutes;
    tellOfCases(form, found, []);
    show();
  };

  startFilters(form);
  made.hidden = false;
  bar.hidden = false;
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "checkbox") {
      const code = [...offered].find(([, { box }]) => box === target)?.[0];
      order = order.filter((each) => each !== code);
      if (code && target.checked) order.push(code);
    }
    if (target instanceof HTMLInputElement) changed();
  });
  get(form, ".js-cut", HTMLElement).addEventListener("click", () => {
    /** @type {string[]} */
    const dropped = [];
    while (minutesInAll() > Number(limit.value)) dropped.unshift(order.pop() ?? "");
    changed();
    tell("cut", { names: dropped.map(nameOf).join(told.dataset.separator) });
    heading.focus({ preventScroll: true });
  });
  get(form, ".js-copy", HTMLElement).addEventListener("click", async () => {
    field.select();
    await navigator.clipboard?.writeText(field.value).then(
      () => (copied.hidden = false),
      () => {},
    );
  });
  get(form, ".js-show", HTMLElement).addEventListener("click", () => goTo(heading));
  get(form, ".js-more", HTMLElement).addEventListener("click", () => goTo(get(form, "#choose", HTMLElement)));
  picture.addEventListener("toggle", show);
  addEventListener("hashchange", read);
  addEventListener("pageshow", read);
  read();
}

/** @param {HTMLElement} heading */
function goTo(heading) {
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}

/**
 * Let the name of a case tick its box, now that there is one.
 *
 * @param {HTMLElement} name
 * @param {HTMLInputElement} box
 */
function asLabel(name, box) {
  const label = document.createElement("label");
  label.htmlFor = box.id;
  label.append(...name.childNodes);
  name.replaceWith(label);
  return label;
}
