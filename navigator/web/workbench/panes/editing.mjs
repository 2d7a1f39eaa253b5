/**
 * The editor: a file as a form and as YAML, which are two views of one text.
 *
 * @import { Bench } from "../bench.mjs"
 * @import { Problem } from "../editing/types.d.ts"
 */
import { find, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { Code } from "../editing/code.mjs";
import { folderOf, Names } from "../editing/names.mjs";
import { read } from "../editing/paths.mjs";
import { Schema } from "../editing/schema.mjs";
import { pathOf, Sheet } from "../editing/sheet.mjs";
import { YamlText } from "../editing/yaml-text.mjs";

const OWN = "editing";
const ENDING = ".yaml";

class Editing {
  /** @type {Schema | null} */
  schema = null;
  /** @type {Sheet | null} */
  sheet = null;
  /** @type {string | null} */
  file = null;
  asForm = true;
  /** Which of what is to be mended was gone to last. */
  #turn = -1;
  /** The form that tells what is wrong. @type {Sheet | null} */
  #speaks = null;

  /**
   * @param {Bench} bench
   * @param {HTMLElement} root
   */
  constructor(bench, root) {
    this.bench = bench;
    this.root = root;
    this.names = new Names(bench.draft);
    this.form = get(root, ".js-form", HTMLElement);
    this.codeHost = get(root, ".js-code", HTMLElement);
    this.code = new Code(this.codeHost, {
      typed: (text) => this.#put(text),
      help: () => this.#help(),
    });
    this.#on(".js-as-form", () => this.#switch(true));
    this.#on(".js-as-text", () => this.#switch(false));
    this.#on(".js-undo", () => this.#again(() => this.code.undo()));
    this.#on(".js-redo", () => this.#again(() => this.code.redo()));
    this.#on(".js-next", () => this.#next());
    this.#on(".js-search", () => this.code.search());
    bench.addEventListener("state", () => {
      this.#learn();
      this.#showForm();
    });
    bench.addEventListener("select", () => this.#select());
    bench.addEventListener("verdict", () => this.#mark());
    bench.addEventListener("library", () => {
      this.#learn();
      this.#select(false);
    });
    bench.draft.addEventListener("change", (event) => {
      const { path, by } = /** @type {CustomEvent<{path: string, by: string}>} */ (event).detail;
      if (by === "cleared") this.code.clear();
      else if (by !== OWN && (!path || path === this.file)) this.#select(false);
    });
    this.#select();
  }

  get text() {
    return this.file === null ? null : this.bench.draft.text(this.file);
  }

  /** Whether the file may not be changed here: what holds for all on a service's own site. */
  get isFixed() {
    return !!this.bench.library?.fixed?.includes(this.file);
  }

  /** Learn what there is to a file, once the desk can tell. */
  async #learn() {
    if (this.schema || this.bench.state !== "ready") return;
    try {
      this.schema = new Schema(await this.bench.desk.ask("schema"));
      this.#select();
    } catch (error) {
      console.warn(error);
    }
  }

  /** @param {boolean} [goes] whether to go to the place that was chosen */
  #select(goes = true) {
    const { selected, place } = this.bench;
    const other = selected !== this.file;
    this.file = selected;
    const { text } = this;
    get(this.root, ".js-none", HTMLElement).hidden = text !== null;
    get(this.root, ".js-editor", HTMLElement).hidden = text === null;
    if (this.file === null || text === null) return;
    this.code.open(this.file, text, this.isFixed);
    if (other) {
      this.#turn = -1;
      get(this.root, ".js-said-now", HTMLElement).textContent = "";
    }
    this.#showForm(other);
    this.#mark();
    if (!goes || !(place.line || place.path?.length)) return;
    if (this.asForm && this.sheet && place.path?.length) this.sheet.goTo(Array.isArray(place.path) ? place.path : read(place.path));
    else if (place.line) {
      this.#show(false);
      this.code.goTo(this.code.offsetOf(place.line, place.column ?? 1));
    }
  }

  /** @param {boolean} [anew] */
  #showForm(anew = false) {
    const { file, schema, text } = this;
    if (file === null || text === null) return;
    const place = file.endsWith(ENDING) ? (schema?.placeOf(file) ?? null) : null;
    const held = new YamlText(text);
    const { fault } = held;
    const why = this.isFixed ? "fixed" : !schema ? (this.bench.state === "failed" ? "failed" : "waiting") : !place ? "no-form" : fault ? "unreadable" : "";
    get(this.root, ".js-why", HTMLElement).textContent = why && said(`editing-${why}`, fault ? `${fault.line}: ${fault.says}` : "");
    get(this.root, ".js-why", HTMLElement).hidden = !why;
    this.form.inert = !!fault || this.isFixed;
    if (!place || !schema) {
      this.sheet = null;
      this.form.replaceChildren();
    } else if (fault && this.sheet && !anew) return; // it shows what could be read last, and lets nobody change it
    else if (fault) {
      this.sheet = null;
      this.form.replaceChildren();
    } else if (this.sheet && !anew && this.sheet.given.file === file) {
      if (this.sheet.text.text !== text) this.sheet.show(held);
    } else this.#newSheet(file, place, schema, held);
    this.#bar();
    this.#speak();
  }

  /** Have what is wrong told as the view puts it. */
  #speak() {
    const sheet = this.asForm && this.sheet?.given.file === this.bench.selected ? this.sheet : null;
    if (sheet === this.#speaks) return;
    this.#speaks = sheet;
    this.bench.viewed(sheet && ((problem) => ({ where: sheet.trail(/** @type {any} */ (problem)), what: sheet.told(/** @type {any} */ (problem)) })));
  }

  /**
   * @param {string} file
   * @param {import("../editing/schema.mjs").Place} place
   * @param {Schema} schema
   * @param {YamlText} held
   */
  #newSheet(file, place, schema, held) {
    const sheet = new Sheet(this.form, {
      schema,
      names: this.names,
      file,
      place,
      today: this.bench.today,
      data: () => sheet.text.data,
      edited: (text) => {
        this.code.put(text.text);
        this.#put(text.text);
      },
      keep: (collection, item) => this.#keep(collection, item),
      tell: (words) => (get(this.root, ".js-said-now", HTMLElement).textContent = words),
    }, held);
    this.sheet = sheet;
    // What the file has few of is open from the beginning.
    sheet.render();
  }

  /** @param {string} text */
  #put(text) {
    if (this.file === null) return;
    this.bench.draft.put(this.file, text, OWN);
    this.#bar();
  }

  /**
   * Put something new into the list of its service, or of this policy.
   *
   * @param {string} collection
   * @param {Record<string, unknown>} item
   */
  #keep(collection, item) {
    const { sheet, file, schema } = this;
    if (!sheet || !schema || file === null) return;
    if (collection === "conditions") {
      const held = sheet.text.get(["conditions"]);
      const index = Array.isArray(held) ? held.length : 0;
      sheet.text = sheet.text.insert(["conditions"], index, item, schema.part(sheet.given.place.cls).order);
      return;
    }
    const folder = folderOf(file);
    const path = `${folder}/${collection}${ENDING}`;
    if (path === file) {
      sheet.text = sheet.text.insert([], sheet.text.data?.length ?? 0, item);
      return;
    }
    const head = `# yaml-language-server: $schema=${"../".repeat(folder.split("/").length)}schema/${collection}.schema.json\n`;
    const text = new YamlText(this.bench.draft.text(path) ?? head);
    this.bench.draft.put(path, text.insert([], Array.isArray(text.data) ? text.data.length : 0, item).text, OWN);
  }

  /**
   * Go on in the other view, at the same place.
   *
   * @param {boolean} asForm
   */
  #switch(asForm) {
    if (asForm === this.asForm || this.file === null) return;
    const { sheet, code } = this;
    if (asForm) {
      this.#show(true);
      this.#showForm();
      const held = new YamlText(code.text);
      if (!held.fault) this.sheet?.goTo(held.pathAt(code.offset));
    } else {
      const place = sheet ? new YamlText(code.text).place(sheet.here) : { from: 0 };
      this.#show(false);
      code.goTo(place.from);
    }
    this.#mark();
  }

  /** @param {boolean} asForm */
  #show(asForm) {
    this.asForm = asForm;
    this.form.hidden = !asForm;
    get(this.root, ".js-code-view", HTMLElement).hidden = asForm;
    get(this.root, ".js-as-form", HTMLElement).ariaPressed = String(asForm);
    get(this.root, ".js-as-text", HTMLElement).ariaPressed = String(!asForm);
    get(this.root, ".js-search", HTMLElement).hidden = asForm;
    if (asForm) this.#showForm();
    else {
      get(this.root, ".js-why", HTMLElement).hidden = true;
      this.#speak();
    }
  }

  /** @param {() => void} act */
  #again(act) {
    act();
    this.#put(this.code.text);
    this.#showForm();
    this.#mark();
  }

  /** @returns {Problem[]} */
  get problems() {
    return /** @type {any} */ (this.bench.verdict.problems.filter(({ file }) => file === this.file));
  }

  #mark() {
    if (this.file === null) return;
    const { problems } = this;
    this.sheet?.tellProblems(problems);
    this.code.tell(problems);
    this.#bar();
  }

  #bar() {
    const wrong = this.problems.filter(({ severity }) => severity === "error").length;
    get(this.root, ".js-count", HTMLElement).textContent = wrong ? said("editing-wrong", wrong) : said("editing-right");
    get(this.root, ".js-next", HTMLElement).hidden = !wrong;
    get(this.root, ".js-undo", HTMLButtonElement).disabled = !this.code.canUndo;
    get(this.root, ".js-redo", HTMLButtonElement).disabled = !this.code.canRedo;
  }

  /** Go to what is to be mended next. */
  #next() {
    const wrong = this.problems.filter(({ severity }) => severity === "error");
    if (!wrong.length) return;
    this.#turn = (this.#turn + 1) % wrong.length;
    const { line, column } = wrong[this.#turn];
    if (this.asForm && this.sheet) this.sheet.goTo(pathOf(wrong[this.#turn]));
    else this.code.goTo(this.code.offsetOf(line, column));
  }

  #help() {
    const { file, schema } = this;
    const place = file && schema?.placeOf(file);
    if (!file || !schema || !place) return null;
    return { schema, names: this.names, file, place, data: () => this.sheet?.text.data ?? null };
  }

  /**
   * @param {string} selector
   * @param {() => void} act
   */
  #on(selector, act) {
    find(this.root, selector, HTMLElement)?.addEventListener("click", act);
  }
}

/** @type {import("../bench.mjs").Pane} */
export const mount = (bench, root) => new Editing(bench, root);
