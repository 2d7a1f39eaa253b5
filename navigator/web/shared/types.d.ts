/** What scripts say to each other and find around them. */

declare global {
  interface Navigator {
    /** Not in every browser, and so not among TypeScript's own types. */
    connection?: { saveData?: boolean; effectiveType?: string };
  }
}

/** Dates as they are typed: by event, then by part of the date. */
export type Typed = Record<string, Record<string, string>>;

/** What has been answered: from which page, what, and which answered question is shown again. */
export interface Step {
  origin: string;
  answers: Record<string, string>;
  show: string | null;
  answer?: { question: string; option: string | undefined };
}

/** A message to the engine, as `navigator/render/session.py` reads it. */
export interface Message extends Step {
  typed: Typed;
  today: string;
  link?: string | null;
  take?: string;
  /** When something is taken away, in seconds since 1970. */
  moment?: number;
}

/** The engine's answer, as `navigator/render/session.py` writes it. */
export interface Answer {
  slug: string;
  title: string;
  html: string;
  kind?: "question" | "outcome";
  answers: Record<string, string>;
  typed?: Typed;
  taken?: string;
  unknown?: boolean;
  says?: string;
  /** The HTML as nodes, where somebody has made them already. */
  contents?: DocumentFragment;
}

/** A session of the engine in Python. */
export interface Session {
  answer(message: string): string;
}
