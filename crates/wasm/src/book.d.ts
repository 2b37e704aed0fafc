/** JSON text that reads back as `T`; everything structured crosses the boundary like this. */
export type Json<T> = string & { readonly __reads_as?: T };

type Attempt = import("./engine.js").Attempt;
type Outcome = import("./engine.js").Outcome;

/** One answer that somebody was told about. */
export interface Try {
  question: string;
  outcome: Outcome;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** Whether the person had marked the question to look at it again. */
  flagged: boolean;
}

/** What one question is remembered by. A day is counted from 1970-01-01, in China. */
export interface Card {
  /** Millionths of a day. */
  stability: number;
  /** Millionths. */
  difficulty: number;
  last: number;
  due: number;
  /** Milliseconds since 1970, UTC. */
  at: number;
  right: number;
  wrong: number;
  streak: number;
  /** Whether it is in the review book. */
  kept: boolean;
  /** When that was decided, in milliseconds since 1970, UTC. */
  decided: number;
}

export interface ReviewBook {
  format: 1;
  /** By question id. */
  cards: Record<string, Card>;
  favourites: string[];
}

/** What a person does to the book by hand; each names a question. */
export interface Change { remove?: string; keep?: string; favourite?: string; unfavourite?: string; }

/** What is in the book on a day, by question ids. */
export interface Contents {
  /** What to ask today, the most forgotten first. */
  due: string[];
  /** The first day after today for which something is in the book, `2026-11-26`. */
  next_due?: string;
  /**
   * What was got wrong, or right with difficulty, and not right on two days in a row since; what was not tried for the
   * longest time first.
   */
  mistakes: string[];
}

/** What progress has to know of a question. */
export interface Asked { id: string; themes: string[]; topic: string; }

/** How far a person has come in a group of questions. */
export interface Standing {
  /** The theme or the topic; absent for everything. */
  id?: string;
  total: number;
  seen: number;
  /** Right the last time. */
  right: number;
  due: number;
  /** The probability to have one right today, in whole percent. */
  mastery: number;
  /** Everything by theme, a theme by topic. */
  parts: Standing[];
}

/** The daily papers that were done, by their day, `2026-06-01`. */
export interface Calendar { format: 2; days: Record<string, { percent: number, on_time: boolean }>; }

/** A month as it is shown. */
export interface Sheet {
  /** `2026-06`. */
  month: string;
  days: Square[];
  done: number;
  on_time: number;
  /** Days in a row on time, up to today or yesterday; of any month. */
  streak: number;
  longest: number;
}

export interface Square {
  date: string;
  /** 1 is Monday. */
  column: number;
  state: DayState;
  percent?: number;
}

/** `open` is today, not done yet; what is `missed` can still be done, late. */
export type DayState = "on-time" | "late" | "open" | "missed" | "future";

/** What a certificate needs of a report. */
export interface Reached { micropoints: number; passed?: boolean; }

/** An exam that was passed. */
export interface Certificate {
  attempt: Attempt;
  /** Points times 1 000 000: reached, and in all. */
  micropoints: number;
  of: number;
  code: string;
  /** Whose it is, as that person typed it. */
  name: string;
}

/** Promises that somebody has signed. */
export interface Pledge {
  /** Milliseconds since 1970, UTC. */
  at: number;
  theme: string;
  /** Ids of the promises. */
  promises: string[];
  name: string;
  /** A signature by finger: strokes of x, y in thousandths of its box, one after the other. */
  strokes: number[][];
}

/** Everything that is remembered, as a file holds it. */
export interface Memory {
  format: 1;
  /** When it was put into the file, in milliseconds since 1970, UTC. */
  made: number;
  lang: string;
  open: Attempt[];
  done: Attempt | null;
  seen: Record<string, number>;
  daily: Record<string, { percent: number, on_time: boolean }>;
  book: ReviewBook;
  certificates: Certificate[];
  pledges: Pledge[];
  settings: Record<string, boolean>;
  /** Ids of the questions read last in study mode, by `theme` and `theme/topic`. */
  study: Record<string, string>;
}

/** Why a file is refused. */
export interface Fault {
  /** From 1. */
  line: number;
  column: number;
  /** JSON pointer (RFC 6901). */
  pointer: string;
  /** By language. */
  message: Record<string, string>;
  help: Record<string, string>;
}

/** A picture whose unit is a module: an SVG of `size` by `size` with one dark path. */
export interface Drawing { size: number; path: string; }
