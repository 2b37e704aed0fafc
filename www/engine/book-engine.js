// @ts-check
// The wasm module of the review book, the calendar, certificates, backups and QR codes.
/** @import { Asked, Change, Contents, Drawing, Memory, Reached, ReviewBook, Sheet, Standing, Try } from "../generated/book.js" */
/** @import { Attempt } from "../generated/engine.js" */
/** @import { State } from "../state/reducer.js" */
import { fetchOrThrow } from "../content/banks.js";
import { extras } from "../content/extras.js";
import * as glue from "../generated/book.js";
import { change, getState } from "../state/store.js";

/** @type {ReviewBook} */
const EMPTY = { format: 1, cards: {}, favourites: [] };

/** @type {Promise<unknown> | undefined} */
let ready;

/** Resolves once the book can be asked; tries again where it could not be fetched before. */
export async function started() {
  ready ??= extras().then(({ book }) => glue.default({ module_or_path: fetchOrThrow(book) }));
  await ready.catch((error) => {
    ready = undefined;
    throw error;
  });
}

/** Resolves once the book has taken down all that was told since, and gives it. */
export async function opened() {
  await started();
  if (getState().tries.length) change(recorded);
  return bookOf(getState());
}

/** @param {State} state */
function recorded({ book, tries }) {
  const texts = [JSON.stringify(bookOf({ book })), JSON.stringify(tries)];
  return { book: JSON.parse(glue.record(texts[0], texts[1], Date.now())), tries: [] };
}

/** The book as it is remembered. @param {Pick<State, "book">} state @returns {ReviewBook} */
export const bookOf = ({ book }) => ({ ...EMPTY, ...book });

/** Changes something in the book by hand. @param {Change} what */
export function changeBook(what) {
  change(({ book }) => ({
    book: JSON.parse(glue.change(JSON.stringify(bookOf({ book })), JSON.stringify(what), Date.now())),
  }));
}

/** What is in the book at this moment. */
export const contents = () =>
  /** @type {Contents} */ (JSON.parse(glue.contents(JSON.stringify(bookOf(getState())), Date.now())));

/** How far the person has come with these questions. @param {Asked[]} questions */
export function progress(questions) {
  const texts = [JSON.stringify(bookOf(getState())), JSON.stringify(questions)];
  return /** @type {Standing} */ (JSON.parse(glue.progress(texts[0], texts[1], Date.now())));
}

/** A month of the daily five. @param {string} name `2026-06` */
export function month(name) {
  const calendar = JSON.stringify({ format: 2, days: getState().daily });
  return /** @type {Sheet} */ (JSON.parse(glue.month(calendar, name, Date.now())));
}

/** The code of the certificate that an attempt has earned. @param {Attempt} attempt @param {Reached} reached */
export const certificate = (attempt, { micropoints, passed }) =>
  glue.certificate(JSON.stringify(attempt), JSON.stringify({ micropoints, passed }));

/** A text as a QR code. @param {string} text */
export const qr = (text) => /** @type {Drawing} */ (JSON.parse(glue.qr(text)));

/** The text of a file with all that is remembered; tries are not in the book yet. @param {Memory} mine @param {Try[]} tries @param {number} now */
export const exportMemory = (mine, tries, now) => glue.exportMemory(JSON.stringify(mine), JSON.stringify(tries), now);

/** All that is remembered with what a file says. @param {Memory} mine @param {Try[]} tries @param {number} now @param {string} text */
export const importMemory = (mine, tries, now, text) =>
  /** @type {Memory} */ (JSON.parse(glue.importMemory(JSON.stringify(mine), JSON.stringify(tries), now, text)));
