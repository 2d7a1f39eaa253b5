/**
 * How files leave the page: into the file that was opened, as a download, or as a zip.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { saveFile } from "../../shared/save-file.mjs";
import { encoded, PLAIN } from "../files/text.mjs";
import { zipped } from "../files/zip.mjs";
import { made } from "../made.mjs";

const TYPES = { yaml: "application/yaml", zip: "application/zip" };

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const { draft, origins } = bench;
  const told = get(root, ".js-told", HTMLElement);
  const saveThis = get(root, ".js-save-this", HTMLButtonElement);
  const saveAll = get(root, ".js-save-all", HTMLButtonElement);
  const saveFolder = get(root, ".js-save-folder", HTMLButtonElement);
  const service = get(root, "#bench-service", HTMLSelectElement);

  /** @param {string} path */
  const written = (path) => encoded(draft.text(path) ?? "", origins.get(path)?.form ?? PLAIN);

  /**
   * Save into the file that was opened. Return whether the browser lets the page do so.
   *
   * @param {string} path
   */
  async function back(path) {
    const handle = origins.get(path)?.handle;
    if (!handle || draft.text(path) === null) return false;
    try {
      const file = await handle.createWritable();
      await file.write(written(path));
      await file.close();
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  }

  /** @param {string[]} paths */
  async function save(paths) {
    /** @type {string[]} */
    const here = [];
    for (const path of paths) if (await back(path)) here.push(path);
    const rest = paths.filter((path) => !here.includes(path) && draft.text(path) !== null);
    const says = here.length ? [said("saved-saved", here.map(nameOf).join(", "))] : [];
    if (rest.length) {
      const name = rest.length === 1 ? nameOf(rest[0]) : said("saved-many");
      if (rest.length === 1) saveFile(written(rest[0]), TYPES.yaml, name);
      else saveFile(zipOf(rest), TYPES.zip, name);
      says.push(said("saved-downloaded", name));
    }
    draft.keepAsSaved(paths);
    told.textContent = says.join(" ");
  }

  /** @param {string[]} paths */
  const zipOf = (paths) => zipped(Object.fromEntries(paths.map((path) => [path, written(path)])));

  function show() {
    const changed = draft.changed();
    const line = get(root, ".js-changed", HTMLElement);
    line.textContent = changed.length ? said("saved-changed", changed.length) : said("saved-nothing");
    saveThis.disabled = !bench.selected || draft.text(bench.selected) === null;
    saveAll.disabled = !changed.length;
    const services = new Set(draft.paths().flatMap((path) => /^services\/([^/]+)\//.exec(path)?.[1] ?? []));
    const names = new Map((bench.library?.services ?? []).map((/** @type {any} */ each) => [each.id, each.name]));
    const chosen = /^services\/([^/]+)\//.exec(bench.selected ?? "")?.[1] ?? service.value;
    const options = [...services].map((id) => made("option", { value: id }, names.get(id) || id));
    const before = [...service.options].map(({ text }) => text).join("\n");
    if (before !== options.map(({ text }) => text).join("\n")) {
      service.replaceChildren(...options);
      if (services.has(chosen)) service.value = chosen;
    }
    saveFolder.disabled = !services.size;
  }

  saveThis.addEventListener("click", () => bench.selected && save([bench.selected]));
  saveAll.addEventListener("click", () => save(draft.changed()));
  saveFolder.addEventListener("click", () => {
    const paths = draft.paths().filter((path) => path.startsWith(`services/${service.value}/`));
    const name = `${service.value}.zip`;
    saveFile(zipOf(paths), TYPES.zip, name);
    draft.keepAsSaved(paths);
    told.textContent = said("saved-downloaded", name);
  });
  draft.addEventListener("change", show);
  bench.addEventListener("library", show);
  bench.addEventListener("select", () => {
    const own = /^services\/([^/]+)\//.exec(bench.selected ?? "")?.[1];
    show();
    if (own) service.value = own;
  });
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
