/**
 * Finding a file of this site by words of its name.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { made } from "../made.mjs";

const MOST = 8;

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function startFinding(bench, root) {
  const field = get(root, "#bench-find", HTMLInputElement);
  const count = get(root, ".js-found-count", HTMLElement);
  const list = get(root, ".js-found", HTMLElement);
  /** @type {{path: string, name: string, says: string}[]} */
  let all = [];

  function show() {
    if (!all.length) return;
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const found = all.filter(({ says }) => words.every((word) => says.includes(word))).slice(0, MOST);
    count.textContent = found.length ? said("files-found", found.length) : said("files-found-none");
    list.replaceChildren(...found.map(line));
  }

  bench.addEventListener("state", () => {
    if (bench.state === "ready" && !all.length) count.textContent = said("files-coming");
  });
  bench.addEventListener("library", () => {
    all = entries(bench);
    show();
  });
  field.addEventListener("input", show);
}

/** @param {{path: string, name: string}} entry */
function line({ path, name }) {
  const button = made("button", { type: "button", "data-act": "select", class: "nav-bench-file" }, name || path);
  return made("li", { "data-file": path }, button, made("span", { class: "nav-bench-path" }, path));
}

/**
 * Return all files, the policies first: what each is called, and what it can be found by.
 *
 * @param {Bench} bench
 */
function entries({ draft, library }) {
  const groups = ["policies", "services", "signposts", "scenarios"];
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const group of groups) for (const { file, name } of library[group] ?? []) names.set(file, name);
  for (const path of draft.paths()) if (!names.has(path)) names.set(path, "");
  return [...names].map(([path, name]) => ({ path, name, says: plain(`${name} ${path}`) }));
}

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}
