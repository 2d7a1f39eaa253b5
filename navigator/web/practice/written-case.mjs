/**
 * Cases that a link holds, put together from templates of the page. All of their words are put in as text: nothing in a
 * link is taken for markup.
 *
 * @import { WrittenCase } from "../shared/types.d.ts"
 */
import { all, find, get } from "../shared/dom.mjs";
import { CaseToAnswer } from "./case.mjs";
import { BadCase, packedIn, unpack } from "./written-link.mjs";

/**
 * Read the cases that an address holds, and tell of those that cannot be read.
 *
 * @param {HTMLElement} session
 * @param {string} hash
 * @returns {Promise<WrittenCase[]>}
 */
export async function writtenIn(session, hash) {
  const read = await Promise.allSettled(packedIn(hash).map(unpack));
  const bad = read.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  const kinds = bad.map((reason) => (reason instanceof BadCase ? reason.message : "damaged"));
  for (const line of all(session, "[data-bad]", HTMLElement)) line.hidden = !kinds.includes(line.dataset.bad ?? "");
  return read.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

/**
 * Show cases behind those of the site. They can be answered, and count neither in the score nor in the code.
 *
 * @param {HTMLElement} session
 * @param {WrittenCase[]} written
 * @returns {HTMLElement[]}
 */
export function showWritten(session, written) {
  const articles = written.map((held, index) => article(session, held, `own-${index + 1}`));
  get(session, ".js-own-cases", HTMLElement).replaceChildren(...articles);
  const cases = articles.map((each) => new CaseToAnswer(each));
  const begin = () => {
    for (const each of cases) each.begin(each.questions.map(() => 0), () => {});
  };
  get(session, ".js-anew", HTMLElement).onclick = begin;
  begin();
  return articles;
}

/**
 * @param {HTMLElement} session
 * @param {WrittenCase} held
 * @param {string} id
 */
function article(session, held, id) {
  const made = copyOf(session, "case");
  const heading = get(made, "h2", HTMLElement);
  heading.id = id;
  heading.textContent = held.title;
  made.setAttribute("aria-labelledby", id);
  get(made, ".js-story", HTMLElement).prepend(...paragraphs(held.story));
  get(made, ".js-today", HTMLElement).textContent = held.today;
  get(made, ".js-known", HTMLElement).replaceChildren(...held.known.map((pair) => item(pair.join(": "))));
  const asks = held.asks.map(([name, about, choices], index) => {
    const ask = copyOf(session, `ask-${name}`);
    ask.dataset.quiz = name;
    get(ask, ".js-number", HTMLElement).textContent = String(index + 1);
    get(ask, ".js-about", HTMLElement).textContent = about;
    get(ask, ".js-about", HTMLElement).hidden = !about;
    get(ask, "ul", HTMLElement).append(
      ...choices.map(([label, right, why], number) => {
        const line = document.createElement("li");
        line.append(choice(session, label, right, why, `${id}-${name}-${number}`));
        return line;
      }),
    );
    return ask;
  });
  get(made, ".js-asks", HTMLElement).append(...asks);
  ["route", "policy", "stage"].forEach((name, index) => {
    get(made, `.js-is-${name}`, HTMLElement).textContent = String(held.answer[index]);
  });
  get(made, ".js-dates", HTMLElement).replaceChildren(...held.answer[3].map(item));
  get(made, ".js-worked", HTMLElement).replaceChildren(...paragraphs(held.worked));
  for (const result of all(made, "[data-result]", HTMLElement)) {
    const line = result.closest("li");
    if (line) line.hidden = !held.asks.some(([name]) => name === result.dataset.result);
  }
  return made;
}

/**
 * @param {HTMLElement} session
 * @param {string} label
 * @param {boolean} right
 * @param {string} why
 * @param {string} id
 */
function choice(session, label, right, why, id) {
  const made = copyOf(session, right ? "right" : "wrong");
  const feedback = get(made, ".js-feedback", HTMLElement);
  get(made, "summary", HTMLElement).textContent = label;
  feedback.id = id;
  feedback.append(...paragraphs(why));
  return made;
}

/**
 * @param {HTMLElement} session
 * @param {string} name
 */
function copyOf(session, name) {
  const { content } = get(session, `template[data-own="${name}"]`, HTMLTemplateElement);
  const made = find(content, "*", HTMLElement)?.cloneNode(true);
  if (!(made instanceof HTMLElement)) throw new Error(`no template ${name}`);
  return made;
}

/** @param {string} text */
function paragraphs(text) {
  return text.split("\n").flatMap((line) => {
    const made = document.createElement("p");
    made.textContent = line;
    return line ? [made] : [];
  });
}

/** @param {string} text */
function item(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}
