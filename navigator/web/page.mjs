/** The page as the wizard changes it: its contents, its focus, and what stands in its fields. */

/** Put new contents in place, and begin reading them at the heading, or at the errors where there are any. */
export function show(page, contents) {
  page.replaceChildren(contents);
  scrollTo(0, 0);
  page.querySelector(".nav-errors, h1")?.focus({ preventScroll: true });
}

/** Change only what differs, so that focus, place and open parts stay as they are. */
export function refresh(page, html) {
  merge(page, parse(html));
}

const STALLED_MS = 20_000;

/** A page did not come: this device is offline, or as good as that. */
export class Away extends Error {}

/**
 * Take the contents of a page of the site, as fetched.
 *
 * Throws Away, and Error where it is no page of the wizard, or one of another release than the page shown.
 */
export async function fetchPage(address, id) {
  const response = await fetch(address, { signal: AbortSignal.timeout(STALLED_MS) }).catch((error) => {
    throw new Away(error.message);
  });
  if (!response.ok) throw new Error(`${response.status}`);
  const found = new DOMParser().parseFromString(await response.text(), "text/html");
  const page = found.getElementById(id);
  if (!page) throw new Error("no page");
  if (releaseOf(found) !== releaseOf(document)) throw new Error("another release");
  return { slug: page.dataset.slug, html: page.innerHTML, title: found.title };
}

function releaseOf(page) {
  return page.querySelector('meta[name="navigator-release"]')?.content;
}

/** Read the date fields: `{event: {part: text}}`. */
export function typedIn(form) {
  const typed = {};
  for (const [name, value] of new FormData(form)) {
    const [event, part] = name.split(".");
    (typed[event] ??= {})[part] = value;
  }
  return typed;
}

/** Put back what was being typed. */
export function restore(page, drafts) {
  for (const input of page.querySelectorAll("input[name]")) {
    if (drafts.has(input.name)) input.value = drafts.get(input.name);
  }
}

/** Move to the field that an error is about, with its label in view. The address stays as it is. */
export function goToField(link) {
  const field = document.getElementById(link.hash.slice(1));
  (field?.closest("fieldset") ?? field)?.scrollIntoView();
  field?.focus({ preventScroll: true });
}

/** Return HTML as nodes that can be put in place. */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Make the children of `old` like those of `fresh`, keeping every node that has a counterpart. */
function merge(old, fresh) {
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const kept = counterpart(at, wanted);
    if (!kept) {
      old.insertBefore(wanted, at);
      continue;
    }
    while (at !== kept) at = remove(at);
    at = kept.nextSibling;
    if (kept.isEqualNode(wanted)) continue;
    if (kept.nodeType === Node.TEXT_NODE) kept.data = wanted.data;
    else {
      copyAttributes(kept, wanted);
      merge(kept, wanted);
    }
  }
  while (at) at = remove(at);
}

function remove(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function counterpart(from, wanted) {
  for (let node = from; node; node = node.nextSibling) if (key(node) === key(wanted)) return node;
  return null;
}

function key(node) {
  const says = (name) => node.getAttribute?.(name) ?? "";
  return [node.nodeName, ...["id", "class", "name", "href", "aria-labelledby", "for"].map(says)].join("|");
}

function copyAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
