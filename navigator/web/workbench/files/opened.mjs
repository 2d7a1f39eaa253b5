/**
 * Files of this device as they are opened: chosen, dropped, or with a folder; each with its way from that folder.
 * Where the browser can write into them again, each has a handle for that.
 *
 * @typedef {{name: string, file: File, handle?: FileSystemFileHandle}} Opened
 * @typedef {{getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>}} WithHandle
 */

/** No folder of policies has more files. */
const MOST = 5_000;

/** @param {FileList | null} files what an input holds */
export function fromInput(files) {
  return [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** Say whether the browser lets a page write into files that somebody opens. */
export function canWriteBack() {
  return "showOpenFilePicker" in globalThis;
}

/** @returns {Promise<Opened[]>} */
export async function pickFiles() {
  const handles = await globalThis.showOpenFilePicker({ multiple: true });
  return Promise.all(handles.map((handle) => ofHandle(handle, "")));
}

/** @returns {Promise<Opened[]>} */
export async function pickFolder() {
  const folder = await globalThis.showDirectoryPicker({ mode: "readwrite" });
  return within(folder, `${folder.name}/`, []);
}

/**
 * Return what was dropped. Browsers forget it after the event, so all is asked for at once. What has no place on a disk,
 * as an attachment that comes straight from a mail, is a plain file.
 *
 * @param {DataTransfer} dropped
 * @returns {Promise<Opened[]>}
 */
export async function fromDrop(dropped) {
  const items = [...dropped.items].filter(({ kind }) => kind === "file");
  const asked = items.map((item) => {
    const { getAsFileSystemHandle } = /** @type {WithHandle} */ (/** @type {unknown} */ (item));
    const file = item.getAsFile();
    const plain = file ? [{ name: file.name, file }] : null;
    if (getAsFileSystemHandle) return getAsFileSystemHandle.call(item).then((handle) => (handle ? ofAny(handle) : plain));
    const entry = item.webkitGetAsEntry();
    return entry ? ofEntry(entry, []) : plain;
  });
  return (await Promise.all(asked)).flatMap((found) => found ?? []);
}

/** @param {FileSystemHandle} handle */
async function ofAny(handle) {
  if (handle instanceof FileSystemDirectoryHandle) return within(handle, `${handle.name}/`, []);
  return [await ofHandle(/** @type {FileSystemFileHandle} */ (handle), "")];
}

/**
 * @param {FileSystemFileHandle} handle
 * @param {string} way
 */
async function ofHandle(handle, way) {
  return { name: `${way}${handle.name}`, file: await handle.getFile(), handle };
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @param {string} way
 * @param {Opened[]} found
 */
async function within(folder, way, found) {
  for await (const [name, handle] of folder.entries()) {
    if (name.startsWith(".") || found.length >= MOST) continue;
    if (handle instanceof FileSystemDirectoryHandle) await within(handle, `${way}${name}/`, found);
    else found.push(await ofHandle(handle, way));
  }
  return found;
}

/**
 * @param {FileSystemEntry} entry
 * @param {Opened[]} found
 * @returns {Promise<Opened[]>}
 */
async function ofEntry(entry, found) {
  if (found.length >= MOST || entry.name.startsWith(".")) return found;
  if (entry.isFile) {
    const held = /** @type {FileSystemFileEntry} */ (entry);
    const file = await new Promise((resolve, reject) => held.file(resolve, reject));
    found.push({ name: entry.fullPath.replace(/^\//, ""), file: /** @type {File} */ (file) });
    return found;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return found;
    for (const each of some) await ofEntry(each, found);
  }
}
