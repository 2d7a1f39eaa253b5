/**
 * The matters one below the other, each with its buttons.
 *
 * @import { Matter } from "./file.mjs"
 * @import { Reading } from "../shared/types.d.ts"
 */
import { said } from "../shared/said.mjs";
import { askFor, hasPolicy, stageOf } from "./choices.mjs";

/**
 * Show one matter.
 *
 * @param {Matter} matter
 * @param {Reading | undefined} reading what the engine has read of its dates
 */
export function shown(matter, reading) {
  const row = document.createElement("li");
  row.dataset.key = matter.key;
  row.append(
    element("h3", matter.nickname),
    place(matter),
    ...dates(matter, reading),
    ...(matter.note ? [element("p", matter.note, "nav-matter-note")] : []),
    buttons(matter),
  );
  return row;
}

/** @param {Matter} matter */
function place(matter) {
  const stage = stageOf(matter.policy, matter.stage);
  const line = document.createElement("p");
  if (!hasPolicy(matter.policy)) {
    line.className = "nav-error";
    line.textContent = said("unknown-policy", matter.policyName || matter.policy);
  } else if (!stage) {
    line.className = "nav-error";
    line.textContent = said("unknown-stage", matter.stageName || matter.stage);
  } else {
    const link = element("a", `${matter.policyName}: ${stage.text}`);
    link.setAttribute("href", stage.dataset.address ?? "");
    line.append(link);
  }
  return line;
}

/**
 * @param {Matter} matter
 * @param {Reading | undefined} reading
 */
function dates(matter, reading) {
  const given = Object.entries(matter.dates);
  if (!given.length) return [element("p", said("no-date"), "nav-hint")];
  return given.map(([event, text]) => {
    const line = document.createElement("p");
    const mistake = reading?.mistakes[event];
    const read = reading?.says[event];
    line.append(element("span", askFor(event), "nav-hint"), " ", read ?? (mistake ? text : said("waiting", text)));
    if (mistake) line.append(" ", element("span", mistake, "nav-error"));
    return line;
  });
}

/** @param {Matter} matter */
function buttons(matter) {
  const line = document.createElement("p");
  line.className = "nav-matter-buttons";
  for (const name of ["change", "remove"]) {
    const button = element("button", said(name), "nav-button");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", said(`${name}-of`, matter.nickname));
    button.dataset.act = name;
    line.append(button, " ");
  }
  return line;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [kind]
 */
function element(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}
