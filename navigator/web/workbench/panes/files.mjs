/**
 * What opens files and lists those of the draft; and keeps them on the device, where their owner has chosen that.
 *
 * @import { Bench } from "../bench.mjs"
 * @import { Opened } from "../files/opened.mjs"
 * @import { Read, Refused, Unplaced } from "../files/taken.mjs"
 */
import { around, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { startFinding } from "../files/finding.mjs";
import { startKeeping } from "../files/keeping.mjs";
import { showList } from "../files/list.mjs";
import { canWriteBack, fromDrop, fromInput, pickFiles, pickFolder } from "../files/opened.mjs";
import { taken } from "../files/taken.mjs";
import { made } from "../made.mjs";

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  const { draft, origins } = bench;
  const kinds = JSON.parse(get(root, "[data-kinds]", HTMLElement).dataset.kinds ?? "[]");
  const told = get(document, ".js-bench-told", HTMLElement);
  const sure = get(root, ".js-sure", HTMLDialogElement);

  /** @param {string} text */
  const tell = (text) => (told.textContent = text);
  const unfold = () => {
    const fold = root.closest("details");
    if (fold) fold.open = true;
  };
  const known = () => {
    const paths = draft.paths();
    const services = [...new Set(paths.flatMap((path) => /^services\/([^/]+)\//.exec(path)?.[1] ?? []))];
    return { kinds, paths, services };
  };

  /** @param {Promise<Opened[]>} coming */
  async function open(coming) {
    try {
      const opened = await coming;
      if (!opened.length) return;
      // Where a file belongs depends on what there is.
      if (bench.state === "loading") tell(said("files-opening"));
      await bench.settled;
      const found = await taken(opened, known());
      put(found.placed);
      ask(found.unplaced);
      refuse(found.refused);
      if (found.leftOut) tell(`${told.textContent} ${said("files-left-out", found.leftOut)}`);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error; // nothing was chosen
    }
  }

  /** @param {Record<string, Read>} placed */
  function put(placed) {
    const paths = Object.keys(placed);
    tell(paths.length ? said("files-opened", paths.length) : "");
    if (!paths.length) return;
    for (const [path, { form, handle }] of Object.entries(placed)) origins.set(path, { form, handle });
    draft.take(Object.fromEntries(paths.map((path) => [path, placed[path].text])));
    bench.select(paths.find((path) => path.includes("/policies/")) ?? paths[0]);
  }

  /**
   * Ask where files belong whose name and way do not tell.
   *
   * @param {Unplaced[]} unplaced
   */
  function ask(unplaced) {
    const place = get(root, ".js-unplaced", HTMLElement);
    place.hidden = !unplaced.length;
    if (unplaced.length) unfold();
    place.replaceChildren(...unplaced.map(question));
    place.querySelector("select")?.focus();
  }

  /**
   * @param {Unplaced} read
   * @param {number} at
   */
  function question(read, at) {
    const id = `bench-where-${at}`;
    const select = made("select", { id }, ...read.choices.map((path) => made("option", {}, path)));
    const here = made("button", { type: "button", class: "nav-button" }, said("files-put-here"));
    const away = made("button", { type: "button", class: "nav-button nav-quiet-button" }, said("files-leave-out"));
    const row = made("p", { class: "nav-bench-row" }, here, away);
    const asked = made("div", { class: "nav-bench-where" }, made("label", { for: id }, said("files-where", read.name)), select, row);
    const end = () => {
      asked.remove();
      const place = get(root, ".js-unplaced", HTMLElement);
      place.hidden = !place.childElementCount;
    };
    here.addEventListener("click", () => {
      end();
      put({ [select.value]: read });
    });
    away.addEventListener("click", end);
    return asked;
  }

  /** @param {Refused[]} refused */
  function refuse(refused) {
    const place = get(root, ".js-refused", HTMLElement);
    const lines = refused.map(({ says, name }) => made("li", {}, said(`files-${says}`, name)));
    place.hidden = !refused.length;
    if (refused.length) unfold();
    place.replaceChildren(...(lines.length ? [made("h3", {}, said("files-problem")), made("ul", {}, ...lines)] : []));
    if (refused.length) place.focus();
  }

  for (const [kind, pick] of /** @type {const} */ ([["files", pickFiles], ["folder", pickFolder]])) {
    const input = get(root, `.js-input-${kind}`, HTMLInputElement);
    input.addEventListener("change", () => {
      open(Promise.resolve(fromInput(input.files)));
      input.value = ""; // the same can be chosen again
    });
    get(root, `.js-open-${kind}`, HTMLElement).addEventListener("click", () => {
      if (canWriteBack()) open(pick());
      else input.click();
    });
  }
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.items.length) return;
    event.preventDefault();
    open(fromDrop(event.dataTransfer));
  });
  root.addEventListener("click", ({ target }) => {
    const button = around(target, "[data-act]", HTMLButtonElement);
    const path = around(target, "[data-file]", HTMLElement)?.dataset.file;
    if (!button || !path) return;
    if (button.dataset.act === "select") bench.select(path);
    else if (button.dataset.act === "undo") draft.undo(path, "undone");
    else draft.remove(path, "removed");
    if (button.dataset.act === "select") return;
    tell(said(button.dataset.act === "undo" ? "files-undone" : "files-gone", path));
    get(root, ".js-yours", HTMLElement).focus();
  });
  get(root, ".js-undo-all", HTMLElement).addEventListener("click", () => sure.showModal());
  get(root, ".js-undo-all-no", HTMLElement).addEventListener("click", () => sure.close());
  get(root, ".js-undo-all-yes", HTMLElement).addEventListener("click", () => {
    sure.close();
    for (const path of draft.changed()) draft.undo(path, "undone");
    get(root, ".js-yours", HTMLElement).focus();
  });
  showList(bench, root);
  startFinding(bench, root);
  startKeeping(bench, root, tell);
}
