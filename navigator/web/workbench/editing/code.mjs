/**
 * The text of a file in CodeMirror. It stands in a shadow root: there its styles are constructed sheets, which the
 * page's policy allows, and not elements, which it does not.
 *
 * @import { Problem } from "./types.d.ts"
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { said } from "../../shared/said.mjs";
import { complete, explain } from "./code-help.mjs";
import { COLOURS, LOOKS } from "./code-looks.mjs";
import { change } from "./text-change.mjs";

/** Marks what does not come from somebody who types into the text. */
const FROM_OUTSIDE = Annotation.define();
/** Whether the text may be changed. */
const FIXED = new Compartment();

export class Code {
  /** The files that were open, with what was done in each. @type {Map<string, any>} */
  #states = new Map();
  /** @type {string | null} */
  #file = null;

  /**
   * @param {HTMLElement} host
   * @param {{ typed: (text: string) => void, help: () => import("./code-help.mjs").Help | null }} given
   */
  constructor(host, { typed, help }) {
    const root = host.attachShadow({ mode: "open", delegatesFocus: true });
    this.typed = typed;
    this.help = help;
    this.view = new EditorView({ parent: root, root, state: this.#fresh("") });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  get canUndo() {
    return undoDepth(this.view.state) > 0;
  }

  get canRedo() {
    return redoDepth(this.view.state) > 0;
  }

  undo() {
    undo(this.view);
  }

  redo() {
    redo(this.view);
  }

  search() {
    openSearchPanel(this.view);
  }

  /**
   * Show a file. One that was open before has its past still.
   *
   * @param {string} file
   * @param {string} text
   * @param {boolean} fixed whether nobody may change it
   */
  open(file, text, fixed) {
    if (file !== this.#file) {
      if (this.#file !== null) this.#states.set(this.#file, this.view.state);
      this.view.setState(this.#states.get(file) ?? this.#fresh(text));
      this.#file = file;
    }
    this.put(text);
    if (this.view.state.readOnly !== fixed) this.view.dispatch({ effects: FIXED.reconfigure(EditorState.readOnly.of(fixed)) });
  }

  /** Forget everything: somebody leaves in a hurry. */
  clear() {
    this.#states.clear();
    this.#file = null;
    this.view.setState(this.#fresh(""));
  }

  /**
   * Have another text, by the one change that makes it of the one there.
   *
   * @param {string} text
   */
  put(text) {
    if (text === this.text) return;
    this.view.dispatch({ changes: change(this.text, text), annotations: FROM_OUTSIDE.of(true) });
  }

  /** The place of the cursor. */
  get offset() {
    return this.view.state.selection.main.head;
  }

  /**
   * @param {number} from
   * @param {number} [to]
   */
  goTo(from, to = from) {
    const { length } = this.view.state.doc;
    const anchor = Math.min(from, length);
    this.view.dispatch({ selection: { anchor, head: Math.min(to, length) }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view.focus();
  }

  /**
   * @param {number} line counted from 1
   * @param {number} column counted from 1
   */
  offsetOf(line, column) {
    const { doc } = this.view.state;
    const held = doc.line(Math.max(1, Math.min(line, doc.lines)));
    return Math.min(held.from + Math.max(0, column - 1), held.to);
  }

  /** @param {Problem[]} problems */
  tell(problems) {
    const { doc } = this.view.state;
    const diagnostics = problems.map(({ line, column, what, hint, severity }) => {
      const from = this.offsetOf(line ?? 1, column ?? 1);
      const { to } = doc.lineAt(from);
      return { from, to: Math.max(to, from), severity: severity === "error" ? "error" : "info", message: `${what}. ${hint ?? ""}`.trim() };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** @param {string} text */
  #fresh(text) {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        yaml(),
        FIXED.of([]),
        syntaxHighlighting(COLOURS),
        LOOKS,
        EditorView.lineWrapping,
        autocompletion({ icons: false, override: [(/** @type {any} */ context) => complete(this.help(), context)] }),
        hoverTooltip((/** @type {any} */ view, /** @type {number} */ at) => explain(this.help(), view.state, at)),
        // Tab goes on to the next control, as everywhere on the page.
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
        EditorState.phrases.of(PHRASES()),
        EditorView.contentAttributes.of({ "aria-label": said("editing-code-label"), spellcheck: "true", tabindex: "0" }),
        EditorView.updateListener.of((/** @type {any} */ update) => {
          const outside = update.transactions.some((/** @type {any} */ each) => each.annotation(FROM_OUTSIDE));
          if (update.docChanged && !outside) this.typed(update.state.doc.toString());
        }),
      ],
    });
  }
}

/** The words of CodeMirror's own controls. */
const PHRASES = () => ({
  Find: said("editing-find"),
  Replace: said("editing-replace"),
  next: said("editing-find-next"),
  previous: said("editing-find-previous"),
  all: said("editing-find-all"),
  "match case": said("editing-find-case"),
  regexp: said("editing-find-regexp"),
  "by word": said("editing-find-word"),
  replace: said("editing-replace"),
  "replace all": said("editing-replace-all"),
  close: said("editing-close"),
  "Fold line": said("editing-fold-line"),
  "Unfold line": said("editing-unfold-line"),
  Completions: said("editing-completions"),
});
