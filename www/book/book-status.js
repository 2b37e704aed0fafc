// @ts-check
/** @import { Change, Try } from "../generated/book.js" */
import { returnVisit } from "../lazy.js";
import { getState } from "../state/store.js";

/**
 * How a question stands with the review book. What was told and is not in the book yet counts too, so that nobody has to
 * wait for the book's module.
 * @param {string} id
 */
export function statusOf(id) {
  const { book, tries } = getState();
  const card = book.cards?.[id];
  const told = tries.filter(({ question }) => question === id);
  return {
    isKnown: !!card || told.length > 0,
    isKept: !!card?.kept || told.some(enters),
    isFavourite: !!book.favourites?.includes(id),
  };
}

/** @param {Try} told */
const enters = ({ outcome, flagged }) => flagged || outcome !== "right";

/** Changes something in the review book by hand, once the book is there. @param {Change} what */
export async function changeInBook(what) {
  const { changeBook, opened } = await returnVisit();
  await opened();
  changeBook(what);
}
