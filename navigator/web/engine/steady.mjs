/** Downloads that go on where a network stops in the midst of a file, or never begins to send it. */

const STALLED_MS = 8_000;

/** @typedef {(past: RequestInit) => Promise<Response>} Ask */

/**
 * Fetch a file, and return its body. Where nothing comes for a while, or what comes breaks off, it is asked for
 * once more, past every cache, and read on from the same place: whether both were one file, its checksum tells.
 *
 * Throws where there is no such file; the body fails where it does not come in the end.
 *
 * @param {Ask} ask
 * @param {boolean} fresh whether every cache is passed by from the first
 */
export async function steady(ask, fresh) {
  const first = await (fresh ? anew(ask) : begin(ask, {}).catch(() => anew(ask)));
  const parts = read(ask, first);
  /** @param {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} stream */
  const pull = async (stream) => {
    const { done, value } = await parts.next();
    if (done) stream.close();
    else stream.enqueue(value);
  };
  return new ReadableStream({ pull });
}

/**
 * @param {Ask} ask
 * @param {Response} response
 */
async function* read(ask, response) {
  let reader = readerOf(response);
  let told = 0;
  let known = 0;
  for (let again = false; ; ) {
    try {
      const { done, value } = await inTime(reader.read());
      if (done) return;
      const news = value.subarray(Math.min(known, value.length));
      known -= value.length - news.length;
      told += news.length;
      if (news.length) yield news;
    } catch (error) {
      if (again) throw error;
      console.warn(error);
      again = true;
      known = told;
      reader.cancel().catch(() => {});
      reader = readerOf(await anew(ask));
    }
  }
}

/** @param {Ask} ask */
function anew(ask) {
  return begin(ask, { cache: "reload" });
}

/**
 * @param {Ask} ask
 * @param {RequestInit} past
 */
async function begin(ask, past) {
  const response = await inTime(ask(past));
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/**
 * @param {Response} response
 * @returns {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>}
 */
function readerOf(response) {
  return /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
}

/**
 * @template T
 * @param {Promise<T>} coming
 * @returns {Promise<T>}
 */
function inTime(coming) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(reject, STALLED_MS, new Error("nothing comes"));
    coming.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
