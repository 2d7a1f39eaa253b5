/**
 * The files of the draft: those that somebody has opened, chosen or changed.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { made } from "../made.mjs";

/**
 * Keep the list as the draft is.
 *
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function showList(bench, root) {
  const { draft } = bench;
  /** @type {Set<string>} */
  const chosen = new Set();
  let before = "";
  const show = () => {
    if (bench.selected) chosen.add(bench.selected);
    const paths = [...new Set([...chosen, ...draft.touched()])].filter(
      (path) => draft.text(path) !== null || draft.saved(path) !== null,
    );
    const entries = paths.sort().map((path) => entryOf(bench, path));
    const now = JSON.stringify(entries);
    if (now === before) return; // what has the focus keeps it
    before = now;
    get(root, ".js-list", HTMLElement).replaceChildren(...entries.map(row));
    get(root, ".js-none", HTMLElement).hidden = entries.length > 0;
    get(root, ".js-some", HTMLElement).hidden = !draft.changed().length;
  };
  draft.addEventListener("change", (event) => {
    if (/** @type {CustomEvent<{by: string}>} */ (event).detail.by === "cleared") chosen.clear();
    show();
  });
  for (const name of ["select", "verdict", "library"]) bench.addEventListener(name, show);
}

/**
 * @param {Bench} bench
 * @param {string} path
 */
function entryOf({ draft, verdict, selected }, path) {
  const text = draft.text(path);
  const saved = draft.saved(path);
  const state = text === saved ? "" : text === null ? "removed" : saved === null ? "new" : "changed";
  const errors = verdict.problems.filter(({ file, severity }) => file === path && severity === "error").length;
  return { path, state, errors, open: path === selected };
}

/** @param {{path: string, state: string, errors: number, open: boolean}} entry */
function row({ path, state, errors, open }) {
  const at = path.lastIndexOf("/") + 1;
  const file = path.slice(at);
  /**
   * @param {string} act
   * @param {string} what
   */
  const button = (act, what) =>
    made(
      "button",
      { type: "button", "data-act": act, class: "nav-bench-act", "aria-label": said(`files-${act}-of`, path) },
      what,
    );
  const name = made(
    "button",
    { type: "button", "data-act": "select", class: "nav-bench-file", "aria-current": open ? "true" : null },
    file,
  );
  return made(
    "li",
    { "data-file": path },
    state === "removed" ? made("s", {}, file) : name,
    made("span", { class: "nav-bench-path" }, path.slice(0, at)),
    state ? made("span", { class: `nav-bench-mark nav-bench-${state}` }, said(`files-${state}`)) : null,
    errors ? made("span", { class: "nav-bench-mark nav-bench-wrong" }, said("files-errors", errors)) : null,
    state ? button("undo", said("files-undo")) : null,
    state === "removed" ? null : button("remove", said("files-remove")),
  );
}
