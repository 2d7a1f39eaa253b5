/**
 * What readers will see of the draft: the policy's page, the wizard's questions and answers, the ladder of stages,
 * and every message. The desk writes all of it; here it is shown, and links are followed within it.
 *
 * @import { Bench } from "../bench.mjs"
 * @typedef {{policy: string, service: string, reader: string, place: string}} Spot
 * @typedef {{spot: Spot | null, page: string | null, answers: Record<string, string>, show: string | null}} Look
 * @typedef {{id: string, name: string}} Choice
 */
import { all, around, find, get } from "../../shared/dom.mjs";
import { said } from "../../shared/said.mjs";
import { goToField, parse, refresh, typedIn } from "../../wizard/dom-patch.mjs";
import { askFresh, Fresh, Stale } from "../fresh.mjs";
import { made } from "../made.mjs";
import { idOf, policyOf } from "../policy-of.mjs";
import { offer } from "../seen/choices.mjs";
import { forPreview, target } from "../seen/links.mjs";
import { openTab } from "../tabs.mjs";

/** @param {Spot | null} [spot] @returns {Look} */
const begun = (spot = null) => ({ spot, page: null, answers: {}, show: null });

class Preview {
  #bench;
  #root;
  #view = "page";
  /** @type {Look} */
  #look = begun();
  /** @type {import("../../shared/types.d.ts").Typed} */
  #typed = {};
  /** @type {string | null} */
  #policy = null;
  /** The places of the policy, each with its phases. */
  /** @type {(Choice & {phases: Choice[]})[]} */
  #places = [];
  #turn = 0;
  /** What is shown: the same again changes only what differs. */
  #shown = "";

  /**
   * @param {Bench} bench
   * @param {HTMLElement} root
   */
  constructor(bench, root) {
    this.#bench = bench;
    this.#root = root;
    new Fresh(bench, root, () => this.#anew());
    get(root, ".js-seen-today", HTMLInputElement).value = bench.today;
    root.addEventListener("click", (event) => this.#press(event));
    root.addEventListener("submit", (event) => this.#giveDates(event));
    root.addEventListener("change", ({ target: changed }) => this.#choose(changed));
    bench.addEventListener("select", () => {
      const policy = policyOf(bench);
      if (policy) this.#turnTo(policy);
    });
    bench.addEventListener("look", (event) => {
      this.#lookAt(/** @type {CustomEvent} */ (event).detail).catch((error) => console.warn(error));
    });
  }

  get #today() {
    return get(this.#root, ".js-seen-today", HTMLInputElement).value || this.#bench.today;
  }

  /** @param {string} name */
  #list(name) {
    return get(this.#root, `.js-seen-${name}`, HTMLSelectElement);
  }

  /**
   * Show another policy from its beginning.
   *
   * @param {string} policy
   */
  #turnTo(policy) {
    if (policy === this.#policy) return;
    this.#policy = policy;
    this.#look = begun({ policy, service: "", reader: "", place: "" });
  }

  /** The draft is another: what can be chosen may be too. */
  async #anew() {
    const policies = this.#bench.library.policies.map((/** @type {any} */ each) => ({ id: idOf(each), name: each.name || each.id }));
    const policy = this.#policy ?? policyOf(this.#bench) ?? null;
    get(this.#root, ".js-seen-empty", HTMLElement).hidden = policy !== null;
    get(this.#root, ".js-seen", HTMLElement).hidden = policy === null;
    if (!policy) return;
    if (policy !== this.#policy) this.#turnTo(policy);
    offer(this.#list("policy"), policies.sort((/** @type {Choice} */ one, /** @type {Choice} */ other) => one.name.localeCompare(other.name)), policy);
    await this.#offerChoices();
    await this.#show(false);
  }

  /** Name the files beside the policy's own that what is shown may come from. */
  #nameFiles() {
    const { policies, routes, questions } = this.#bench.library;
    const policy = policies.find((/** @type {any} */ each) => idOf(each) === this.#policy);
    const route = routes.find((/** @type {Choice} */ { id }) => id === policy?.route);
    const files = [
      ...(route ? [{ file: route.file, says: said("seen-of-route", route.name) }] : []),
      ...(questions.length ? [{ file: questions[0].file, says: said("seen-of-all") }] : []),
    ];
    const buttons = files.map(({ file, says }) => made("button", { type: "button", class: "nav-bench-file", "data-opens": file }, says));
    get(this.#root, ".js-seen-files", HTMLElement).replaceChildren(...buttons.map((button) => made("li", {}, button)));
    get(this.#root, ".js-seen-beside", HTMLElement).hidden = !files.length;
  }

  async #offerChoices() {
    this.#nameFiles();
    const { readers, services, places } = await askFresh(this.#bench, "spots", { policy: this.#policy });
    const spot = this.#look.spot;
    this.#places = places;
    offer(this.#list("reader"), [{ id: "", name: said("seen-any-reader") }, ...readers], spot?.reader);
    offer(this.#list("service"), services, spot?.service);
    const start = { id: "@start", name: said("seen-from-start") };
    const asks = { id: "", name: said("seen-ask-place") };
    offer(this.#list("place"), [asks, ...places, start], spot ? spot.place : "@start");
    this.#offerPhases();
  }

  #offerPhases() {
    const place = this.#places.find(({ id }) => id === this.#look.spot?.place);
    const phases = [{ id: "", name: said("seen-as-dated") }, ...(place?.phases ?? [])];
    offer(this.#list("phase"), phases, this.#look.answers.phase ?? "");
    this.#list("phase").disabled = phases.length < 2;
  }

  /**
   * Show what is looked at, from the draft as it is now.
   *
   * @param {boolean} moved whether somebody has moved on: reading then begins at the top
   */
  async #show(moved) {
    const mine = ++this.#turn;
    const told = get(this.#root, ".js-seen-told", HTMLElement);
    try {
      const found = await this.#ask();
      if (mine !== this.#turn) return;
      if (found.answers) this.#look.answers = found.answers;
      this.#look.show = null;
      const nothing = !found.html;
      told.textContent = nothing && !found.current ? said("seen-not-yet") : (found.says ?? (nothing ? said("seen-gone-policy") : ""));
      get(this.#root, ".js-seen-older", HTMLElement).hidden = found.current || nothing;
      get(this.#root, ".nav-seen-make", HTMLElement).hidden = this.#view !== "answers" || found.kind !== "outcome";
      this.#offerPhases();
      this.#put(forPreview(found.html ?? ""), `${this.#view} ${found.slug ?? this.#policy}`, moved);
    } catch (error) {
      if (mine !== this.#turn) return;
      if (!(error instanceof Stale)) told.textContent = said("seen-failed", String(error));
      throw error;
    }
  }

  #ask() {
    const { spot, page, answers, show } = this.#look;
    const asked = { today: this.#today, spot, page, answers, typed: this.#typed, show };
    if (this.#view === "answers") return this.#bench.desk.ask("wizard", asked);
    if (this.#view === "messages") {
      const { reader, service } = { reader: this.#list("reader").value, service: this.#list("service").value };
      return askFresh(this.#bench, "messages", { ...asked, answers: {}, page: null, spot: { policy: this.#policy, reader, service } });
    }
    return this.#bench.desk.ask(this.#view, { policy: this.#policy });
  }

  /**
   * Put HTML in place: where it is the same page as before, only what differs.
   *
   * @param {string} html
   * @param {string} name which page it is
   * @param {boolean} moved
   */
  #put(html, name, moved) {
    const place = get(this.#root, ".js-seen-shown", HTMLElement);
    place.dataset.view = this.#view;
    const stays = name === this.#shown;
    if (stays && !moved) refresh(place, html);
    else place.replaceChildren(parse(html));
    this.#shown = name;
    if (!moved) return;
    const lead = stays ? find(place, ".js-lead", HTMLElement) : null;
    const begin = find(place, ".js-errors", HTMLElement) ?? lead ?? find(place, "h1", HTMLElement);
    if (!begin) return;
    begin.tabIndex = -1;
    begin.focus({ preventScroll: true });
    get(this.#root, ".js-seen-told", HTMLElement).scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} moved */
  #go(moved) {
    this.#show(moved).catch((error) => console.warn(error));
  }

  /** @param {string} view */
  #open(view) {
    this.#view = view;
    for (const button of all(this.#root, "[data-view]", HTMLButtonElement)) {
      button.ariaPressed = String(button.dataset.view === view);
    }
    get(this.#root, ".js-seen-who", HTMLElement).hidden = view === "page" || view === "ladder";
    get(this.#root, ".js-seen-where", HTMLElement).hidden = view !== "answers";
  }

  /** @param {EventTarget | null} changed */
  #choose(changed) {
    if (changed instanceof HTMLInputElement && changed.classList.contains("js-seen-today")) return this.#go(false);
    if (!(changed instanceof HTMLSelectElement) || !this.#policy) return;
    if (changed.classList.contains("js-seen-policy")) {
      this.#turnTo(changed.value);
      this.#offerChoices().then(() => this.#show(false)).catch((error) => console.warn(error));
      return;
    }
    const place = this.#list("place").value;
    if (changed.classList.contains("js-seen-phase")) {
      delete this.#look.answers.phase;
      if (changed.value) this.#look.answers.phase = changed.value;
    } else if (place === "@start") this.#look = begun();
    else this.#look = begun({ policy: this.#policy, reader: this.#list("reader").value, service: this.#list("service").value, place });
    this.#go(false);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const button = around(event.target, "button", HTMLButtonElement);
    const link = around(event.target, ".js-seen-shown a[href]", HTMLAnchorElement);
    if (button?.dataset.view) {
      this.#open(button.dataset.view);
      this.#go(false);
    } else if (button?.dataset.opens) this.#bench.select(button.dataset.opens);
    else if (button?.classList.contains("js-seen-make")) this.#make();
    else if (link) {
      event.preventDefault();
      this.#follow(link);
    }
  }

  /** @param {HTMLAnchorElement} link */
  #follow(link) {
    const { question, option = "", show: again, restart } = link.dataset;
    const { here, address, away } = target(link);
    if (link.closest(".js-errors")) goToField(link);
    else if (restart) this.#move(begun());
    else if (question) this.#answer(question, option);
    else if (again) this.#move({ ...this.#look, show: again });
    else if (here !== undefined) this.#goTo(here);
    else if (address?.startsWith("find/")) this.#move({ ...begun(), page: address.split("/")[1] });
    else if (/^policies\/[\w-]+\/(#.*)?$/.test(address ?? "")) this.#read(address?.split("/")[1] ?? "");
    else get(this.#root, ".js-seen-told", HTMLElement).textContent = said("seen-leads", address ?? away);
  }

  /**
   * @param {string} question
   * @param {string} option
   */
  async #answer(question, option) {
    const { spot, page, answers } = this.#look;
    const asked = { today: this.#today, spot, page, answers, typed: this.#typed, answer: { question, option } };
    try {
      const found = await this.#bench.desk.ask("wizard", asked);
      if (found.answers) this.#move({ ...this.#look, answers: found.answers });
      else this.#go(true);
    } catch (error) {
      console.warn(error);
    }
  }

  /** @param {Look} look */
  #move(look) {
    this.#look = look;
    this.#open("answers");
    this.#list("place").value = look.spot ? look.spot.place : "@start";
    this.#go(true);
  }

  /** @param {string} id */
  #goTo(id) {
    const part = find(this.#root, `#${CSS.escape(id)}`, HTMLElement);
    for (let fold = part?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    if (!part) return;
    part.tabIndex = -1;
    part.scrollIntoView();
    part.focus({ preventScroll: true });
  }

  /** @param {string} policy */
  #read(policy) {
    this.#turnTo(policy);
    this.#list("policy").value = policy;
    this.#open("page");
    this.#offerChoices().then(() => this.#show(true)).catch((error) => console.warn(error));
  }

  /** @param {SubmitEvent} event */
  #giveDates(event) {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    this.#typed = { ...this.#typed, ...typedIn(event.target) };
    this.#go(true);
  }

  /**
   * Show what a case sees.
   *
   * @param {{answers: Record<string, string>, typed: import("../../shared/types.d.ts").Typed, today: string, policy: string | null}} seen
   */
  async #lookAt({ answers, typed, today, policy }) {
    this.#policy = policy ?? this.#policy ?? this.#bench.library.policies[0]?.id ?? null;
    get(this.#root, ".js-seen-today", HTMLInputElement).value = today;
    this.#typed = typed;
    this.#look = { ...begun(), answers };
    this.#open("answers");
    openTab("tab-seen");
    get(document, "#tab-seen", HTMLElement).focus();
    await this.#anew();
  }

  /** Hand what is shown to whoever makes a case of it. */
  #make() {
    const { spot, page, answers } = this.#look;
    const detail = { today: this.#today, spot, page, answers, typed: this.#typed };
    this.#bench.dispatchEvent(new CustomEvent("make-case", { detail }));
  }
}

/**
 * @param {Bench} bench
 * @param {HTMLElement} root
 */
export function mount(bench, root) {
  new Preview(bench, root);
}
