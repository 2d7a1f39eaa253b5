/**
 * What the model says of a file and of each value in it: its class, its field, what may stand there.
 *
 * @import { Path } from "./paths.mjs"
 *
 * @typedef {object} Kind
 * @property {"text" | "code" | "number" | "yes" | "day" | "choice" | "name" | "part" | "list" | "leads" | "start"} is
 * @property {string} [of] the class or the collection
 * @property {Kind} [item] what a list holds
 * @property {string[]} [keys] where one control stands for several keys
 * @property {boolean} [short]
 * @property {boolean} [in_lines]
 *
 * @typedef {{
 *   key: string, label: string, brief: string, more: string, gate: number, sentence: string, required: boolean,
 *   default?: unknown, instead?: string[], common?: boolean, unsaid?: { key: string, values: string[] }
 * } & Kind} Field A field with `instead` stands there from the start, unless one of those keys is held. One with `unsaid`
 *   has for some of its values a choice more: that value is only taken, which the key beside it tells the reader.
 *
 * @typedef {object} Part
 * @property {string} says
 * @property {string | null} shorthand
 * @property {string[]} order
 * @property {string[]} told_by
 * @property {string[]} gates
 * @property {Field[]} fields
 *
 * @typedef {{ name: string, cls: string, holds: string, in_folder: boolean, is_list: boolean, file: string, schema: string }} Place
 * @typedef {{ value: string, help: string }} Choice
 *
 * @typedef {object} Model
 * @property {Place[]} places
 * @property {Record<string, Part>} classes
 * @property {Record<string, { help: string, choices: Choice[] }>} choices
 * @property {Record<string, string>} made the class of what may be named for the first time
 */

/** The keys that a catalogue of languages may hold in place of a text. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

export class Schema {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
  }

  /**
   * Return what a file holds, by its name within the data folder.
   *
   * @param {string} path
   */
  placeOf(path) {
    const parts = path.split("/");
    const [folder, file] = [parts.at(-2), parts.at(-1)];
    return this.model.places.find((each) => (each.in_folder ? each.name === folder : each.file === file)) ?? null;
  }

  /** @param {string} cls */
  part(cls) {
    return this.model.classes[cls];
  }

  /** @param {string} cls */
  choices(cls) {
    return this.model.choices[cls].choices;
  }

  /**
   * Return the field of a key, or of the key whose control stands for it.
   *
   * @param {string} cls
   * @param {string} key
   */
  field(cls, key) {
    return this.part(cls)?.fields.find((each) => each.key === key || each.keys?.includes(key)) ?? null;
  }

  /**
   * Return what stands at a path: the field, the kind of value, and the class around it.
   *
   * @param {Place} place
   * @param {Path} path
   * @returns {{ kind: Kind | null, field: Field | null, cls: string }}
   */
  at(place, path) {
    /** @type {Kind} */
    const whole = { is: "part", of: place.cls };
    /** @type {{ kind: Kind | null, field: Field | null, cls: string }} */
    let found = { kind: place.is_list ? { is: "list", item: whole } : whole, field: null, cls: place.cls };
    for (const part of path) {
      const { kind, field, cls } = found;
      if (typeof part === "number") found = { kind: kind?.item ?? null, field, cls };
      else if (kind?.is === "part" && kind.of) {
        const held = this.field(kind.of, part);
        found = { kind: held, field: held, cls: kind.of };
      } else if (!LANGUAGE.test(part)) found = { kind: null, field, cls };
    }
    return found;
  }
}
