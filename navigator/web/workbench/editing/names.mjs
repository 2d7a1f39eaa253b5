/**
 * What can be named in a file, as it stands in the draft: what holds for all, what is of its service, and what is in the
 * file itself.
 *
 * @import { Draft } from "./types.d.ts"
 * @import { Path } from "./paths.mjs"
 * @typedef {object} Known
 * @property {string} id
 * @property {string} name
 * @property {boolean} own whether it is its service's own
 * @property {boolean} [near] whether it is named in the file itself, or in another of its route
 * @property {boolean} [far] whether it is for everybody, and no national policy restates it
 * @property {string} [help] what it is for
 */
import { parse } from "yaml";

const NATIONAL = "national";
/** What a thing is called by, the first that it has. */
const CALLED = ["name", "title", "holds", "ask", "asks", "means"];
const IN_TRIAGE = ["readers", "questions"];
/** A name as the value of a key. */
const VALUE = /: ["']?([a-z][a-z0-9_-]*)["']?(?=[ \t]*(?:[,}#]|$))/gm;
/** The document that a policy restates. */
const RESTATED = /^document: ["']?([a-z0-9-]+)/m;
/** Lists so long that what is named near by comes first. */
const LONG = ["events", "documents"];
const IN_FOLDERS = ["policies", "signposts", "packs", "scenarios"];

export class Names {
  /** @type {Map<string, { text: string, data: any }>} */
  #held = new Map();
  /** The names that are values in a file. @type {Map<string, { text: string, values: string[] }>} */
  #valued = new Map();

  /** @param {Draft} draft */
  constructor(draft) {
    this.draft = draft;
  }

  /**
   * Return everything of a collection that can be named at a path of a file.
   *
   * @param {string} collection
   * @param {string} file
   * @param {any} data what the file holds
   * @param {Path} at
   * @returns {Known[]}
   */
  all(collection, file, data, at = []) {
    if (collection === "positions") return positions(data);
    if (collection === "conditions") return items(data?.conditions, true);
    if (collection === "timescales") return timescales(data, at);
    if (collection === "services") return this.services();
    const folders = [...new Set([folderOf(file), NATIONAL])];
    const found = folders.flatMap((folder) => {
      const own = folder !== NATIONAL;
      if (IN_FOLDERS.includes(collection)) return this.#files(`${folder}/${collection}/`, own);
      if (IN_TRIAGE.includes(collection) && !own) return items(this.#data(`${folder}/triage.yaml`)?.[collection], own);
      return items(this.#data(`${folder}/${collection}.yaml`), own);
    });
    const named = found.map((each) => ({ ...each, name: this.#plain(each.name, file), help: each.help && this.#plain(each.help, file) }));
    if (!LONG.includes(collection)) return named;
    const near = this.#near(file, data);
    const restated = collection === "documents" ? this.#restated() : null;
    return named
      .map((each) => ({ ...each, near: near.has(each.id), far: restated ? !each.own && !restated.has(each.id) : false }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  }

  /**
   * Return every name that is a value in a file, or in another file of its route.
   *
   * @param {string} file
   * @param {any} data
   */
  #near(file, data) {
    const route = typeof data?.route === "string" ? `\nroute: ${data.route}\n` : null;
    const found = this.draft.paths().flatMap((path) => {
      if (path !== file && !path.includes("/policies/")) return [];
      const text = this.draft.text(path) ?? "";
      return path === file || (route && text.replaceAll("\r\n", "\n").includes(route)) ? this.#values(path, text) : [];
    });
    return new Set(found);
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  #values(path, text) {
    const held = this.#valued.get(path);
    if (held?.text === text) return held.values;
    const values = [...text.matchAll(VALUE)].map(([, value]) => value);
    this.#valued.set(path, { text, values });
    return values;
  }

  /** Return the documents that national policies restate, and those that are law. */
  #restated() {
    const texts = this.draft.paths().filter((path) => path.startsWith(`${NATIONAL}/policies/`)).map((path) => this.draft.text(path) ?? "");
    const documents = this.#data(`${NATIONAL}/documents.yaml`);
    const law = (Array.isArray(documents) ? documents : []).filter((each) => each?.kind === "law").map((each) => each.id);
    return new Set([...texts.flatMap((text) => RESTATED.exec(text)?.[1] ?? []), ...law]);
  }

  /** @returns {Known[]} */
  services() {
    return this.draft.paths().flatMap((path) => {
      const [folder, id, file] = path.split("/");
      return folder === "services" && file === "service.yaml" ? [{ id, name: called(this.#data(path), id), own: true }] : [];
    });
  }

  /**
   * Return who publishes a service's policies, as those say that are there or its documents.
   *
   * @param {string} service
   * @returns {string | undefined}
   */
  publisher(service) {
    const folder = `services/${service}/`;
    const policies = this.draft.paths().filter((path) => path.startsWith(`${folder}policies/`));
    const found = policies.map((path) => this.#data(path)?.publisher);
    const documents = this.#data(`${folder}documents.yaml`);
    return [...found, ...(Array.isArray(documents) ? documents.map((each) => each?.publisher) : [])].find((each) => typeof each === "string");
  }

  /**
   * Return the folder's files by their titles.
   *
   * @param {string} folder
   * @param {boolean} own
   * @returns {Known[]}
   */
  #files(folder, own) {
    const paths = this.draft.paths().filter((path) => path.startsWith(folder));
    return paths.map((path) => {
      const id = path.slice(folder.length).replace(/\.yaml$/, "");
      const title = /^title: ["']?(.+?)["']?$/m.exec(this.draft.text(path) ?? "")?.[1];
      return { id, name: title ?? id, own };
    });
  }

  /**
   * Return a name with the names of roles in place of their ids in braces.
   *
   * @param {string} name
   * @param {string} file
   */
  #plain(name, file) {
    if (!name.includes("{")) return name;
    const roles = this.all("roles", file, null);
    return name.replace(/\{([a-z0-9-]+)('s)?[^}]*\}/g, (_, id, own = "") => {
      return `${roles.find((role) => role.id === id)?.name ?? id}${own}`;
    });
  }

  /** @param {string} path */
  #data(path) {
    const text = this.draft.text(path) ?? "";
    const held = this.#held.get(path);
    if (held?.text === text) return held.data;
    const data = readable(text) ?? held?.data ?? null;
    this.#held.set(path, { text, data });
    return data;
  }
}

/** @param {string} path */
export const folderOf = (path) => path.split("/").slice(0, path.startsWith("services/") ? 2 : 1).join("/");

/** @param {string} text */
function readable(text) {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/**
 * @param {any} item
 * @param {string} id
 */
function called(item, id) {
  const key = CALLED.find((each) => item?.[each]);
  return inEnglish(key ? item[key] : id, id);
}

/**
 * @param {any} text
 * @param {string} otherwise
 */
const inEnglish = (text, otherwise) => String(typeof text === "object" ? (text["en-GB"] ?? otherwise) : text).trim();

/**
 * @param {any} list
 * @param {boolean} own
 * @returns {Known[]}
 */
function items(list, own) {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each) => {
    if (typeof each?.id !== "string") return [];
    const help = each.purpose ?? each.explains;
    return [{ id: each.id, name: called(each, each.id), own, ...(help ? { help: inEnglish(help, "") } : {}) }];
  });
}

/**
 * @param {any} data
 * @returns {Known[]}
 */
function positions(data) {
  return items(data?.stages, true).flatMap((stage) => {
    const held = data.stages.find((/** @type {any} */ each) => each?.id === stage.id);
    const levels = items(held.levels, true);
    if (!levels.length) return [stage];
    return levels.map(({ id, name }) => ({ id: `${stage.id}/${id}`, name: `${stage.name}, ${name}`, own: true }));
  });
}

/**
 * Return the times of the stage that a path is in, by what should have happened.
 *
 * @param {any} data
 * @param {Path} at
 * @returns {Known[]}
 */
function timescales(data, at) {
  const length = at[2] === "levels" ? 4 : 2;
  const stage = at.slice(0, length).reduce((held, part) => held?.[part], data);
  const held = [...(stage?.timescales ?? []), ...(data?.overall ?? [])];
  return held.flatMap((each) => (each?.id ? [{ id: each.id, name: each.does || each.id, own: true }] : []));
}
