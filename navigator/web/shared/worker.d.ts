/** What stands around the workers. */

/** What the build writes above the engine's worker. */
declare const ENGINE: {
  /** The checksum of each file of the engine, by its name. */
  files: Record<string, string>;
  /** What Pyodide's lock file says of the runtime, without its packages. */
  lock: Record<string, string>;
};

/** What the build writes above the workbench's worker, beside what it writes above the engine's. */
declare const WORKBENCH: {
  /** The file with its program, in the folder of the runtime. */
  program: string;
  /** The file with the data of this site, packed, in the same folder. */
  data: string;
};

/** What is kept together: pages, and all that they need. */
interface KeptPart {
  /** The folders whose pages these are. */
  folders: string[];
  /** The file that they travel in, and are kept in. */
  pages: { path: string; checksum: string };
  files: { path: string; checksum: string }[];
}

/** What the build writes above the service worker: one release, and what everybody keeps of it, the first page too. */
declare const RELEASE: KeptPart & {
  name: string;
  /** The page that says what works without a network. */
  away: string;
  /** What is kept besides once somebody has been at a page of it. */
  learning: KeptPart;
  digest: string;
};

/** A library from npm, which brings no types that a browser's script could use. */
declare module "xz-decompress" {
  export class XzReadableStream extends ReadableStream<Uint8Array<ArrayBuffer>> {
    constructor(packed: ReadableStream<Uint8Array<ArrayBuffer>>);
  }
}

/** Pages show an answer as nodes; workers have none. */
interface DocumentFragment {}
