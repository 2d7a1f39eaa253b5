/**
 * What is wrong in the files: each problem leads to its place.
 *
 * @import { Bench, Problem } from "../bench.mjs"
 */
import { around, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { made } from "../made.mjs";

/** So many are shown; whoever has more mends these first. */
const MOST = 100;

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const told = get(root, ".js-verdict", HTMLElement);
  const tab = get(document, "#tab-problems .js-count", HTMLElement);
  bench.addEventListener("verdict", () => {
    const { problems, whole } = bench.verdict;
    const errors = problems.filter(({ severity }) => severity === "error");
    const findings = problems.filter(({ severity }) => severity !== "error");
    const sentence = `problems-${errors.length ? "some" : "none"}${whole ? "" : "-yet"}`;
    told.textContent = said(sentence, errors.length);
    told.dataset.found = errors.length ? "errors" : "none";
    tab.textContent = errors.length ? String(errors.length) : "";
    put(get(root, ".js-problems", HTMLElement), listed(errors, bench));
    put(get(root, ".js-findings", HTMLElement), listed(findings, bench));
    get(root, ".js-findings-count", HTMLElement).textContent = `(${findings.length})`;
    get(root, ".js-some-findings", HTMLElement).hidden = !findings.length;
  });
  root.addEventListener("click", ({ target }) => {
    const button = around(target, "button[data-file]", HTMLButtonElement);
    if (!button) return;
    const { file = "", column, path = "" } = button.dataset;
    bench.select(file, { line: Number(button.dataset.line), column: Number(column), path });
  });
}

/**
 * Show a list; one that is the same stays, with what has the focus or is being pressed.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement[]} list
 */
function put(place, list) {
  const now = made("div", {}, ...list);
  if (!place.firstElementChild?.isEqualNode(now)) place.replaceChildren(now);
}

/**
 * Return a list for each file, those of the open file first.
 *
 * @param {Problem[]} problems
 * @param {Bench} bench
 */
function listed(problems, bench) {
  const files = Map.groupBy(problems.slice(0, MOST), ({ file }) => file);
  const ordered = [...files].sort(([one], [other]) => Number(other === bench.selected) - Number(one === bench.selected));
  const lists = ordered.map(([file, within]) =>
    made("div", { class: "nav-bench-of-file" }, made("h3", {}, file), made("ul", {}, ...within.map(row))),
  );
  if (problems.length > MOST) lists.push(made("p", {}, said("problems-more", problems.length - MOST)));
  return lists;
}

/** @param {Problem} problem */
function row({ file, line, column, path, what, hint }) {
  const place = typeof path === "string" ? path : "";
  return made(
    "li",
    {},
    made(
      "button",
      { type: "button", "data-file": file, "data-line": line, "data-column": column, "data-path": place },
      made("span", { class: "nav-bench-line" }, said("problems-line", line ?? 1)),
      " ",
      made("span", {}, `${place} ${what}`.trim()),
    ),
    hint ? made("p", {}, hint) : null,
  );
}
