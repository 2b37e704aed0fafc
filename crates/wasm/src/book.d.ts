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
}

export interface ReviewBook {
  format: 1;
  /** By question id. */
  cards: Record<string, Card>;
  favourites: string[];
}

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

/** A picture whose unit is a module: an SVG of `size` by `size` with one dark path. */
export interface Drawing { size: number; path: string; }
