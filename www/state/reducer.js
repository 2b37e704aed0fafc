// @ts-check
// The state of the page, and what follows from what happens: pure functions, without storage or screen.
/** @import { Certificate, Pledge, ReviewBook, Try } from "../generated/book.js" */
/** @import { Attempt, Blueprint } from "../generated/engine.js" */

/**
 * Everything that is remembered about one person, as a value.
 * @typedef {object} State
 * @property {string} lang
 * @property {Attempt[]} open       Attempts under way; the first is the one that something was done in last.
 * @property {Attempt | null} done  The attempt that was finished last.
 * @property {Record<string, number>} seen   How often each question was shown with its answer.
 * @property {Record<string, { percent: number, on_time: boolean }>} daily  How the daily five went, by day.
 * @property {number} marked        When the attempt was started whose outcomes were noted last.
 * @property {Try[]} tries          Outcomes that are not in the review book yet.
 * @property {Partial<ReviewBook>} book
 * @property {Certificate[]} certificates
 * @property {Pledge[]} pledges
 * @property {Record<string, boolean>} settings
 * @property {Record<string, string>} study  Which question was read last, by theme and topic.
 * @property {boolean} storageBlocked    Whether this browser refuses to store things.
 *
 * @typedef {{ type: "began", attempt: Attempt }
 *   | { type: "acted", attempt: Attempt, tries: Try[] }
 *   | { type: "reported", attempt: Attempt, tries: Try[] }
 *   | { type: "dropped", attempt: Attempt }
 *   | { type: "changed", change: (state: State) => Partial<State> }} Event
 */

/** How many attempts may be under way: starting one does not throw the one before away. */
const MAX_OPEN = 3;

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
      return { ...acted(state, event.attempt), tries: noted(state, event.tries) };
    case "reported":
      // A report can be looked at twice.
      if (state.marked === event.attempt.started) return state;
      return { ...state, marked: event.attempt.started, tries: noted(state, event.tries) };
    case "dropped":
      return drop(state, event.attempt);
    case "changed":
      return { ...state, ...event.change(state) };
  }
}

/** @param {State} state @param {Attempt} attempt @returns {State} */
function acted(state, attempt) {
  const isOther = (/** @type {Attempt} */ { started }) => started !== attempt.started;
  const waiting = state.open.filter(isOther);
  const before = state.open.find((one) => !isOther(one));
  const shownBefore = before ? shown(before) : [];
  const fresh = shown(attempt).filter((id) => !shownBefore.includes(id));
  const seen = fresh.reduce((seen, id) => ({ ...seen, [id]: (seen[id] ?? 0) + 1 }), state.seen);
  if (attempt.finished === undefined) return { ...state, seen, open: [attempt, ...waiting] };
  return { ...state, seen, open: waiting, done: attempt };
}

/** A list that nothing comes to stays the same one, so that it is not stored again. @param {State} state @param {Try[]} fresh */
const noted = ({ tries }, fresh) => (fresh.length ? [...tries, ...fresh] : tries);

/** @param {State} state @param {Attempt} attempt @returns {State} */
function drop(state, { started }) {
  const done = state.done?.started === started ? null : state.done;
  return { ...state, done, open: state.open.filter((one) => one.started !== started) };
}

/** Ids of the questions whose answer the person has been told. @param {Attempt} attempt */
export function shown({ paper, locked, finished }) {
  if (paper.feedback === "each") return locked;
  return finished === undefined ? [] : paper.questions.map(({ id }) => id);
}

/** @param {Attempt} attempt */
const hasAnswers = ({ answers }) => Object.keys(answers).length > 0;

/** @param {{ paper: Kind }} one @param {{ paper: Kind }} other */
const samePaper = ({ paper: one }, { paper: other }) => nameOf(one) === nameOf(other);

/**
 * What tells a paper from others. The same questions with a time limit and without are two papers.
 * @typedef {{ preset: string, seconds?: number, themes: string[], seed: number | undefined }} Kind
 * @param {Kind} paper
 */
const nameOf = ({ preset, seconds, themes, seed }) => `${[preset, seconds, themes, seed]}`;

/**
 * The attempt under way at this very paper, if there is one.
 * @param {State} state @param {Blueprint} preset @param {string[]} themes @param {number | undefined} seed
 */
export const underWay = ({ open }, { id, seconds }, themes, seed) =>
  open.find((one) => samePaper(one, { paper: { preset: id, seconds, themes, seed } }));
