/**
 * What somebody types into or chooses from, for each kind of value.
 *
 * @import { Field, Kind } from "./schema.mjs"
 * @import { Known } from "./names.mjs"
 * @import { Path } from "./paths.mjs"
 * @import { Sheet } from "./sheet.mjs"
 * @typedef {{ id: string, described: string, text: string }} About
 * @typedef {(sheet: Sheet, field: Field, path: Path, about: About) => HTMLElement} Control
 */
import { said } from "../../shared/said.mjs";
import { allMeanings, inRadios, meaningOf, plain, select, withFilter } from "./choosing.mjs";
import { button, make, rich } from "./element.mjs";
import { newThing } from "./new-thing.mjs";
import { cards, part } from "./parts.mjs";
import { shown } from "./paths.mjs";

const ENGLISH = "en-GB";
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIMES = "timescales";
const ROUTES = "routes";
/** Stands before a unit that is taken where the document says `days` and not which. */
const UNSAID = "unsaid:";
/** What leads to a stage that is made with it. */
const NEXT = "+next";

/** @type {Control} */
export const control = (sheet, field, path, about) => CONTROLS[field.is](sheet, field, path, about);

/** @type {Control} */
function text(sheet, field, path, { id, described }) {
  const held = sheet.value(path);
  const at = held && typeof held === "object" && ENGLISH in held ? [...path, ENGLISH] : path;
  const value = sheet.value(at);
  const given = { id, "aria-describedby": described, autocomplete: "off" };
  const made =
    field.short && !String(value ?? "").includes("\n")
      ? make("input", { ...given, type: "text" })
      : make("textarea", { ...given, rows: Math.min(12, Math.max(field.in_lines ? 5 : 2, Math.ceil(String(value ?? "").length / 60))) });
  made.value = value === undefined ? "" : String(value);
  made.addEventListener("input", () => sheet.write(at, made.value.trim() || undefined));
  return made;
}

/** @type {Control} */
function code(sheet, _, path, { id, described }) {
  const made = make("input", { id, "aria-describedby": described, type: "text", class: "nav-code", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  made.value = String(sheet.value(path) ?? "");
  made.addEventListener("input", () => sheet.write(path, made.value.trim() || undefined));
  return made;
}

/** @type {Control} */
function number(sheet, _, path, { id, described }) {
  const made = make("input", { id, "aria-describedby": described, type: "text", inputmode: "numeric", class: "nav-few", autocomplete: "off" });
  made.value = String(sheet.value(path) ?? "");
  made.addEventListener("input", () => {
    const typed = made.value.trim();
    sheet.write(path, /^-?\d{1,9}$/.test(typed) ? Number(typed) : typed || undefined);
  });
  return made;
}

/** @type {Control} */
function day(sheet, _, path, { id, described }) {
  const held = String(sheet.value(path) ?? "");
  const made = make("input", { id, "aria-describedby": described, type: !held || DAY.test(held) ? "date" : "text", class: "nav-some", autocomplete: "off" });
  made.value = held;
  made.addEventListener("input", () => sheet.write(path, DAY.test(made.value) ? new Date(made.value) : made.value || undefined));
  return made;
}

/** @type {Control} */
function yes(sheet, field, path, { id, described }) {
  const made = make("input", { id, "aria-describedby": described, type: "checkbox" });
  made.checked = (sheet.value(path) ?? field.default ?? false) === true;
  made.addEventListener("change", () => sheet.write(path, made.checked));
  return made;
}

/** @type {Control} */
function choice(sheet, field, path, about) {
  const choices = sheet.schema.choices(field.of ?? "");
  const held = sheet.value(path);
  if (inRadios(choices)) {
    const rows = choices.map(({ value, help }, index) => {
      const id = index ? `${about.id}-${index}` : about.id;
      const radio = make("input", { id, type: "radio", name: about.id, value, onchange: () => sheet.write(path, value) });
      radio.checked = value === (held ?? field.default);
      return make("div", { class: "nav-radio" }, radio, make("label", { for: id }, plain(value), help ? make("span", { class: "nav-hint" }, rich(help)) : null));
    });
    return make("div", { class: "nav-radios" }, ...rows);
  }
  const { unsaid } = field;
  const told = unsaid && [...path.slice(0, -1), unsaid.key];
  const isUnsaid = !!told && sheet.value(told) !== undefined && unsaid.values.includes(String(held));
  const items = choices.flatMap(({ value, help }) => [
    { id: value, name: plain(value), own: true, help },
    ...(unsaid?.values.includes(value) ? [{ id: `${UNSAID}${value}`, name: said("editing-unsaid", plain(value)), own: true, help: said("editing-unsaid-help") }] : []),
  ]);
  const made = select(items, isUnsaid ? `${UNSAID}${held}` : (held ?? field.default), { id: about.id, "aria-describedby": `${about.described} ${about.id}-meaning` });
  made.addEventListener("change", () => {
    const value = made.value.replace(UNSAID, "");
    if (!told || (!isUnsaid && value === made.value)) return sheet.write(path, value || undefined);
    // What is taken where the document is silent is told to the reader, so the two are never apart.
    return sheet.change((now) => {
      const next = value ? sheet.put(now, path, value) : now.remove(path);
      return value === made.value ? next.remove(told) : sheet.put(next, told, said("editing-unsaid-told", plain(value)));
    }, path);
  });
  return make("div", {}, made, meaningOf(made, items, `${about.id}-meaning`));
}

/** @type {Control} */
function name(sheet, field, path, about) {
  const collection = field.of ?? "";
  const place = make("div", {});
  const items = known(sheet, collection, path);
  const isTold = items.some(({ help }) => help);
  const made = select(items, sheet.value(path), { id: about.id, "aria-describedby": isTold ? `${about.described} ${about.id}-meaning` : about.described });
  made.addEventListener("change", () => sheet.write(path, made.value || undefined));
  const done = (/** @type {string} */ id) => sheet.change((held) => sheet.put(held, path, id), path);
  place.append(withNew(sheet, collection, path, place, about, done, made));
  if (isTold) place.append(meaningOf(made, items, `${about.id}-meaning`));
  if (collection === ROUTES) place.append(allMeanings(items, done));
  return place;
}

/** @type {Control} */
function list(sheet, field, path, about) {
  const item = /** @type {Kind} */ (field.item);
  if (item.is === "part") {
    const inside = cards(sheet, item, path, about.text);
    return field.gate ? folded(sheet, path, inside) : inside;
  }
  const held = sheet.value(path);
  const values = Array.isArray(held) ? held : [];
  const remove = (/** @type {number} */ index) =>
    button(said("editing-remove"), () => sheet.take([...path, index]), { class: "nav-plain-button nav-edit-tools", "aria-label": `${said("editing-remove")}: ${values[index]}` });
  if (item.is !== "name") {
    const rows = values.map((_, index) => {
      const where = [...path, index];
      const own = { id: `${about.id}-${index}`, described: about.described, text: about.text };
      const inside = control(sheet, { ...field, ...item, required: true }, where, own);
      inside.setAttribute("aria-label", `${about.text} ${index + 1}`);
      return make("li", { "data-at": shown(where) }, inside, remove(index), make("p", { class: "nav-field-wrong js-wrong" }));
    });
    const add = button(said("editing-add-one", said("editing-one")), () => addEmpty(sheet, path, rows.length, about), { "aria-label": `${said("editing-add-one", said("editing-one"))}: ${about.text}` });
    return make("div", {}, rows.length ? make("ul", { class: "nav-rows" }, ...rows) : null, add);
  }
  const collection = item.of ?? "";
  const all = known(sheet, collection, path);
  const rows = values.map((id, index) => {
    const where = [...path, index];
    const called = all.find((each) => each.id === id)?.name ?? said("editing-not-there", String(id));
    return make("li", { "data-at": shown(where) }, make("span", {}, called), " ", make("code", { class: "nav-key" }, String(id)), " ", remove(index), make("p", { class: "nav-field-wrong js-wrong" }));
  });
  const place = make("div", {});
  const put = (/** @type {string} */ id) => {
    sheet.change((now) => now.insert(path, values.length, id, orderAround(sheet, path)), path);
    sheet.given.tell(said("editing-added"));
  };
  const left = all.filter(({ id }) => !values.includes(id));
  const more = select(left, undefined, { id: about.id, "aria-label": about.text, "aria-describedby": about.described }, said("editing-choose-one"));
  // Arrow keys change a select in passing: only what is then added counts.
  const add = button(said("editing-add-chosen"), () => more.value && put(more.value), { "aria-label": `${said("editing-add-chosen")}: ${about.text}` });
  place.append(withNew(sheet, collection, path, place, about, put, more, add));
  return make("div", {}, rows.length ? make("ul", { class: "nav-rows" }, ...rows) : null, place);
}

/**
 * Fold a list that is not what a form is opened for.
 *
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {HTMLElement} inside
 */
function folded(sheet, path, inside) {
  const key = shown(path);
  const summary = make("summary", {}, said("editing-fold", sheet.value(path)?.length ?? 0), " ", make("span", { class: "nav-to-mend js-to-mend", "data-within": key }));
  const made = make("details", { class: "nav-offers", open: sheet.open.has(key) }, summary, inside);
  made.addEventListener("toggle", () => (made.open ? sheet.open.add(key) : sheet.open.delete(key)));
  return made;
}

/**
 * Show one more row of a list of texts, which counts once something is typed.
 *
 * @param {Sheet} sheet
 * @param {Path} path
 * @param {number} index
 * @param {About} about
 */
function addEmpty(sheet, path, index, about) {
  sheet.change((held) => held.insert(path, index, said("editing-new-text"), orderAround(sheet, path)), [...path, index]);
  const input = document.activeElement;
  if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.select();
  sheet.given.tell(`${said("editing-added")} ${about.text}`);
}

/** @type {Control} */
function whole(sheet, field, path, about) {
  const cls = field.of ?? "";
  const { shorthand, fields } = sheet.schema.part(cls);
  const held = sheet.value(path);
  if (!shorthand || (held && typeof held === "object")) return make("div", { class: "nav-part" }, part(sheet, cls, path));
  const others = fields.filter(({ key }) => key !== shorthand);
  const input = text(sheet, { ...field, is: "text", short: true }, path, about);
  const more = others.map((other) =>
    button("", () => {
      const where = [...path, other.key];
      sheet.wanted.add(shown(where));
      sheet.change((now) => now.set(path, { [shorthand]: now.get(path) ?? "" }, orderAround(sheet, path)), where);
    }, { class: "nav-plain-button" }, rich(other.sentence || other.brief)),
  );
  return make("div", {}, input, make("details", { class: "nav-offers" }, make("summary", {}, said("editing-more")), make("ul", {}, ...more.map((each) => make("li", {}, each)))));
}

/**
 * Where something leads: a stage, another route, the end, or nothing that is stated.
 *
 * @type {Control}
 */
function leads(sheet, field, path, { id, described }) {
  const around = path.slice(0, -1);
  const at = (/** @type {string} */ key) => sheet.value([...around, key]);
  const stages = known(sheet, "positions", path);
  const routes = known(sheet, "routes", path);
  const now = at("stage") ? `stage:${at("stage")}` : at("route") ? `route:${at("route")}` : at("ends") ? "ends" : at("none_stated") ? "none_stated" : "";
  const made = make("select", { id, "aria-describedby": described });
  const options = (/** @type {Known[]} */ items, /** @type {string} */ kind) => items.map((each) => make("option", { value: `${kind}:${each.id}` }, each.name));
  const [within, index] = path;
  const isLast = typeof index === "number" && index === sheet.value([within]).length - 1;
  const nextStage = isLast ? [make("option", { value: NEXT }, said("editing-next-stage"))] : [];
  made.append(
    make("option", { value: "" }, said("editing-choose")),
    make("optgroup", { label: said("editing-to-stage") }, ...options(stages, "stage"), ...nextStage),
    make("optgroup", { label: said("editing-to-end") }, make("option", { value: "ends" }, said("editing-ends")), make("option", { value: "none_stated" }, said("editing-none-stated"))),
    make("optgroup", { label: said("editing-to-route") }, ...options(routes, "route")),
  );
  if (now && ![...made.options].some(({ value }) => value === now)) made.append(make("option", { value: now }, said("editing-not-there", now.split(":")[1])));
  made.value = now;
  made.addEventListener("change", () => {
    const order = orderAround(sheet, path);
    /** @type {Record<string, unknown> | null} */
    const next = made.value === NEXT ? sheet.fresh(sheet.schema.at(sheet.given.place, path.slice(0, 2)).kind?.of ?? "", [within, Number(index) + 1]) : null;
    const [kind, of] = next ? ["stage", String(next.id)] : made.value.split(":");
    const back = !next && kind === "stage" && stages.findIndex((each) => each.id === of) <= stageAt(stages, sheet, around);
    sheet.change((held) => {
      let led = next ? held.insert([within], Number(index) + 1, next) : held;
      // What is chosen comes first, so that nothing is left empty in between.
      if (kind) led = sheet.put(led, [...around, kind], of ?? true);
      for (const key of field.keys ?? []) if (key !== kind) led = led.remove([...around, key]);
      return back ? led.set([...around, "back"], true, order) : led;
    }, path);
    if (next) sheet.given.tell(said("editing-made", said("editing-one-stages")));
  });
  return made;
}

/**
 * Return which of the stages a path is in.
 *
 * @param {Known[]} stages
 * @param {Sheet} sheet
 * @param {Path} path
 */
function stageAt(stages, sheet, path) {
  if (path[0] !== "stages") return -1;
  const stage = sheet.value(path.slice(0, 2))?.id;
  const level = path[2] === "levels" ? sheet.value(path.slice(0, 4))?.id : null;
  return stages.findIndex(({ id }) => id === (level ? `${stage}/${level}` : stage));
}

/**
 * From which day a time is counted, back from which, or that the document does not say.
 *
 * @type {Control}
 */
function start(sheet, field, path, { id, described, text: label }) {
  const around = path.slice(0, -1);
  const keys = field.keys ?? [];
  const order = orderAround(sheet, path);
  const back = sheet.value([...around, "before"]) !== undefined || sheet.wanted.has(shown([...around, "before"]));
  const held = sheet.value([...around, back ? "before" : "from"]);
  const silent = sheet.value([...around, "start_not_stated"]) === true;
  const place = make("div", {});
  const set = (/** @type {string} */ event, /** @type {boolean} */ isBack) => {
    const [key, other] = isBack ? ["before", "from"] : ["from", "before"];
    sheet.wanted.delete(shown([...around, "before"]));
    if (isBack && !event) sheet.wanted.add(shown([...around, "before"]));
    sheet.change((now) => {
      let next = event ? now.set([...around, key], event, order) : now;
      for (const gone of [other, event ? "" : key, "start_not_stated"]) if (keys.includes(gone)) next = next.remove([...around, gone]);
      return next;
    }, path);
  };
  const made = select(known(sheet, "events", path), held, { id, "aria-label": label, "aria-describedby": described, disabled: silent });
  made.addEventListener("change", () => set(made.value, back));
  /** @type {(name: string, on: boolean, act: (on: boolean) => void) => HTMLElement} */
  const tick = (kind, on, act) => {
    const box = make("input", { type: "checkbox", id: `${id}-${kind}`, onchange: () => act(box.checked) });
    box.checked = on;
    return make("span", { class: "nav-tick" }, box, make("label", { for: `${id}-${kind}` }, said(`editing-start-${kind}`)));
  };
  place.append(
    withNew(sheet, "events", path, place, { id, described, text: label }, (event) => set(event, back), made),
    tick("back", back, (on) => set(String(held ?? ""), on)),
    keys.includes("start_not_stated") &&
      tick("silent", silent, (on) =>
        sheet.change((now) => {
          if (!on) return now.remove([...around, "start_not_stated"]);
          return ["from", "before"].reduce((next, key) => next.remove([...around, key]), now.set([...around, "start_not_stated"], true, order));
        }, path),
      ) || "",
  );
  return place;
}

/** @type {Record<Field["is"], Control>} */
const CONTROLS = { text, code, number, yes, day, choice, name, list, part: whole, leads, start };

/**
 * @param {Sheet} sheet
 * @param {string} collection
 * @param {Path} path
 */
const known = (sheet, collection, path) => sheet.given.names.all(collection, sheet.given.file, sheet.given.data(), path);

/**
 * @param {Sheet} sheet
 * @param {string} collection
 */
const canMake = (sheet, collection) => collection === TIMES || collection in sheet.schema.model.made;

/**
 * @param {Sheet} sheet
 * @param {Path} path
 */
const orderAround = (sheet, path) => {
  const around = sheet.schema.at(sheet.given.place, path.slice(0, -1)).kind;
  return (around?.of && sheet.schema.part(around.of)?.order) || [];
};

/**
 * @param {Sheet} sheet
 * @param {string} collection
 * @param {Path} path
 * @param {HTMLElement} place
 * @param {(id: string) => void} done
 */
function startNew(sheet, collection, path, place, done) {
  if (collection === TIMES) {
    // It is filled in beside the other times of its stage.
    const times = [...path.slice(0, path.indexOf("steps")), TIMES];
    const index = sheet.value(times)?.length ?? 0;
    const made = sheet.fresh("Timescale", [...times, index]);
    sheet.change((now) => now.insert(times, index, made, orderAround(sheet, times)));
    done(String(made.id));
    sheet.goTo([...times, index]);
    return sheet.given.tell(said("editing-made", said("editing-one-timescales")));
  }
  newThing(sheet, { collection, taken: known(sheet, collection, path).map(({ id }) => id), place, done });
}

/**
 * Put beside what is chosen from a way to make something new, where that can be.
 *
 * @param {Sheet} sheet
 * @param {string} collection
 * @param {Path} path
 * @param {HTMLElement} place
 * @param {About} about
 * @param {(id: string) => void} done
 * @param {HTMLElement[]} inside
 */
function withNew(sheet, collection, path, place, about, done, ...inside) {
  const begin = () => startNew(sheet, collection, path, place, done);
  const called = `${said("editing-new")}: ${about.text}`;
  return make("div", { class: "nav-pair" }, ...withFilter(inside, about.text), canMake(sheet, collection) && button(said("editing-new"), begin, { "aria-label": called }));
}
