/** What the page tells of the engine, in the words that stand in it. */

const line = document.getElementById("navigator-status");
const words = document.getElementById("navigator-words").content;
const bar = document.createElement("progress");
const button = document.createElement("button");
const linkNote = document.createElement("p");

bar.ariaHidden = "true";
linkNote.id = "navigator-link";
button.id = "navigator-offer";
button.className = "nav-button";
button.textContent = word("offer");

/** Tell of a state, and of what is wanting where there are words for it; telling of it again says nothing. */
export function tell(state, wanting) {
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = has(`${state}-${wanting}`) ? word(`${state}-${wanting}`) : word(state);
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

/** Tell what has become of the dates in a link; without a word there is nothing to tell any more. */
export function tellOfLink(name) {
  linkNote.textContent = name ? word(name) : "";
  if (!name) linkNote.remove();
  else if (!linkNote.isConnected) line.after(linkNote);
}

/** Put below the page what copies its address, and leave the rest to `answer`. */
export function offerAddress(page, answer) {
  const share = words.getElementById("navigator-share");
  share.addEventListener("click", answer);
  page.after(share);
}

/** Show a note below the status, or take it away. */
export function note(name, wanted) {
  const shown = document.getElementById(`navigator-${name}`);
  if (!wanted) shown?.remove();
  if (!wanted || shown) return;
  const told = document.createElement("p");
  told.id = `navigator-${name}`;
  told.role = "alert";
  told.textContent = word(name);
  line.after(told);
}

function has(name) {
  return Boolean(words.querySelector(`[data-word="${name}"]`));
}

/** Return one of the sentences that stand in the page for scripts to show. */
export function word(name) {
  return words.querySelector(`[data-word="${name}"]`).textContent;
}
