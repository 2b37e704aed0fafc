// @ts-check
/** @import { Attempt } from "./generated/engine.js" */

/**
 * Everything that is remembered about one person, as a value.
 * @typedef {object} State
 * @property {string} lang
 * @property {Attempt[]} open       Attempts under way; the first is the one being taken.
 * @property {Attempt | null} done  The attempt that was finished last.
 * @property {Record<string, number>} seen   How often each question was shown with its answer.
 * @property {Record<string, number>} daily  Percent reached in the daily five, by day.
 * @property {boolean} forgetful    Whether this browser refuses to store things.
 *
 * @typedef {{ type: "began", attempt: Attempt }
 *   | { type: "acted", attempt: Attempt }
 *   | { type: "scored", day: string, percent: number }
 *   | { type: "dropped", attempt: Attempt }
 *   | { type: "spoke", lang: string }
 *   | { type: "forgot" }} Event
 */

/** How many attempts may be under way: starting one does not throw the one before away. */
const MAX_OPEN = 3;

/** China has one time zone, and everyone there shares a day. */
const CHINA_OFFSET = 8 * 3_600_000;

/**
 * What follows from an event.
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function reduce(state, event) {
  switch (event.type) {
    case "began": {
      const worthKeeping = state.open.filter((one) => !samePaper(one, event.attempt) && hasAnswers(one));
      return { ...state, open: [event.attempt, ...worthKeeping].slice(0, MAX_OPEN) };
    }
    case "acted":
      return acted(state, event.attempt);
    case "scored":
      return event.day in state.daily ? state : { ...state, daily: { ...state.daily, [event.day]: event.percent } };
    case "dropped":
      return drop(state, event.attempt);
    case "spoke":
      return { ...state, lang: event.lang };
    case "forgot":
      return { ...state, forgetful: true };
  }
}

/** @param {State} state @param {Attempt} attempt @returns {State} */
function acted(state, attempt) {
  const [before, ...waiting] = state.open;
  const shownBefore = before ? shown(before) : [];
  const seen = { ...state.seen };
  for (const id of shown(attempt)) {
    if (!shownBefore.includes(id)) seen[id] = (seen[id] ?? 0) + 1;
  }
  if (attempt.finished === undefined) return { ...state, seen, open: [attempt, ...waiting] };
  return { ...state, seen, open: waiting, done: attempt };
}

/** @param {State} state @param {Attempt} attempt @returns {State} */
function drop(state, { started }) {
  const done = state.done?.started === started ? null : state.done;
  return { ...state, done, open: state.open.filter((one) => one.started !== started) };
}

/** Ids of the questions whose answer the person has been told. @param {Attempt} attempt */
function shown({ paper, locked, finished }) {
  if (paper.feedback === "each") return locked;
  return finished === undefined ? [] : paper.questions.map(({ id }) => id);
}

/** @param {Attempt} attempt */
const hasAnswers = ({ answers }) => Object.keys(answers).length > 0;

/** @param {Attempt} one @param {Attempt} other */
function samePaper({ paper: one }, { paper: other }) {
  return one.preset === other.preset && one.seed === other.seed && `${one.themes}` === `${other.themes}`;
}

/**
 * The attempt under way at this very paper, if there is one.
 * @param {State} state @param {string} preset @param {string[]} themes @param {number | undefined} seed
 */
export function underWay({ open }, preset, themes, seed) {
  return open.find(({ paper }) => paper.preset === preset && paper.seed === seed && `${paper.themes}` === `${themes}`);
}

/** The day in China, `2026-11-23`. @param {number} now */
export const dayOf = (now) => new Date(now + CHINA_OFFSET).toISOString().slice(0, 10);

/** The seed that everyone shares on a day. @param {string} day */
export const seedOfDay = (day) => Number(day.replaceAll("-", ""));
