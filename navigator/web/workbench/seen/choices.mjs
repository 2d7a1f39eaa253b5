/** Lists to choose from: who reads, where it has got to, what has happened. */

/**
 * Put choices into a list, and keep the one that was chosen where it is still there.
 *
 * @param {HTMLSelectElement} select
 * @param {{id: string, name: string}[]} choices
 * @param {string} [chosen]
 */
export function offer(select, choices, chosen = select.value) {
  const options = choices.map(({ id, name }) => new Option(name, id));
  select.replaceChildren(...options);
  select.value = choices.some(({ id }) => id === chosen) ? chosen : (choices[0]?.id ?? "");
}
