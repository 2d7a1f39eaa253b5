/** What the page holds for its script: policies with their stages, and the days they ask for. */
import { all, find, get } from "../shared/dom.mjs";

/** @param {string} policy */
export function hasPolicy(policy) {
  return stagesOf(policy).length > 0;
}

/**
 * @param {string} policy
 * @returns {HTMLOptionElement[]}
 */
export function stagesOf(policy) {
  const held = find(document, `template[data-policy="${CSS.escape(policy)}"]`, HTMLTemplateElement);
  return held ? all(held.content, "option", HTMLOptionElement) : [];
}

/**
 * @param {string} policy
 * @param {string} stage
 */
export function stageOf(policy, stage) {
  return stagesOf(policy).find(({ value }) => value === stage);
}

/**
 * Return the events that a stage is counted from.
 *
 * @param {string} policy
 * @param {string} stage
 */
export function eventsOf(policy, stage) {
  return (stageOf(policy, stage)?.dataset.events ?? "").split(" ").filter(Boolean);
}

/**
 * Return the question for the day of an event; for one that this site does not know, its name.
 *
 * @param {string} event
 */
export function askFor(event) {
  const held = get(document, ".js-asks", HTMLTemplateElement).content;
  return find(held, `[data-event="${CSS.escape(event)}"]`, HTMLElement)?.textContent ?? event;
}
