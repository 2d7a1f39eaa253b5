/** What scripts take from npm: the types of what they use, as the packages stand outside this folder. */

declare module "qr" {
  export function encodeQR(text: string, output: "raw", options?: { border?: number }): boolean[][];
}

declare module "qr/decode.js" {
  export function decodeQR(picture: ImageData): string;
}

declare module "fflate" {
  interface ZipEntry {
    name: string;
    originalSize: number;
  }
  export function strToU8(text: string): Uint8Array<ArrayBuffer>;
  export function unzipSync(
    bytes: Uint8Array,
    options?: { filter?: (entry: ZipEntry) => boolean },
  ): Record<string, Uint8Array<ArrayBuffer>>;
  export function zipSync(files: Record<string, Uint8Array>, options?: { mtime?: Date }): Uint8Array<ArrayBuffer>;
}

declare module "yaml";
declare module "@codemirror/autocomplete";
declare module "@codemirror/commands";
declare module "@codemirror/lang-yaml";
declare module "@codemirror/language";
declare module "@codemirror/lint";
declare module "@codemirror/search";
declare module "@codemirror/state";
declare module "@codemirror/view";
declare module "@lezer/highlight";
