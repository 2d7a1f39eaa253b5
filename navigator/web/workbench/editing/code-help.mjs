/**
 * What the model says while somebody types YAML: keys and values to choose from, and what the one below the pointer means.
 *
 * @import { Field, Kind, Place, Schema } from "./schema.mjs"
 * @import { Names } from "./names.mjs"
 * @typedef {{ schema: Schema, names: Names, file: string, place: Place, data: () => unknown }} Help
 */
import { make, rich } from "./element.mjs";
import { placeIn } from "./code-place.mjs";

const BEGUN = /^(\s*(?:- +)*)(?:([\w-]+): *)?(.*)$/;

/**
 * @param {Help | null} help
 * @param {any} context
 */
export function complete(help, context) {
  const { state, pos } = context;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  const [, , key, rest = ""] = BEGUN.exec(before) ?? [];
  const word = /[\w-]*$/.exec(before)?.[0] ?? "";
  if (!help || (!word && !context.explicit && !/[:[,] $|\[$/.test(before))) return null;
  const options = key ? valuesOf(help, fieldAt(help, state, line.number, key), pathAt(state, line.number)) : /^[\w-]*$/.test(rest) ? keysAt(help, state, line.number, rest) : [];
  return options.length ? { from: pos - word.length, options, validFor: /^[\w-]*$/ } : null;
}

/**
 * @param {Help | null} help
 * @param {any} state
 * @param {number} at
 */
export function explain(help, state, at) {
  if (!help) return null;
  const line = state.doc.lineAt(at);
  const [, lead = "", key] = BEGUN.exec(line.text) ?? [];
  const field = key ? fieldAt(help, state, line.number, key) : null;
  if (!field || !key) return null;
  const from = line.from + lead.length;
  if (at <= from + key.length) return tooltip(from, from + key.length, key, `${field.brief} ${field.more}`);
  const before = /[\w-]*$/.exec(line.text.slice(0, at - line.from))?.[0] ?? "";
  const after = /^[\w-]*/.exec(line.text.slice(at - line.from))?.[0] ?? "";
  const value = valuesOf(help, field, pathAt(state, line.number)).find(({ label }) => label === before + after);
  return value?.detail ? tooltip(at - before.length, at + after.length, value.label, value.detail) : null;
}

/**
 * @param {number} pos
 * @param {number} end
 * @param {string} name
 * @param {string} text
 */
const tooltip = (pos, end, name, text) => ({
  pos,
  end,
  above: true,
  create: () => ({ dom: make("div", { class: "cm-help" }, make("code", {}, name), " ", rich(text)) }),
});

/** @param {string} text */
const told = (text) => make("div", {}, rich(text));

/**
 * @param {any} state
 * @param {number} number
 */
function pathAt(state, number) {
  const { path } = placeIn(state.doc.toString().split("\n"), number - 1);
  return path;
}

/**
 * @param {Help} help
 * @param {any} state
 * @param {number} number
 */
function classAt(help, state, number) {
  const { kind } = help.schema.at(help.place, pathAt(state, number));
  const part = kind?.is === "list" ? kind.item : kind;
  return part?.is === "part" ? (part.of ?? null) : null;
}

/**
 * @param {Help} help
 * @param {any} state
 * @param {number} number
 * @param {string} key
 */
function fieldAt(help, state, number, key) {
  const cls = classAt(help, state, number);
  return cls ? help.schema.field(cls, key) : null;
}

/**
 * @param {Help} help
 * @param {any} state
 * @param {number} number
 * @param {string} typed
 */
function keysAt(help, state, number, typed) {
  const cls = classAt(help, state, number);
  if (!cls) return [];
  return help.schema.part(cls).fields.flatMap((field) =>
    (field.keys ?? [field.key])
      .filter((key) => key.startsWith(typed.slice(0, 1)) || !typed)
      .map((key) => ({ label: key, apply: `${key}: `, info: () => told(field.brief) })),
  );
}

/**
 * @param {Help} help
 * @param {Field | null} field
 * @param {import("./paths.mjs").Path} path
 * @returns {{ label: string, detail?: string }[]}
 */
function valuesOf(help, field, path) {
  /** @type {Kind | null} */
  const kind = field?.is === "list" ? (field.item ?? null) : field;
  if (kind?.is === "choice") return help.schema.choices(kind.of ?? "").map(({ value, help: meaning }) => ({ label: value, detail: meaning }));
  if (kind?.is === "yes") return ["true", "false"].map((label) => ({ label }));
  const of = kind?.is === "leads" ? "positions" : kind?.is === "start" ? "events" : kind?.is === "name" ? kind.of : null;
  if (!of) return [];
  return help.names.all(of, help.file, help.data(), path).map(({ id, name }) => ({ label: id, detail: name }));
}
