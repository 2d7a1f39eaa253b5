/** What scripts take from npm: the types of what they use, as the packages stand outside this folder. */

declare module "qr" {
  export function encodeQR(text: string, output: "raw", options?: { border?: number }): boolean[][];
}

declare module "qr/decode.js" {
  export function decodeQR(picture: ImageData): string;
}
