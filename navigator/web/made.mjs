/** A session that a link names: its cases are fetched from their own pages and put below each other. */

const STALLED_MS = 20_000;

const BEGINNING = "#cases=";

/** Read a link: `#cases=one-case.3f9a1c,another.88b0e2`; a case that is named twice counts once. */
export function readLink(hash) {
  let text = hash.startsWith(BEGINNING) ? hash.slice(BEGINNING.length) : "";
  try {
    text = decodeURIComponent(text);
  } catch {
    // A stray percent sign: the names are then looked for as they stand.
  }
  const found = new Map();
  for (const part of text.split(",")) {
    const [name, mark = ""] = part.trim().split(".");
    if (name) found.set(name, mark);
  }
  return found;
}

export function startMade(session, prepare) {
  if (!session) return;
  let latest = 0;
  let kept = location.hash;
  const load = () => {
    if (latest && !location.hash.startsWith(BEGINNING)) {
      // A link within the page, such as the one that skips to the content: the session stays as it is.
      history.replaceState(null, "", kept || location.pathname);
      return;
    }
    kept = location.hash;
    fill(session, prepare, ++latest, () => latest);
  };
  addEventListener("hashchange", load);
  load();
}

async function fill(session, prepare, turn, current) {
  const held = new Map();
  for (const link of document.querySelectorAll("a[data-case]")) held.set(link.dataset.case, link);
  const wanted = readLink(location.hash);
  const names = { none: wanted.size ? null : [], unknown: [], changed: [], failed: [] };
  const links = [];
  for (const [name, mark] of wanted) {
    const link = held.get(name);
    if (!link) names.unknown.push(name);
    else {
      links.push(link);
      if (mark && mark !== link.dataset.mark) names.changed.push(link.textContent);
    }
  }
  const pages = await Promise.allSettled(links.map((link) => fetchCase(link.href)));
  if (turn !== current()) return;
  const cases = [];
  pages.forEach(({ status, value }, index) => {
    if (status === "fulfilled") cases.push(value);
    else names.failed.push(links[index].textContent);
  });
  session.querySelector(".nav-fetched").replaceChildren(...cases);
  cases.forEach(prepare);
  agenda(session, cases);
  for (const message of session.querySelectorAll("[data-message]")) tell(message, names[message.dataset.message]);
}

/** Take a case from its own page. Throws where there is none. */
async function fetchCase(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(STALLED_MS) });
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = page.querySelector(".nav-case");
  if (!found) throw new Error("no case");
  return document.adoptNode(found);
}

/** Put names into a message and show it; without any, hide it. */
function tell(message, names) {
  message.hidden = !names || (message.dataset.message !== "none" && !names.length);
  const place = message.querySelector(".nav-names");
  if (place && names) place.textContent = names.join(", ");
}

/** List the cases. A link within the page would change the address, and with it the session. */
function agenda(session, cases) {
  const list = session.querySelector(".nav-agenda");
  const items = cases.map((each) => {
    const heading = each.querySelector("h2");
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = heading.textContent;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  list.replaceChildren(...items);
  for (const each of [list, session.querySelector("#cases")]) each.hidden = !cases.length;
}
