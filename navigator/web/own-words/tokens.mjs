/**
 * Texts as stems, sentence by sentence and clause by clause: `navigator/own_words/tokens.py` does the same, rule for
 * rule, and says what each rule is for.
 */

const KIND = "~";
const UNDER_AGE = "#child";
const NUMBER = "#";
const LONGEST = 4;
const DENIALS = ["no", "nobody", "noone", "not", "never", "without", "isnt", "wasnt", "arent", "werent"];
const DENIED = 3;

const APOSTROPHES = /['\u2018\u2019\u02bc`\u00b4]/g;
const MARKS = /[\u0300-\u036f]/g;
const TOKEN = /[a-z]+|[0-9]+/g;
const SENTENCE_ENDS = /[.!?\n\u2026]+/;
const CLAUSE_ENDS = /[.!?\n\u2026;:,()\u2013\u2014]+| - | but | and | because | cos /;
const BLANKS = /[ \t\r\n\u00a0]+/g;
const VOWEL = /[aeiouy]/;
const HISSING = /(s|x|z|ch|sh)es$/;
const DOUBLED = /([bdgklmnprtvz])\1$/;
const IRREGULAR = new Map(
  (
    "beat beaten; bit bitten; break broke broken; bring brought; buy bought; catch caught; child " +
    "children; choos chose chosen; com came coming; cry cried; di died dying; do did done does " +
    "doing; drink drank drunk; fall fell fallen; feel felt; find found; get got; giv gave given; go " +
    "went gone going goes; hav had has; hold held; hurt hurting; keep kept; kid kids; know knew " +
    "known; lead led; leav left; los lost; mak made; man men; mean meant; meet met; pay paid payed; " +
    "ring rang rung; run ran; say said says; see saw seen; send sent; sleep slept; speak spoke " +
    "spoken; steal stole stolen; tak took taken; teach taught; tell told; think thought; throw threw " +
    "thrown; try tried; wak woke; wif wives; woman women; writ wrote written "
  )
    .split(";")
    .map((group) => group.trim().split(" "))
    .flatMap(([same, ...forms]) => forms.map((form) => [form, same])),
);

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(MARKS, "").replace(APOSTROPHES, "");
}

/** @param {string} text */
export function sentences(text) {
  return parts(SENTENCE_ENDS, text);
}

/** @param {string} text */
export function clauses(text) {
  return parts(CLAUSE_ENDS, text).filter((part) => stems(part).length > 1);
}

/**
 * @param {RegExp} ends
 * @param {string} text
 */
function parts(ends, text) {
  const found = text.split(ends).map((part) => part.replace(BLANKS, " ").replace(/^ +| +$/g, ""));
  return found.filter((part) => stems(part).length > 0);
}

/** @param {string} text */
export function stems(text) {
  return (plain(text).match(TOKEN) ?? []).map((each) => (each < "a" ? number(each) : stem(each)));
}

/** @param {string} digits */
function number(digits) {
  const age = Number(digits);
  return digits.length < 3 && age >= 4 && age < 18 ? UNDER_AGE : NUMBER;
}

/** @param {string} word */
export function stem(word) {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.length < 4) return word;
  let held = word;
  if (held.endsWith("ies")) held = `${held.slice(0, -3)}y`;
  else if (HISSING.test(held)) held = held.slice(0, -2);
  else if (/[^sui]s$/.test(held)) held = held.slice(0, -1);
  for (const ending of ["ing", "ed", "ly"]) {
    const kept = held.slice(0, -ending.length);
    if (held.endsWith(ending) && kept.length > 2 && VOWEL.test(kept)) {
      held = kept.replace(DOUBLED, "$1");
      break;
    }
  }
  return held.length > 3 && held.endsWith("e") ? held.slice(0, -1) : held;
}

/**
 * @param {string[]} held
 * @param {Map<string, string>} terms
 */
export function withTerms(held, terms) {
  /** @type {string[]} */
  const told = [];
  for (let at = 0; at < held.length; ) {
    let length = Math.min(LONGEST, held.length - at);
    while (length > 0 && !terms.has(held.slice(at, at + length).join(" "))) length -= 1;
    told.push(terms.get(held.slice(at, at + length).join(" ")) ?? held[at]);
    at += Math.max(length, 1);
  }
  return told;
}

/** @param {string[]} held */
function withDenials(held) {
  let left = 0;
  return held.map((each) => {
    const marked = left ? `!${each}` : each;
    left = DENIALS.includes(each) ? DENIED : Math.max(left - 1, 0);
    return marked;
  });
}

/**
 * @param {string[]} held
 * @param {Map<string, string>} terms
 */
export function features(held, terms) {
  const marked = withDenials(held);
  const told = withTerms(marked, terms);
  const pairs = told.slice(1).map((second, at) => `${told[at]} ${second}`);
  return new Set([...marked, ...told, ...pairs]);
}

/**
 * @param {string[]} held
 * @param {Map<string, string>} alike
 */
export function kinds(held, alike) {
  const found = withTerms(withDenials(held), alike).filter((each) => each.startsWith(KIND));
  const told = [...new Set(found)].sort();
  const pairs = told.flatMap((first, at) => told.slice(at + 1).map((second) => `${first} ${second}`));
  return [...told, ...pairs];
}
