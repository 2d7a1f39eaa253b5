/** How YAML looks: the site's colours, which change with light and dark, and the system's where it has its own. */
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--nav-link)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: "var(--nav-ink)" },
  { tag: [tags.lineComment, tags.comment], color: "var(--nav-quiet)", fontStyle: "italic" },
  { tag: [tags.keyword, tags.bool, tags.number, tags.atom], color: "var(--nav-right)" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--nav-quiet)" },
]);

export const LOOKS = EditorView.theme({
  "&": { backgroundColor: "var(--nav-ground)", border: "2px solid var(--nav-ink)", color: "var(--nav-ink)", fontSize: "0.75rem", maxHeight: "80vh" },
  "&.cm-focused, &:focus-within": { boxShadow: "0 0 0 6px var(--nav-focus-ground)", outline: "3px solid var(--nav-focus)" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--nav-ink)", minHeight: "12rem" },
  ".cm-cursor": { borderLeftColor: "var(--nav-ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--nav-soft)", borderRight: "1px solid var(--nav-line)", color: "var(--nav-quiet)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--nav-soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--nav-link) 30%, transparent)" },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--nav-link) 18%, transparent)" },
  ".cm-panels": { backgroundColor: "var(--nav-soft)", borderColor: "var(--nav-line)", color: "var(--nav-ink)" },
  ".cm-panels input, .cm-panels button": { minHeight: "2rem" },
  ".cm-textfield": { backgroundColor: "var(--nav-ground)", border: "1px solid var(--nav-ink)", color: "var(--nav-ink)" },
  ".cm-button": { backgroundColor: "var(--nav-ground)", backgroundImage: "none", border: "1px solid var(--nav-ink)", color: "var(--nav-ink)" },
  ".cm-tooltip": { backgroundColor: "var(--nav-ground)", border: "2px solid var(--nav-ink)", color: "var(--nav-ink)", maxWidth: "min(30rem, 85vw)" },
  ".cm-help": { padding: "0.4rem 0.6rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--nav-strong)", color: "var(--nav-on-strong)" },
  ".cm-completionInfo": { maxWidth: "20rem" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--nav-danger)" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--nav-warning)" },
  ".cm-diagnostic": { whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "5px solid var(--nav-danger)" },
  ".cm-searchMatch": { backgroundColor: "var(--nav-warning-soft)", outline: "1px solid var(--nav-warning)" },
  "@media (forced-colors: active)": {
    ".cm-activeLine": { backgroundColor: "Canvas" },
    ".cm-selectionBackground": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
});
