/**
 * What is wrong in the files: each problem leads to its place.
 *
 * @import { Bench, Problem } from "../bench.mjs"
 */
import { around, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { made } from "../made.mjs";

/** So many errors are shown; whoever has more mends these first. */
const MOST = 100;
/** What is no nearer than this is no business of the draft. */
const FAR = 3;

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const told = get(root, ".js-verdict", HTMLElement);
  const tab = get(document, "#tab-problems .js-count", HTMLElement);
  const show = () => list(bench, root);
  bench.addEventListener("select", show);
  bench.addEventListener("view", show);
  bench.addEventListener("state", () => {
    if (bench.state === "ready") told.textContent = said("problems-checking");
  });
  bench.addEventListener("verdict", () => {
    const errors = bench.verdict.problems.filter(isError);
    const sentence = `problems-${errors.length ? "some" : "none"}${bench.verdict.whole ? "" : "-yet"}`;
    told.textContent = said(sentence, errors.length);
    told.dataset.found = errors.length ? "errors" : "none";
    tab.textContent = errors.length ? String(errors.length) : "";
    show();
  });
  root.addEventListener("click", ({ target }) => {
    const button = around(target, "button[data-file]", HTMLButtonElement);
    if (!button) return;
    const { file = "", column, path = "" } = button.dataset;
    bench.select(file, { line: Number(button.dataset.line), column: Number(column), path });
  });
}

/** @param {Problem} problem */
const isError = ({ severity }) => severity === "error";

/**
 * List errors and findings, the nearest first; findings that are no business of this draft are folded away.
 *
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
function list(bench, root) {
  const distance = distances(bench);
  const sorted = bench.verdict.problems.toSorted((one, other) => distance(one.file) - distance(other.file));
  const errors = sorted.filter(isError);
  const more = errors.length > MOST ? [made("p", {}, said("problems-more", errors.length - MOST))] : [];
  put(get(root, ".js-problems", HTMLElement), [...byFile(errors.slice(0, MOST), bench), ...more]);
  const { near = [], far = [] } = Object.groupBy(
    sorted.filter((each) => !isError(each)),
    ({ file }) => (distance(file) < FAR ? "near" : "far"),
  );
  for (const [name, found] of /** @type {const} */ ([["findings", near], ["elsewhere", far]])) {
    put(get(root, `.js-${name}`, HTMLElement), byFile(found, bench));
    get(root, `.js-${name}-count`, HTMLElement).textContent = `(${found.length})`;
    get(root, `.js-some-${name}`, HTMLElement).hidden = !found.length;
  }
}

/**
 * Return what tells how near a file is to the work: the open one, others of the draft, others of the same services, or
 * none of these.
 *
 * @param {Bench} bench
 * @returns {(file: string) => number}
 */
function distances({ draft, selected }) {
  const own = new Set(draft.touched());
  const services = new Set([...own, selected ?? ""].flatMap((path) => serviceOf(path) ?? []));
  return (file) => {
    if (file === selected) return 0;
    if (own.has(file)) return 1;
    return services.has(serviceOf(file) ?? "") ? 2 : FAR;
  };
}

/** @param {string} path */
const serviceOf = (path) => /^services\/([^/]+)\//.exec(path)?.[1];

/**
 * Show a list; one that is the same stays, with what has the focus or is being pressed.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement[]} shown
 */
function put(place, shown) {
  const now = made("div", {}, ...shown);
  if (!place.firstElementChild?.isEqualNode(now)) place.replaceChildren(now);
}

/**
 * Return a list for each file, in the order given.
 *
 * @param {Problem[]} problems
 * @param {Bench} bench
 */
function byFile(problems, bench) {
  return [...Map.groupBy(problems, ({ file }) => file)].map(([file, within]) =>
    made("div", { class: "nav-bench-of-file" }, made("h3", {}, file), made("ul", {}, ...within.map((problem) => row(problem, bench)))),
  );
}

/**
 * @param {Problem} problem
 * @param {Bench} bench
 */
function row(problem, bench) {
  const { file, line, column, path, what, hint } = problem;
  const place = typeof path === "string" ? path : "";
  const told = file === bench.selected ? bench.inForm?.(problem) : null;
  const inside = told
    ? [made("span", { class: "nav-bench-line nav-bench-trail" }, told.where)]
    : [made("span", { class: "nav-bench-line" }, said("problems-line", line ?? 1)), " ", made("span", {}, `${place} ${what}`.trim())];
  const more = told ? told.what : hint;
  return made(
    "li",
    {},
    made("button", { type: "button", "data-file": file, "data-line": line, "data-column": column, "data-path": place }, ...inside),
    more ? made("p", {}, more) : null,
  );
}
