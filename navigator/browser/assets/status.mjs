/** What the page tells of the engine, in the words that stand in it. */

const line = document.getElementById("navigator-status");
const words = document.getElementById("navigator-words").content;
const bar = document.createElement("progress");
const button = document.createElement("button");

bar.ariaHidden = "true";
button.id = "navigator-offer";
button.className = "nav-button";
button.textContent = word("offer");

/** Tell of a state; telling of it again says nothing. */
export function tell(state) {
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = word(state);
  if (state !== "loading") bar.remove();
}

/** Show how much of a download has come. This is for the eye: the words say it once. */
export function showProgress(bytes, size) {
  bar.max = size;
  bar.value = bytes;
  if (!bar.isConnected) line.after(bar);
}

/** Offer to download the engine, or take the offer back. */
export function offerDownload(wanted, accept) {
  button.onclick = () => {
    button.remove();
    accept();
  };
  if (!wanted) button.remove();
  else if (!button.isConnected) line.after(button);
}

function word(name) {
  return words.querySelector(`[data-word="${name}"]`).textContent;
}
