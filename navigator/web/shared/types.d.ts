/** What scripts say to each other and find around them. */

declare global {
  interface Navigator {
    /** Not in every browser, and so not among TypeScript's own types. */
    connection?: { saveData?: boolean; effectiveType?: string };
  }
  /** The same: what opens files and folders of the device that a page may write into again. */
  function showOpenFilePicker(options?: { multiple?: boolean }): Promise<FileSystemFileHandle[]>;
  function showDirectoryPicker(options?: { mode?: "read" | "readwrite" }): Promise<FileSystemDirectoryHandle>;
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

/** A message about a list of matters, as `navigator/render/my_matters.py` reads it. */
export interface ListMessage {
  matters: { key: string; nickname: string; policy: string; stage: string; dates: Record<string, string> }[];
  today: string;
  take?: string;
  moment?: number;
}

/** A message about a case that somebody writes, as `navigator/render/written_case.py` reads it. */
export interface CaseMessage {
  writes: {
    answers: Record<string, string>;
    typed: Typed;
    today: string;
    answer?: { question: string; option: string };
    show?: string | null;
    case?: WrittenDraft;
  };
}

/** What has been typed of a case. */
export interface WrittenDraft {
  title: string;
  story: string;
  worked_out: string;
  wrong_turns: { route: string; why: string }[];
}

/** A choice of a written case: what it says, whether it is right, and what is said about it. */
export type WrittenChoice = [string, boolean, string];

/** A case in a link, as `navigator/render/written_quiz.py` writes it. */
export interface WrittenCase {
  v: number;
  title: string;
  story: string;
  worked: string;
  today: string;
  known: [string, string][];
  asks: [string, string, WrittenChoice[]][];
  /** Route, policy, stage, and a line for each date. */
  answer: [string, string, string, string[]];
}

/** What the engine has read of the dates of a matter: by event, as YYYY-MM-DD, in words, and what is wrong. */
export interface Reading {
  key: string;
  dates: Record<string, string>;
  says: Record<string, string>;
  mistakes: Record<string, string>;
}

/** The engine's answer, as `navigator/render/session.py` writes it. */
export interface Answer {
  slug: string;
  title: string;
  html: string;
  kind?: "question" | "outcome" | "elsewhere";
  answers: Record<string, string>;
  typed?: Typed;
  taken?: string;
  /** How many entries a calendar of a list has. */
  days?: number;
  /** What was read of the dates of a list. */
  read?: Reading[];
  /** How many dates are wrong. */
  errors?: number;
  /** What a link holds of a case, and the name of its file. */
  quiz?: WrittenCase;
  file?: string;
  unknown?: boolean;
  says?: string;
  /** The HTML as nodes, where somebody has made them already. */
  contents?: DocumentFragment;
}

/** A session of the engine in Python. */
export interface Session {
  answer(message: string): string;
}

/** A place to begin, as `navigator/own_words/places.py` says. */
export interface Place {
  id: string;
  topic: string;
  address: string;
  title: string;
  safety: boolean;
}

/** What texts are matched with, as `navigator/own_words/model.py` packs it. */
export interface OwnWordsModel {
  places: Place[];
  terms: Record<string, string>;
  alike: Record<string, string>;
  biases: number[];
  leastDanger: number;
  leastDangerThere: number;
  words: string;
  pairs: string[];
  seconds: string[];
  dangers: string;
  gaps: string;
  weights: string;
}

/** What came of a text: the words that point to danger, and the places to begin, the best first. */
export interface Matched {
  danger: string;
  matches: { place: Place; because: string }[];
}
