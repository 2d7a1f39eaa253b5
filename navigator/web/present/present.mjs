/** A session in a room: one thing at a time on the screen, and the trainer's notes in a window of their own. */
import { all, find, get } from "../shared/dom.mjs";
import { fetchCases, findCases, tellOfCases } from "../practice/fetch-cases.mjs";
import { isSession, sessionId } from "../practice/session-link.mjs";
import { startClock } from "./clock.mjs";
import { showMoves, startFullScreen, startList, startMoving } from "./controls.mjs";
import { showCounts } from "./counters.mjs";
import { writeFixed } from "./join.mjs";
import { keepHands, keptHands } from "./kept-hands.mjs";
import { readCase } from "./lesson.mjs";
import { isNotes, openNotes, showNotes } from "./notes.mjs";
import { keepPlace, keptPlace } from "./place.mjs";
import { nameOf, saysOf } from "./says.mjs";
import { refit, showScene } from "./scene.mjs";
import { beginningOf, placeAmong, stepsOf } from "./steps.mjs";
import { set } from "./timer.mjs";
import { share } from "./together.mjs";

const MINUTES = 2;

/**
 * What all windows of a session agree on: where it stands, which choice is explained, whether hands are counted, the
 * hands for each question, and the timer.
 *
 * @typedef {{at: number, looked: number | null, counting: boolean, hands: Record<string, number[]>,
 *   timer: import("./timer.mjs").Timer}} State
 */

/**
 * Fetch the cases that the link names and begin, or say why that is not possible.
 *
 * @param {HTMLElement} root
 */
export async function startPresentation(root) {
  for (const plain of all(document, ".js-without", HTMLElement)) plain.hidden = true;
  keepAddress();
  const found = findCases(location.hash);
  const { cases, failed } = await fetchCases(found.held);
  tellOfCases(document, found, failed);
  get(document, ".js-choose", HTMLElement).hidden = cases.length > 0;
  if (cases.length) present(root, cases.map(readCase), found);
}

/** Another link begins anew; a link within the page, such as the one to its content, changes nothing. */
function keepAddress() {
  const kept = location.hash;
  addEventListener("hashchange", () => {
    if (isSession(location.hash)) location.reload();
    else history.replaceState(history.state, "", kept || location.pathname);
  });
}

/**
 * @param {HTMLElement} root
 * @param {import("./lesson.mjs").Case[]} cases
 * @param {import("../practice/fetch-cases.mjs").FoundCases} found
 */
function present(root, cases, found) {
  const says = saysOf(root);
  const stage = get(root, ".js-stage", HTMLElement);
  const told = get(root, ".js-told", HTMLElement);
  const counting = get(root, ".js-counting", HTMLElement);
  const view = get(root, isNotes() ? ".js-notes" : ".js-scene", HTMLElement);
  const show = isNotes() ? showNotes : showScene;
  const steps = stepsOf(cases.map(({ questions }) => questions.length));
  const id = sessionId(found.held);
  /** @type {Partial<State>} */
  let drawn = {};

  const session = share(
    `navigator session ${id}`,
    /** @type {State} */ ({
      at: placeAmong(steps, keptPlace()),
      looked: null,
      counting: false,
      hands: keptHands(id),
      timer: set(MINUTES),
    }),
    draw,
  );
  /** @param {number} place */
  const go = (place) => {
    const at = placeAmong(steps, place);
    if (at !== session.state.at) session.change({ at, looked: null });
  };
  const question = () => `${steps[session.state.at].case}.${steps[session.state.at].question}`;
  const counts = () => session.state.hands[question()] ?? [];
  const acts = {
    counts,
    /** @param {number[]} hands */
    count: (hands) => session.change({ hands: { ...session.state.hands, [question()]: hands } }),
    /** @param {number} looked */
    look: (looked) => session.change({ looked }),
  };
  const showClock = startClock(root, says, {
    timer: () => session.state.timer,
    change: (timer) => session.change({ timer }),
    tell: (said) => (told.textContent = said),
  });

  /** @param {State} state */
  function draw(state) {
    const before = drawn;
    drawn = state;
    // What is the same as before stays, and keeps the focus.
    if (before.at !== state.at || before.looked !== state.looked || before.counting !== state.counting) {
      const focused = view.contains(document.activeElement);
      show(view, says, cases, steps, { ...state, ...acts });
      if (focused) (find(view, "[aria-pressed=true]", HTMLElement) ?? stage).focus();
    }
    if (before.at !== state.at) {
      keepPlace(state.at);
      showMoves(root, says, steps, state.at);
      told.textContent = nameOf(says, cases, steps[state.at]);
    }
    counting.setAttribute("aria-pressed", String(state.counting));
    get(root, ".js-clear", HTMLElement).hidden = !Object.keys(state.hands).length;
    showCounts(view, counts());
    keepHands(id, state.hands);
    showClock();
  }

  root.hidden = false;
  view.hidden = false;
  root.dataset.window = isNotes() ? "notes" : "screen";
  writeFixed(root, says, found, cases.length);
  startMoving(stage, (by) => go(session.state.at + by));
  const names = cases.map(({ title }, number) => says("listed", { number: number + 1, title }));
  startList(root, [says("join"), ...names], (place) => go(place ? beginningOf(steps, place - 1) : 0));
  startFullScreen(stage, says);
  counting.addEventListener("click", () => session.change({ counting: !session.state.counting }));
  get(root, ".js-clear", HTMLElement).addEventListener("click", () => session.change({ hands: {} }));
  get(root, ".js-open-notes", HTMLElement).addEventListener("click", openNotes);
  if (!isNotes()) new ResizeObserver(() => refit(view)).observe(stage);
  draw(session.state);
  stage.scrollIntoView();
  stage.focus({ preventScroll: true });
}
