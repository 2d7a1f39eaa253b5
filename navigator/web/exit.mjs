/** Leaving a page in a hurry: the screen blanks, what was answered is dropped, and the browser goes elsewhere. */

const PATIENCE_MS = 5_000;
const says = document.getElementById("nav-exit-says");
const words = document.getElementById("nav-exit-words")?.content;
let presses = 0;
let alone = false;
let gone = false;
let timer;

const control = () => document.querySelector(".nav-exit [data-exit]");

function say(word) {
  says.textContent = words.querySelector(`[data-word="${word}"]`).textContent;
}

function leave({ href }) {
  gone = true;
  clearTimeout(timer);
  say("leaving");
  document.body.classList.add("nav-gone");
  document.getElementById("content").replaceChildren();
  document.title = "";
  dispatchEvent(new Event("navigator-exit"));
  location.replace(href);
}

function followExit(event) {
  const link = event.target.closest?.("[data-exit]");
  if (!link || event.button > 1) return;
  event.preventDefault();
  leave(link);
}

/** Count Shift only where it was pressed by itself, and not to write a capital letter. */
function press({ key, repeat }) {
  if (key !== "Shift") begin(0);
  else if (!repeat) alone = true;
}

function release({ key }) {
  const link = control();
  if (key !== "Shift" || !alone || !link || gone) return;
  begin(presses + 1);
  if (presses === 3) leave(link);
  else say(3 - presses);
}

function begin(count) {
  alone = false;
  if (presses && !count) says.textContent = "";
  presses = count;
  clearTimeout(timer);
  if (presses) timer = setTimeout(giveUp, PATIENCE_MS);
}

function giveUp() {
  begin(0);
  say("over");
}

if (words) {
  addEventListener("click", followExit, true);
  addEventListener("keydown", press, true);
  addEventListener("keyup", release, true);
  // Whoever comes back finds the page as it is without answers, and not a blank one.
  addEventListener("pageshow", ({ persisted }) => persisted && gone && location.reload());
}
