/**
 * The files of a draft: their paths within the data folder, with `/`, and their texts, in this page's memory only.
 *
 * Of each it knows the text that the site was built with, and the one that its owner has opened or saved last.
 * Tells of each edit by the event `change`, with the file's path and who made the edit.
 */
export class Draft extends EventTarget {
  /** @type {Map<string, string>} */
  #shipped = new Map();
  /** @type {Map<string, string>} */
  #saved = new Map();
  /** @type {Map<string, string>} */
  #texts = new Map();
  /** Paths that somebody has opened, edited or removed: their texts hold, whatever the site comes with later. */
  /** @type {Set<string>} */
  #touched = new Set();

  /** @param {string} path */
  text(path) {
    return this.#texts.get(path) ?? null;
  }

  /**
   * The text as it was opened or last saved, or nothing for a new file.
   *
   * @param {string} path
   */
  saved(path) {
    return this.#saved.get(path) ?? null;
  }

  /**
   * The text that the site was built with, or nothing for a file that it does not have.
   *
   * @param {string} path
   */
  shipped(path) {
    return this.#shipped.get(path) ?? null;
  }

  paths() {
    return [...this.#texts.keys()].sort();
  }

  /** The paths whose text is not the saved one: changed, new and removed files. */
  changed() {
    return [...this.#touched].filter((path) => this.text(path) !== this.saved(path)).sort();
  }

  /** The paths whose text is not the one that the site was built with: what the desk has to be told. */
  differing() {
    return [...this.#touched].filter((path) => this.text(path) !== this.shipped(path)).sort();
  }

  /** The paths that somebody has opened, edited or removed. */
  touched() {
    return [...this.#touched].sort();
  }

  /**
   * @param {string} path
   * @param {string} text
   * @param {string} [by] who edits, so that whoever did need not take it for somebody else's
   */
  put(path, text, by = "") {
    if (this.text(path) === text) return;
    this.#texts.set(path, text);
    this.#tell(path, by);
  }

  /**
   * @param {string} path
   * @param {string} [by]
   */
  remove(path, by = "") {
    if (this.#texts.delete(path)) this.#tell(path, by);
  }

  /**
   * Go back to what was saved.
   *
   * @param {string} path
   * @param {string} [by]
   */
  undo(path, by = "") {
    const saved = this.saved(path);
    if (saved === null) this.remove(path, by);
    else this.put(path, saved, by);
  }

  /**
   * Take files that the owner has opened: they are as saved.
   *
   * @param {Record<string, string>} files
   */
  take(files) {
    for (const [path, text] of Object.entries(files)) {
      this.#saved.set(path, text);
      this.#texts.set(path, text);
      this.#tell(path, "opened");
    }
  }

  /**
   * Take files as they were left on this device, with what was saved of each.
   *
   * @param {{files: Record<string, string | null>, saved: Record<string, string | null>}} held
   */
  restore({ files, saved }) {
    for (const [path, text] of Object.entries(files)) {
      if (saved[path] !== null) this.#saved.set(path, saved[path]);
      if (text === null) this.#texts.delete(path);
      else this.#texts.set(path, text);
      this.#tell(path, "opened");
    }
  }

  /**
   * Say that files are saved as they are now.
   *
   * @param {string[]} paths
   */
  keepAsSaved(paths) {
    for (const path of paths) {
      const text = this.text(path);
      if (text === null) this.#saved.delete(path);
      else this.#saved.set(path, text);
      this.#tell(path, "saved");
    }
  }

  /**
   * Take the files that the site was built with. What somebody has opened or edited meanwhile stays.
   *
   * @param {Record<string, string>} files
   */
  ship(files) {
    for (const [path, text] of Object.entries(files)) {
      this.#shipped.set(path, text);
      if (this.#touched.has(path)) continue;
      this.#saved.set(path, text);
      this.#texts.set(path, text);
    }
    this.#tell("", "shipped");
  }

  /** Forget everything: somebody leaves in a hurry. */
  clear() {
    for (const held of [this.#shipped, this.#saved, this.#texts, this.#touched]) held.clear();
    this.#tell("", "cleared");
  }

  /**
   * @param {string} path nothing where it is about all files
   * @param {string} by
   */
  #tell(path, by) {
    if (path) this.#touched.add(path);
    this.dispatchEvent(new CustomEvent("change", { detail: { path, by } }));
  }
}
