/** Where a presentation stands, kept with its entry in the browser's history, so that a reload and Back find it. */

export function keptPlace() {
  return history.state?.presented;
}

/** @param {number} place */
export function keepPlace(place) {
  history.replaceState({ ...history.state, presented: place }, "");
}
