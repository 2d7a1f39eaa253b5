/** One state for all windows that show a session on this device. Nothing of it leaves the device. */

/**
 * Share a state: each window may change it, and all are told. Whoever comes later asks for what holds by now.
 *
 * @template {object} State
 * @param {string} name
 * @param {State} initial
 * @param {(state: State) => void} changed is called for each change, from wherever it comes
 */
export function share(name, initial, changed) {
  let state = initial;
  const channel = new BroadcastChannel(name);
  const tell = () => channel.postMessage(state);
  channel.addEventListener("message", ({ data }) => {
    if (data === null) return tell();
    state = data;
    changed(state);
  });
  channel.postMessage(null);
  return {
    get state() {
      return state;
    },
    /** @param {Partial<State>} part */
    change(part) {
      state = { ...state, ...part };
      tell();
      changed(state);
    },
  };
}
