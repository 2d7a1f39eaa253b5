/** What the page gives to a pane, as far as this one takes it. */

export interface Draft extends EventTarget {
  text(path: string): string | null | undefined;
  put(path: string, text: string, by?: string): void;
  paths(): string[];
}

export interface Problem {
  file: string;
  line: number;
  column: number;
  path: string;
  what: string;
  hint: string;
  severity: "error" | "finding";
}
