// @ts-check
/** @import { Try } from "../generated/book.js" */
/** @import { State } from "../state/reducer.js" */

/**
 * How a question stands with the review book. What was told and is not in the book yet counts too, so that nobody has to
 * wait for the book's module; the core's book takes it down by the same rule (`review/card.rs`, `review/book.rs`), and
 * tests/boundary/same-rules.test.mjs holds this one to it.
 * @param {Pick<State, "book" | "tries">} state @param {string} id @param {number} now
 */
export function statusOf({ book, tries }, id, now) {
  /** @type {{ at: number, kept: boolean } | undefined} */
  let card = book.cards?.[id];
  for (const told of tries.filter(({ question }) => question === id)) {
    if (!card || isNew(told, card, now)) card = { at: told.at, kept: !!card?.kept || enters(told) };
  }
  return { isKnown: !!card, isKept: !!card?.kept, isFavourite: !!book.favourites?.includes(id) };
}

/** What was wrong, or right with difficulty, is asked again. @param {Try} told */
const enters = ({ outcome, flagged }) => flagged || outcome !== "right";

/** What is older than the last try is known, unless the clock was turned back since. @param {Try} told @param {{ at: number }} card @param {number} now */
const isNew = (told, card, now) => told.at > card.at || (told.at < card.at && card.at > now);
