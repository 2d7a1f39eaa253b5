/**
 * A form for the text of a file: what it shows follows from the model, what it holds from the text, and every change
 * goes into the text at once.
 *
 * @import { Field, Kind, Place, Schema } from "./schema.mjs"
 * @import { Names } from "./names.mjs"
 * @import { Path } from "./paths.mjs"
 * @import { Problem } from "./types.d.ts"
 *
 * @typedef {object} Given
 * @property {Schema} schema
 * @property {Names} names
 * @property {string} file
 * @property {Place} place
 * @property {string} today as YYYY-MM-DD
 * @property {() => unknown} data what the file holds, for names that stand in it
 * @property {(text: YamlText) => void} edited hears of each change
 * @property {(collection: string, item: Record<string, unknown>) => void} keep puts something new into its list
 * @property {(text: string) => void} tell says what has happened
 */
import { all, find } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { control } from "./controls.mjs";
import { cards, contents, part, trail } from "./parts.mjs";
import { read, shown, within } from "./paths.mjs";
import { YamlText } from "./yaml-text.mjs";

/** What is said of a key that is not there. */
const MISSING = "is missing";
/** Kinds of values that nobody types. */
const CHOSEN = ["name", "choice", "leads", "start"];

export class Sheet {
  /** The cards that are unfolded, by their paths. @type {Set<string>} */
  open = new Set();
  /** Fields that somebody has asked for and that hold nothing yet, by their paths. @type {Set<string>} */
  wanted = new Set();
  /** Fields that somebody has been in, by their paths. @type {Set<string>} */
  touched = new Set();
  /** @type {Problem[]} */
  problems = [];
  /** Where the control is that had the focus last. @type {Path} */
  here = [];
  /** Whether it is for something new: then its short name is made from its name. */
  alone = false;
  #number = 0;

  /**
   * @param {HTMLElement} root
   * @param {Given} given
   * @param {YamlText} text
   */
  constructor(root, given, text) {
    this.root = root;
    this.given = given;
    this.text = text;
    root.addEventListener("focusin", ({ target }) => {
      const at = target instanceof Element ? target.closest("[data-at]") : null;
      if (at instanceof HTMLElement) this.here = read(at.dataset.at ?? "");
    });
    root.addEventListener("focusout", ({ target }) => {
      const at = target instanceof Element && target.matches("input, select, textarea") ? target.closest("[data-at]") : null;
      if (at instanceof HTMLElement) this.touched.add(at.dataset.at ?? "");
    });
  }

  get schema() {
    return this.given.schema;
  }

  /**
   * Return a form of its own for something new, which is not in the text yet.
   *
   * @param {HTMLElement} root
   * @param {string} cls
   */
  nested(root, cls) {
    const place = { name: "", cls, holds: "", in_folder: false, is_list: false, file: "", schema: "" };
    const given = { ...this.given, place, edited: () => {} };
    const made = new Sheet(root, given, new YamlText(""));
    made.text = made.text.set([], made.fresh(cls, []));
    made.alone = true;
    made.render();
    return made;
  }

  /** @param {YamlText} text */
  show(text) {
    this.text = text;
    this.render();
  }

  render() {
    const { place } = this.given;
    /** @type {Kind} */
    const item = { is: "part", of: place.cls };
    const whole = place.is_list ? cards(this, item, [], place.holds) : part(this, place.cls, []);
    this.root.replaceChildren(...(place.is_list || this.alone ? [] : [contents(this, place.cls)]), whole);
    this.mark();
  }

  /**
   * Return what a field is filled in with. A control may hold parts, and these have fields again.
   *
   * @param {Field} field
   * @param {Path} path
   * @param {{id: string, described: string, text: string}} about
   */
  control(field, path, about) {
    return control(this, field, path, about);
  }

  /** An id for an element, which no other has. */
  id() {
    this.#number += 1;
    return `${this.root.id}-${this.#number}`;
  }

  /** @param {Path} path */
  value(path) {
    return this.text.get(path) ?? undefined;
  }

  /**
   * Write a value while somebody types: the form stays as it is.
   *
   * @param {Path} path
   * @param {unknown} value nothing takes it away
   */
  write(path, value) {
    this.text = value === undefined ? this.#removed(path) : this.put(this.text, path, value);
    this.given.edited(this.text);
  }

  /**
   * Return a text with a value in it, and with the part around it where that is not there yet.
   *
   * @param {YamlText} text
   * @param {Path} path
   * @param {unknown} value
   */
  put(text, path, value) {
    let [where, held] = [path, value];
    while (where.length > 1 && typeof where.at(-1) === "string" && text.get(where.slice(0, -1)) === undefined) {
      held = { [String(where.at(-1))]: held };
      where = where.slice(0, -1);
    }
    return text.set(where, held, this.#order(where));
  }

  /**
   * Return the text without a value, and without the part around it where that stands there from the start anyway.
   *
   * @param {Path} path
   */
  #removed(path) {
    const around = path.slice(0, -1);
    const isAll = Object.keys(this.value(around) ?? {}).length === 1;
    return this.text.remove(isAll && this.schema.at(this.given.place, around).field?.instead ? around : path);
  }

  /**
   * Change the text in a way that changes the form too.
   *
   * @param {(text: YamlText) => YamlText} edit
   * @param {Path} [focus] where to go on
   */
  change(edit, focus) {
    this.text = edit(this.text);
    this.given.edited(this.text);
    this.render();
    if (focus) this.goTo(focus);
  }

  /**
   * Put a new item into a list and go to it.
   *
   * @param {Path} path
   * @param {Kind} item
   */
  add(path, item) {
    const held = this.value(path);
    const index = Array.isArray(held) ? held.length : 0;
    const where = [...path, index];
    this.#unfold(where);
    this.change((text) => text.insert(path, index, this.fresh(item.of ?? "", where), this.#order(path)), where);
    this.given.tell(said("editing-added"));
  }

  /**
   * @param {Path} path
   * @param {number} from
   * @param {number} to
   */
  move(path, from, to) {
    /** @param {number} index */
    const moved = (index) => (index === from ? to : index + Number(index > from && index <= to ? -1 : 0) + Number(index < from && index >= to));
    this.#renumber(path, moved);
    this.change((text) => text.move(path, from, to));
    const up = to < from ? ".js-up" : ".js-down";
    const card = this.#at(shown([...path, to]));
    const next = card && (find(card, `:scope > div > .nav-edit-tools > ${up}:enabled`, HTMLElement) ?? find(card, "summary", HTMLElement));
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
    this.given.tell(said("editing-moved", to + 1));
  }

  /**
   * Take an item of a list or an optional field away.
   *
   * @param {Path} path
   */
  take(path) {
    const last = path.at(-1);
    this.wanted.delete(shown(path));
    if (typeof last === "number") {
      this.#renumber(path.slice(0, -1), (index) => (index === last ? null : index - Number(index > last)));
    }
    const list = path.slice(0, -1);
    const alone = typeof last === "number" && list.length > 0 && this.value(list)?.length === 1;
    this.change((text) => text.remove(alone ? list : path));
    this.goTo(typeof last !== "number" ? path : last > 0 ? [...list, last - 1] : list, false);
    this.given.tell(said("editing-removed"));
  }

  /**
   * Have a field that was left out.
   *
   * @param {Field} field
   * @param {Path} path
   */
  want(field, path) {
    if (field.is === "yes") this.change((text) => text.set(path, field.default !== true, this.#order(path)), path);
    else if (field.is === "part" && !this.schema.part(field.of ?? "").shorthand) {
      this.change((text) => text.set(path, this.fresh(field.of ?? "", path), this.#order(path)), path);
    } else if (field.is === "list" && field.item?.is === "part") this.add(path, field.item);
    else {
      this.wanted.add(shown(path));
      this.render();
      this.goTo(path);
    }
    this.given.tell(said("editing-added"));
  }

  /**
   * Return what a new part holds from the beginning: a short name, today, and the section of what is around it.
   *
   * @param {string} cls
   * @param {Path} path
   */
  fresh(cls, path) {
    /** @type {Record<string, unknown>} */
    const made = {};
    for (const { key, is, of, required } of this.schema.part(cls).fields) {
      if (!required) continue;
      if (key === "id") made[key] = this.#shortName(cls, path);
      else if (key === "checked_on") made[key] = new Date(this.given.today);
      else if (is === "part" && of === "Source") made[key] = this.#sectionAround(path);
    }
    const { order } = this.schema.part(cls);
    const kept = Object.entries(made).filter(([, value]) => value !== undefined);
    return Object.fromEntries(kept.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other)));
  }

  /**
   * Go to the control of a path, or of what is nearest around it.
   *
   * @param {Path} path
   * @param {boolean} [into] whether to unfold what is there
   */
  goTo(path, into = true) {
    const isHere = shown(path) === shown(this.here);
    this.#unfold(into ? path : path.slice(0, -1));
    this.render();
    const place = this.#placeOf(path) ?? this.root;
    for (let around = place.parentElement?.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
    const inside = place.matches("details") && into ? find(place, ":scope > div", HTMLElement) : place;
    const controls = all(inside ?? place, ":is(input, select, textarea, summary, button):enabled, summary", HTMLElement);
    const first = controls.find((each) => !each.closest(".nav-edit-tools, .nav-more, .nav-filter")) ?? controls[0];
    first?.focus({ preventScroll: true });
    // What is higher than the window begins at its top.
    const block = place.offsetHeight > window.innerHeight / 2 ? "start" : path.length && !isHere ? "center" : "nearest";
    place.scrollIntoView({ block });
  }

  /** @param {Problem[]} problems */
  tellProblems(problems) {
    this.problems = problems;
    this.mark();
  }

  /** Show what is wrong where it belongs. */
  mark() {
    for (const each of all(this.root, ".js-wrong", HTMLElement)) each.replaceChildren();
    for (const each of all(this.root, "[aria-invalid]", HTMLElement)) each.removeAttribute("aria-invalid");
    for (const problem of this.problems) {
      const path = pathOf(problem);
      const place = this.#placeOf(path);
      const wrong = place && find(place, ".js-wrong", HTMLElement);
      if (!place || !wrong) continue;
      const line = document.createElement("span");
      const isOpen = this.#isUntouched(problem);
      line.className = problem.severity !== "error" ? "nav-edit-found" : isOpen ? "nav-edit-open" : "nav-edit-wrong";
      line.textContent = this.told(problem);
      wrong.append(line);
      if (isOpen) continue;
      if (problem.severity !== "error") continue;
      const controls = all(place, "input, select, textarea", HTMLElement);
      if (place.matches(".nav-field")) controls[0]?.setAttribute("aria-invalid", "true");
    }
    for (const count of all(this.root, ".js-to-mend", HTMLElement)) {
      const at = read(count.dataset.within ?? "");
      const held = this.problems.filter((each) => each.severity === "error" && within(pathOf(each), at));
      count.textContent = held.length ? said("editing-to-mend", held.length) : "";
    }
  }

  /**
   * Return what is told of a problem in the form, where nothing is written by hand.
   *
   * @param {Problem} problem
   */
  told(problem) {
    if (this.#isUntouched(problem)) return said("editing-untouched");
    const { what, hint } = problem;
    const path = pathOf(problem);
    const { kind } = this.schema.at(this.given.place, path);
    const isChosen = !!kind && CHOSEN.includes((kind.item ?? kind).is);
    const isPart = kind?.is === "part" && !this.schema.part(kind.of ?? "").shorthand;
    if (what === MISSING) return said(isChosen ? "editing-choose-here" : isPart ? "editing-fill-part" : "editing-missing");
    const isUnknown = isChosen && problem.severity === "error";
    const mend = isUnknown ? said("editing-choose-here") : (hint ?? "");
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${mend}`.replace("..", ".").trim();
  }

  /**
   * Return where a problem is, in the form's own words.
   *
   * @param {Problem} problem
   */
  trail(problem) {
    return trail(this, pathOf(problem));
  }

  /**
   * Say whether something is only missing that nobody has come to yet.
   *
   * @param {Problem} problem
   */
  #isUntouched({ what, path, severity }) {
    return severity === "error" && what === MISSING && !this.touched.has(shown(pathOf(/** @type {any} */ ({ path }))));
  }

  /**
   * Return the most telling element of a path: its field, the offer to add it, or what is around it.
   *
   * @param {Path} path
   */
  #placeOf(path) {
    for (let length = path.length; length >= 0; length -= 1) {
      const key = shown(this.#ofField(path.slice(0, length)));
      const found = this.#at(key) ?? find(this.root, `[data-adds="${CSS.escape(key)}"]`, HTMLElement);
      if (found) return found;
    }
    return null;
  }

  /**
   * Return the path whose control stands for a path.
   *
   * @param {Path} path
   */
  #ofField(path) {
    const key = path.at(-1);
    if (typeof key !== "string") return path;
    const around = this.schema.at(this.given.place, path.slice(0, -1)).kind;
    const field = around?.of ? this.schema.field(around.of, key) : null;
    return field ? [...path.slice(0, -1), field.key] : path;
  }

  /** @param {string} key */
  #at(key) {
    return find(this.root, `[data-at="${CSS.escape(key)}"]`, HTMLElement);
  }

  /** @param {Path} path */
  #unfold(path) {
    for (let length = 1; length <= path.length; length += 1) this.open.add(shown(path.slice(0, length)));
  }

  /**
   * Keep what is unfolded and wanted with its card, whose number changes.
   *
   * @param {Path} path
   * @param {(index: number) => number | null} moved
   */
  #renumber(path, moved) {
    for (const held of [this.open, this.wanted, this.touched]) {
      const kept = [...held].flatMap((each) => {
        const at = read(each);
        const index = at[path.length];
        if (typeof index !== "number" || !within(at, path)) return [each];
        const to = moved(index);
        return to === null ? [] : [shown([...path, to, ...at.slice(path.length + 1)])];
      });
      held.clear();
      for (const each of kept) held.add(each);
    }
  }

  /** @param {Path} path */
  #order(path) {
    const key = path.at(-1);
    const around = this.schema.at(this.given.place, path.slice(0, -1)).kind;
    return typeof key === "string" && around?.of ? (this.schema.part(around.of)?.order ?? []) : [];
  }

  /**
   * @param {string} cls
   * @param {Path} path
   */
  #shortName(cls, path) {
    const kind = cls === "Stage" && path.includes("levels") ? "level" : cls.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
    const taken = new Set(idsIn(this.text.data));
    let number = Number(path.at(-1) ?? 0) + 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    return `${kind}-${number}`;
  }

  /** @param {Path} path */
  #sectionAround(path) {
    for (let length = path.length - 1; length >= 0; length -= 1) {
      const source = this.value([...path.slice(0, length), "source"]);
      if (typeof source === "string") return source;
    }
    return undefined;
  }
}

/**
 * @param {Problem} problem
 * @returns {Path}
 */
export function pathOf({ path }) {
  return Array.isArray(path) ? path : read(path ?? "");
}

/**
 * @param {any} data
 * @returns {string[]}
 */
function idsIn(data) {
  if (!data || typeof data !== "object") return [];
  const own = typeof data.id === "string" ? [data.id] : [];
  return [...own, ...Object.values(data).flatMap(idsIn)];
}
