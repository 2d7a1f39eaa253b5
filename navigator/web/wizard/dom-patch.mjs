/** The page as the wizard changes it: its contents, its focus, and what stands in its fields. */
import { all, find } from "../shared/dom.mjs";

const PATIENCE_MS = 15_000;

/**
 * Put new contents in place, and begin reading them at the heading or at what leads, or at the errors where there
 * are any.
 *
 * @param {HTMLElement} page
 * @param {DocumentFragment} contents
 * @param {boolean} leads whether what leads has changed on the page that was shown before
 */
export function show(page, contents, leads) {
  page.replaceChildren(contents);
  dispatchEvent(new Event("navigator-shown"));
  scrollTo(0, 0);
  const begin = find(page, leads ? ".js-lead" : "h1", HTMLElement);
  (find(page, ".js-errors", HTMLElement) ?? begin)?.focus({ preventScroll: true });
}

/**
 * Show one of the phases of a page in the place of the present one, and begin reading at what leads it.
 *
 * @param {HTMLElement} page
 * @param {string} id
 */
export function turnTo(page, id) {
  for (const phase of all(page, ".js-phases > section:has(> .js-lead)", HTMLElement)) {
    if (phase.id === id) phase.removeAttribute("hidden");
    else phase.setAttribute("hidden", "until-found");
  }
  const lead = find(page, ".js-phases > section:not([hidden]) > .js-lead", HTMLElement);
  lead?.scrollIntoView({ block: "nearest" });
  lead?.focus({ preventScroll: true });
}

/**
 * Change only what differs, so that focus, place and open parts stay as they are.
 *
 * @param {HTMLElement} page
 * @param {string} html
 */
export function refresh(page, html) {
  merge(page, parse(html));
}

/** A page did not come, or not to its end: this device is offline, or as good as that. */
export class Away extends Error {}

/**
 * Take the contents of a page of the site, as fetched. What a cache holds in its place, such as a portal's page,
 * is asked for again past every cache.
 *
 * Throws Away, and Error where it is no page of the wizard, or one of another release than the page shown.
 *
 * @param {string} address
 * @param {string} id
 */
export async function fetchPage(address, id) {
  const found = (await fetchWith(address, id, "default")) ?? (await fetchWith(address, id, "reload"));
  const page = found?.getElementById(id);
  if (!found || !page) throw new Error("no page");
  if (releaseOf(found) !== releaseOf(document)) throw new Error("another release");
  return { slug: page.dataset.slug ?? "", html: page.innerHTML, title: found.title };
}

/**
 * Return what comes, or nothing where it has no element of that id.
 *
 * @param {string} address
 * @param {string} id
 * @param {RequestCache} cache
 */
async function fetchWith(address, id, cache) {
  let text;
  try {
    const response = await fetch(address, { cache, signal: AbortSignal.timeout(PATIENCE_MS) });
    text = response.ok ? await response.text() : "";
  } catch (error) {
    throw new Away(String(error));
  }
  const found = new DOMParser().parseFromString(text, "text/html");
  return found.getElementById(id) ? found : null;
}

/** @param {Document} page */
function releaseOf(page) {
  return find(page, 'meta[name="navigator-release"]', HTMLMetaElement)?.content;
}

/**
 * Read the date fields: `{event: {part: text}}`.
 *
 * @param {HTMLFormElement} form
 */
export function typedIn(form) {
  /** @type {import("../shared/types.d.ts").Typed} */
  const typed = {};
  for (const [name, value] of new FormData(form)) {
    const [event, part] = name.split(".");
    (typed[event] ??= {})[part] = String(value);
  }
  return typed;
}

/**
 * Put back what was being typed.
 *
 * @param {HTMLElement} page
 * @param {Map<string, string>} drafts
 */
export function restore(page, drafts) {
  for (const input of all(page, "input[name]", HTMLInputElement)) {
    const draft = drafts.get(input.name);
    if (draft !== undefined) input.value = draft;
  }
}

/**
 * Move to the field that an error is about, with its label in view. The address stays as it is.
 *
 * @param {HTMLAnchorElement} link
 */
export function goToField(link) {
  const field = document.getElementById(link.hash.slice(1));
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  (field?.closest("fieldset") ?? field)?.scrollIntoView();
  field?.focus({ preventScroll: true });
}

/**
 * Return HTML as nodes that can be put in place.
 *
 * @param {string} html
 */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/**
 * Make the children of `old` like those of `fresh`, keeping every node that has a counterpart.
 *
 * @param {Node} old
 * @param {Node} fresh
 */
function merge(old, fresh) {
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const kept = counterpart(at, wanted);
    if (!kept) {
      old.insertBefore(wanted, at);
      continue;
    }
    while (at && at !== kept) at = remove(at);
    at = kept.nextSibling;
    if (kept.isEqualNode(wanted)) continue;
    if (kept instanceof Element && wanted instanceof Element) {
      copyAttributes(kept, wanted);
      merge(kept, wanted);
    } else kept.nodeValue = wanted.nodeValue;
  }
  while (at) at = remove(at);
}

/** @param {ChildNode} node */
function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/**
 * @param {ChildNode | null} from
 * @param {ChildNode} wanted
 */
function counterpart(from, wanted) {
  for (let node = from; node; node = node.nextSibling) if (key(node) === key(wanted)) return node;
  return null;
}

/** @param {ChildNode} node */
function key(node) {
  /** @param {string} name */
  const says = (name) => (node instanceof Element ? node.getAttribute(name) : null) ?? "";
  return [node.nodeName, ...["id", "class", "name", "href", "aria-labelledby", "for"].map(says)].join("|");
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function copyAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
