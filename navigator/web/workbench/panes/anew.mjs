/**
 * Begin with an empty policy: of a service that is there, or of one that is made with it.
 */
import { find, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { make } from "../editing/element.mjs";
import { Names } from "../editing/names.mjs";
import { shortName } from "../editing/new-thing.mjs";
import { written } from "../editing/yaml-lines.mjs";

const NEW = "+new";
/** A policy's name is part of addresses, with its service's before it. */
const MOST_LETTERS = 28;
const BY = "begin";

/** @type {import("../bench.mjs").Pane} */
export function mount(bench, section) {
  const names = new Names(bench.draft);
  const root = get(section, ".js-begin", HTMLElement);
  const whose = get(root, ".js-whose", HTMLSelectElement);
  const service = get(root, ".js-service", HTMLInputElement);
  const title = get(root, ".js-title", HTMLInputElement);
  const around = get(root, ".js-service-field", HTMLElement);
  const wrong = get(root, ".js-begin-wrong", HTMLElement);
  const show = () => (around.hidden = whose.value !== NEW);
  root.addEventListener("toggle", () => {
    const chosen = whose.value;
    const options = names.services().map(({ id, name }) => make("option", { value: id }, name));
    whose.replaceChildren(make("option", { value: NEW }, said("anew-new-service")), ...options);
    if (chosen) whose.value = chosen;
    show();
  });
  whose.addEventListener("change", show);
  get(root, ".js-make-policy", HTMLElement).addEventListener("click", () => {
    const lacking = !title.value.trim() ? title : whose.value === NEW && !service.value.trim() ? service : null;
    wrong.textContent = lacking ? said("anew-lacks") : "";
    if (lacking) return lacking.focus();
    const id = whose.value === NEW ? makeService(service.value.trim()) : whose.value;
    const path = makePolicy(id, title.value.trim());
    title.value = service.value = "";
    root.removeAttribute("open");
    bench.select(path);
    find(document, ".js-bench-name", HTMLElement)?.focus();
  });

  /** @param {string} name */
  function makeService(name) {
    const taken = names.services().map((each) => each.id);
    const id = shortName(name, taken);
    const [calendar] = names.all("calendars", "national/calendars.yaml", null);
    const held = { id, name, label: name, calendar: calendar?.id };
    bench.draft.put(`services/${id}/service.yaml`, head("../../", "service") + written(held), BY);
    return id;
  }

  /**
   * @param {string} of
   * @param {string} called
   */
  function makePolicy(of, called) {
    const folder = `services/${of}/policies/`;
    const taken = bench.draft.paths().filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length, -5));
    const id = shortName(called, taken, "-", { most: MOST_LETTERS, little: said("anew-little").split(" ") });
    const publisher = names.publisher(of);
    const held = { id, title: called, ...(publisher ? { publisher } : {}), checked_on: new Date(bench.today), stages: [{ id: "stage-1" }] };
    const path = `${folder}${id}.yaml`;
    bench.draft.put(path, head("../../../", "policy") + written(held), BY);
    return path;
  }
}

/**
 * @param {string} up
 * @param {string} schema
 */
const head = (up, schema) => `# yaml-language-server: $schema=${up}schema/${schema}.schema.json\n`;
