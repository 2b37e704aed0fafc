/** JSON text that reads back as `T`; everything structured crosses the boundary like this. */
export type Json<T> = string & { readonly __reads_as?: T };

export type Kind = "single" | "multiple" | "judge" | "blank" | "number" | "order" | "match" | "spot";
export type Rule = "all-or-nothing" | "half-when-incomplete" | "per-choice" | "right-minus-wrong" | "weights";

/** One line of a blueprint: how many questions of which themes, kinds and difficulties. An absent list means any. */
export interface Section {
  count: number;
  themes?: string[];
  kinds?: Kind[];
  difficulties?: (1 | 2 | 3)[];
  /** Points for each question of the section. */
  points: number;
}

/** What to ask for. A preset is a named blueprint; titles are texts in every language. */
export interface Blueprint {
  id: string;
  title: Record<string, string>;
  about?: Record<string, string>;
  /** `theme`: the questions of one theme; `all`: of every theme on the page. */
  scope: "theme" | "all";
  sections: Section[];
  /** Time limit in seconds; absent means none. */
  seconds?: number;
  pass_percent?: number;
  rule: Rule;
  /** `each`: the reason after each question; `end`: everything after the last. */
  feedback: "each" | "end";
  /** `day`: the seed is the date, and what was seen before does not count. */
  seed: "fresh" | "day";
}

export interface StartRequest {
  blueprint: Blueprint;
  /** Theme ids to draw from; empty means every question of the bank. */
  themes: string[];
  /** A whole number from 0 to 4294967295. */
  seed: number;
  /** How often this person has seen each question, by question id. */
  seen: Record<string, number>;
  /**
   * The questions to ask, by id and in this order, instead of drawing any: each once, those that are gone left out,
   * at most as many as the sections count, each for the points of the first section. `quota` where none is left.
   */
  questions?: string[];
  /** Milliseconds since 1970, UTC. */
  now: number;
}

export interface PaperQuestion {
  id: string;
  /** Points times 1 000 000. */
  micropoints: number;
  /** Choices, steps, left sides or areas, in the order this paper shows them. */
  items?: string[];
  /** Right sides of a `match`, in the order this paper shows them. */
  targets?: string[];
}

export interface Paper {
  format: 1;
  preset: string;
  themes: string[];
  seed: number;
  rule: Rule;
  feedback: "each" | "end";
  seconds?: number;
  pass_percent?: number;
  /** Hash of the questions as they were when the paper was drawn, 8 hex digits. */
  bank: string;
  questions: PaperQuestion[];
}

/** One answer, by kind. A single-choice answer is `{ single: "b" }`. */
export type Answer =
  | { single: string }
  | { multiple: string[] }
  | { judge: boolean }
  | { blank: string[] }
  | { number: string }
  | { order: string[] }
  | { match: Record<string, string> }
  | { spot: string[] };

export interface Attempt {
  format: 1;
  paper: Paper;
  /** All times are milliseconds since 1970, UTC. */
  started: number;
  deadline?: number;
  finished?: number;
  /** Index of the question on the screen, from 0. */
  current: number;
  /** By question id. */
  answers: Record<string, Answer>;
  flagged: string[];
  /** Questions whose feedback was shown; their answers no longer change. */
  locked: string[];
}

export type Action =
  /** Keep an answer. `null` takes it back. */
  | { answer: { question: string; answer: Answer | null } }
  /** Show the feedback of a question (papers with `feedback: "each"`); its answer is final from here. */
  | { lock: string }
  | { flag: string }
  | { unflag: string }
  /** Go to a question, forward or back. */
  | { go: number }
  | "finish";

export interface Item { id: string; text: string; }
/** In thousandths of the picture's width and height. */
export interface Area extends Item { x: number; y: number; width: number; height: number; }
export interface Media { file: string; alt: string; }

/** A question as the resident sees it: one language, the paper's order, no key. */
export interface Prompt {
  id: string;
  kind: Kind;
  themes: string[];
  topic: string;
  difficulty: 1 | 2 | 3;
  micropoints: number;
  stem: string;
  media?: Media;
  /** Choices, steps or left sides. */
  items?: Item[];
  /** Right sides of a `match`. */
  targets?: Item[];
  areas?: Area[];
  /** How many blanks the stem has. */
  blanks?: number;
  unit?: string;
}

export type Outcome = "right" | "partial" | "wrong" | "blank";

export interface Source { title: string; article?: string; as_of: string; }

/** Everything that is said about a question once it is answered. */
export interface Feedback {
  id: string;
  outcome: Outcome;
  micropoints: number;
  of: number;
  answer?: Answer;
  /** The right answer, in the shape of an answer. */
  key: Answer;
  /** What is right or wrong about single choices, by choice id. */
  whys: Item[];
  explanation: string;
  action?: string;
  source: Source;
}

export interface MarkLine {
  id: string;
  outcome: Outcome;
  micropoints: number;
  of: number;
  themes: string[];
  topic: string;
  difficulty: 1 | 2 | 3;
}

/** One bar of a breakdown. */
export interface Share { key: string; right: number; questions: number; micropoints: number; of: number; }

export interface ScoreReport {
  preset: string;
  rule: Rule;
  /** The rule in one line, in the language asked for. */
  rule_text: string;
  micropoints: number;
  of: number;
  /** Whole percent, rounded down. */
  percent: number;
  pass_percent?: number;
  passed?: boolean;
  /** Questions that are wholly right, and in all. */
  right: number;
  questions: number;
  /** Milliseconds from start to finish. */
  used: number;
  marks: MarkLine[];
  by_theme: Share[];
  by_topic: Share[];
  by_difficulty: Share[];
}

/** What every exported function throws: a short code to choose words by, and a message for a log. */
export interface SixintoError extends Error {
  code:
    | "bank-syntax" | "bank-shape" | "bank-version" | "bank-limit" | "bank-duplicate"
    | "quota" | "bank-changed" | "unknown-question" | "unknown-choice" | "wrong-kind"
    | "locked" | "finished" | "time-over" | "not-finished" | "input";
}
