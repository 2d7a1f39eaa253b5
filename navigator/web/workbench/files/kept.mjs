/**
 * The draft on this device, where its owner has chosen to keep it: in this browser's own store, and nowhere else.
 *
 * @import { Form } from "./text.mjs"
 * @typedef {{files: Record<string, string | null>, saved: Record<string, string | null>, forms: Record<string, Form>}} Kept
 */

const STORE = "draft";
const KEY = "only";

/** The name of the store: of this copy of the site, as others may stand at the same address. */
const name = () => `navigator workbench ${new URL(".", document.baseURI).pathname}`;

/**
 * Return what is kept, or nothing. Throws where the browser keeps nothing for pages.
 *
 * @returns {Promise<Kept | null>}
 */
export async function kept() {
  try {
    return (await ask("readonly", (store) => store.get(KEY))) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null; // there is no store
    throw error;
  }
}

/** @param {Kept} draft */
export async function keep(draft) {
  await ask("readwrite", (store) => store.put(draft, KEY));
}

/** Delete all of it. */
export function forget() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name());
    asked.onsuccess = resolve;
    asked.onerror = asked.onblocked = reject;
  });
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>}
 */
async function ask(mode, act) {
  const base = await opened(mode === "readwrite");
  try {
    const request = act(base.transaction(STORE, mode).objectStore(STORE));
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    base.close();
  }
}

/**
 * Open the store. Fails with an AbortError where there is none and none is to be made: to look leaves nothing behind.
 *
 * @param {boolean} make
 * @returns {Promise<IDBDatabase>}
 */
function opened(make) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name(), 1);
    asked.onupgradeneeded = () => {
      if (make) asked.result.createObjectStore(STORE);
      else asked.transaction?.abort();
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
