/**
 * What leaves the page for others: the sheet for the meeting that approves a draft, a patch, and a mail.
 *
 * All of them compare the draft with the files as they were opened, however often it was saved since.
 *
 * @import { Bench } from "../bench.mjs"
 */
import { get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { saveFile } from "../../shared/save-file.mjs";
import { parse } from "../../wizard/dom-patch.mjs";

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const { draft } = bench;
  const told = get(root, ".js-taken-told", HTMLElement);
  const make = get(root, ".js-make-sheet", HTMLButtonElement);
  const save = get(root, ".js-save-patch", HTMLButtonElement);
  const print = get(root, ".js-print-sheet", HTMLButtonElement);
  const mail = get(root, ".js-mail", HTMLElement);
  const sheet = get(root, ".js-sheet", HTMLElement);
  /** The texts of files that came from this device, as they were opened. */
  /** @type {Map<string, string | null>} */
  const opened = new Map();

  /** @param {string} path */
  const before = (path) => opened.get(path) ?? draft.shipped(path);

  /** The files that differ, each with its text as it was. */
  const differing = () =>
    Object.fromEntries(
      draft.touched().flatMap((path) => (draft.text(path) === before(path) ? [] : [[path, before(path)]])),
    );

  /** In which form those files came, which is how a patch meets them. */
  const forms = () =>
    Object.fromEntries(Object.keys(differing()).flatMap((path) => {
      const origin = bench.origins.get(path);
      return origin ? [[path, origin.form]] : [];
    }));

  function show() {
    const number = Object.keys(differing()).length;
    const line = get(root, ".js-taken-differs", HTMLElement);
    line.textContent = said(number ? "taken-changed" : "taken-same", number);
    make.disabled = !number;
    save.disabled = !number;
  }

  /** Nothing that was made of an earlier draft is handed on. */
  function drop() {
    if (!sheet.hasChildNodes()) return;
    sheet.replaceChildren();
    print.hidden = true;
    mail.hidden = true;
    told.textContent = said("taken-stale");
  }

  /**
   * @param {string} kind
   * @returns {Promise<any>} what the desk says; nothing where it cannot be asked now
   */
  async function ask(kind) {
    if (bench.state !== "ready") {
      told.textContent = said("taken-not-ready");
      return null;
    }
    try {
      return await bench.desk.ask(kind, { before: differing(), forms: forms() });
    } catch (error) {
      told.textContent = String(error);
      return null;
    }
  }

  make.addEventListener("click", async () => {
    const found = await ask("report");
    if (!found) return;
    if (found.errors) {
      told.textContent = said(`taken-errors-${found.errors}`);
      return;
    }
    sheet.replaceChildren(parse(found.html));
    get(mail, "a", HTMLAnchorElement).href =
      `mailto:?subject=${encodeURIComponent(found.subject)}&body=${encodeURIComponent(found.body)}`;
    print.hidden = false;
    mail.hidden = false;
    told.textContent = said("taken-made");
    sheet.focus();
  });
  save.addEventListener("click", async () => {
    const found = await ask("patch");
    if (!found) return;
    saveFile(found.text, "text/x-diff", found.name);
    told.textContent = said("taken-saved", found.name);
  });
  print.addEventListener("click", () => {
    document.documentElement.dataset.printing = "sheet";
    addEventListener("afterprint", () => delete document.documentElement.dataset.printing, { once: true });
    globalThis.print();
  });
  draft.addEventListener("change", (event) => {
    const { path, by } = /** @type {CustomEvent<{path: string, by: string}>} */ (event).detail;
    if (by === "opened") opened.set(path, draft.text(path));
    if (by === "cleared") opened.clear();
    if (by !== "saved") drop();
    show();
  });
  show();
}
