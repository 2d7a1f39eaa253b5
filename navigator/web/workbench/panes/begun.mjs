/**
 * How a policy is begun: the desk asks one question after another, and at the end its files are put into the draft.
 *
 * What was answered is in this page's memory only, until it is saved as a file.
 */
import { get, find } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { saveFile } from "../../shared/save-file.mjs";
import { textOf } from "../begun/pasted.mjs";
import { answered, beginning, fieldsOf, fill } from "../begun/question.mjs";
import { made } from "../made.mjs";

/** @type {import("../bench.mjs").Pane} */
export function mount(bench, root) {
  const told = get(root, ".js-begun-told", HTMLElement);
  const form = get(root, ".js-begin", HTMLFormElement);
  const text = get(form, "#begun-text", HTMLTextAreaElement);
  const place = get(root, ".js-begun-asked", HTMLElement);
  /** What the desk said last, and what was answered to it. */
  /** @type {any} */
  let shown = null;
  let turn = 0;

  /**
   * @param {object} asked
   * @param {string | null} [typed] what the reader gave, to be shown again where it cannot be taken
   */
  async function ask(asked, typed = null) {
    if (bench.state !== "ready") {
      told.textContent = said("begun-not-ready");
      return;
    }
    const mine = ++turn;
    try {
      const { answers = {}, pending = [] } = shown ?? {};
      const found = await bench.desk.ask("begin", { answers, pending, text: text.value, ...asked });
      if (mine !== turn) return;
      show(found, typed);
    } catch (error) {
      told.textContent = String(error);
    }
  }

  /**
   * @param {any} found
   * @param {string | null} typed
   */
  function show(found, typed) {
    told.textContent = [...(found.told ?? []), ...(found.warned ?? [])].join(" ");
    told.classList.toggle("nav-begun-warned", !!found.warned?.length);
    if (found.unsound || found.stopped) {
      told.textContent = found.stopped ?? said("begun-unsound");
      return;
    }
    shown = found;
    form.hidden = true;
    place.hidden = false;
    if (found.question) question(found, found.refused === null ? null : typed);
    else written(found);
    place.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {any} found
   * @param {string | null} typed
   */
  function question(found, typed) {
    const fields = fieldsOf(found.question, found.refused);
    const { without, several } = found.question;
    const send = (/** @type {string} */ given) => ask({ typed: given }, given);
    const asked = made(
      "form",
      { class: "nav-begun-question", autocomplete: "off" },
      made("h3", {}, found.heading || said("begun-first-part")),
      fields,
      made(
        "p",
        { class: "nav-begun-ways" },
        made("button", { class: "nav-button" }, said("begun-next")),
        without && !several && button(without[0].toUpperCase() + without.slice(1), () => send("")),
        !found.first && button(said("begun-back"), () => ask({ back: true })),
      ),
    );
    asked.addEventListener("submit", (event) => {
      event.preventDefault();
      send(answered(fields));
    });
    place.replaceChildren(made("div", { class: "nav-begun-sides" }, asked, linesOf(found), howFar(found)), ends());
    fill(fields, found.question, typed);
    beginning(fields)?.focus();
  }

  /**
   * How far it has got, and the document to look into.
   *
   * @param {any} found
   */
  function howFar(found) {
    const steps = found.parts.map((/** @type {string} */ part) =>
      made("li", { "aria-current": part === found.heading && "step" }, part || said("begun-first-part")),
    );
    return made(
      "aside",
      { "aria-label": said("begun-beside") },
      made("h4", {}, said("begun-parts")),
      made("ol", {}, ...steps),
      made("p", { class: "nav-hint" }, said("begun-answered", found.answered)),
      text.value && made(
        "details", {}, made("summary", {}, said("begun-whole-text")),
        made("div", { class: "nav-begun-text", tabindex: "0", role: "group", "aria-label": said("begun-whole-text") }, text.value),
      ),
    );
  }

  function ends() {
    return made(
      "p",
      { class: "nav-begun-ways" },
      button(said("begun-save"), saveAnswers),
      button(said("begun-stop"), over),
    );
  }

  async function saveAnswers() {
    const { name, file } = await bench.desk.ask("answers", { answers: shown.answers });
    saveFile(file, "application/yaml", name);
    told.textContent = said("begun-saved", name);
  }

  /** Put the questions away. */
  function over() {
    shown = null;
    turn += 1;
    form.reset();
    form.hidden = false;
    place.hidden = true;
    place.replaceChildren();
    told.textContent = "";
    text.focus();
  }

  /**
   * The end: the files are in the draft, and what of the document is not in them is told.
   *
   * @param {any} found
   */
  function written(found) {
    for (const [path, held] of Object.entries(found.files)) bench.draft.put(path, held, "begun");
    const heading = made("h3", { tabindex: "-1" }, said("begun-written"));
    const left = found.left_out.map((/** @type {{says: string, why: string}} */ { says, why }) =>
      made("li", {}, made("blockquote", {}, says), made("span", { class: "nav-hint" }, said("begun-why", why))),
    );
    place.replaceChildren(made(
      "div",
      {},
      heading,
      made("ul", {}, ...Object.keys(found.files).map((path) => made("li", {}, button(path, () => bench.select(path), "nav-begun-file")))),
      made("p", {}, said("begun-look")),
      found.lines > 0 && made("h4", {}, said(left.length ? "begun-left-out" : "begun-all-carried", left.length)),
      left.length > 0 && made("ul", { class: "nav-begun-left" }, ...left),
      made(
        "p",
        { class: "nav-begun-ways" },
        button(said("begun-open"), () => bench.select(found.policy), "nav-button"),
        left.length > 0 && button(said("begun-save-list"), () => saveFile(found.left_out_file.text, "text/markdown", found.left_out_file.name)),
        button(said("begun-save"), saveAnswers),
        button(said("begun-again"), over),
      ),
    ));
    heading.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (text.value.trim()) ask({});
    else {
      told.textContent = said("begun-need-text");
      text.focus();
    }
  });
  get(form, ".js-begin-without", HTMLButtonElement).addEventListener("click", () => {
    text.value = "";
    ask({});
  });
  find(form, "#begun-resume", HTMLInputElement)?.addEventListener("change", async ({ target }) => {
    const [file] = (target instanceof HTMLInputElement && target.files) || [];
    if (file) ask({ file: await file.text() });
  });
  text.addEventListener("paste", (event) => {
    const found = textOf(event.clipboardData?.getData("text/html") ?? "");
    if (!found) return;
    event.preventDefault();
    text.setRangeText(found, text.selectionStart, text.selectionEnd, "end");
  });
  const unsaved = () => shown?.question && Object.keys(shown.answers).length > 0;
  addEventListener("beforeunload", (event) => unsaved() && event.preventDefault());
  addEventListener("navigator-exit", () => {
    text.value = "";
    over();
  });
}

/**
 * A button that does something.
 *
 * @param {string} label
 * @param {() => void} act
 * @param {string} [looks]
 */
function button(label, act, looks = "nav-button nav-quiet-button") {
  const pressed = made("button", { type: "button", class: looks }, label);
  pressed.addEventListener("click", act);
  return pressed;
}

/**
 * The lines of the document that were put at this place.
 *
 * @param {{lines: string[]}} found
 */
function linesOf({ lines }) {
  if (!lines.length) return null;
  const quoted = lines.map((line) => made("blockquote", {}, line));
  return made("div", { class: "nav-begun-lines" }, made("h4", {}, said("begun-lines")), ...quoted);
}
