/**
 * Answers of the engine that are worked out before anybody asks: those to each choice of the page that is shown.
 * They are in this module's memory only, and gone with the page they belong to.
 *
 * @import { Answer, Message } from "../shared/types.d.ts"
 * @import { Engine } from "./engine.mjs"
 */
export class Prefetch {
  #engine;
  /** @type {Map<string, Promise<Answer | null>>} */
  #known = new Map();
  #turn = 0;
  #finish;

  /**
   * @param {Engine} engine
   * @param {(answer: Answer) => Answer} finish makes of each answer what can be made before it is wanted
   */
  constructor(engine, finish) {
    this.#engine = engine;
    this.#finish = finish;
  }

  /**
   * Return the answer to a message, from what is known or from the engine.
   *
   * @param {Message} message
   */
  async ask(message) {
    const known = await this.#known.get(JSON.stringify(message));
    return known ?? this.#finish(await this.#engine.ask(message));
  }

  /**
   * Forget what is known, and work out the answers to some messages, one after the other.
   *
   * @param {Message[]} messages
   */
  async prepare(messages) {
    const turn = ++this.#turn;
    this.#known.clear();
    for (const message of messages) {
      await idle();
      if (turn !== this.#turn || this.#engine.state !== "ready") return;
      const answer = this.#engine.ask(message).then(this.#finish).catch(() => null);
      this.#known.set(JSON.stringify(message), answer);
      await answer;
    }
  }
}

/** Wait until the browser has nothing better to do. */
function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve, 50);
  });
}
