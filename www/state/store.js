// @ts-check
// The store: holds the state, stores what changes of it, and takes up what other tabs have stored.
/** @import { Event, State } from "./reducer.js" */
import { buildData } from "../content/build-data.js";
import * as journal from "./journal.js";
import { reduce } from "./reducer.js";
import * as storage from "./storage.js";

/** How long an answer, or the page itself, waits for a disk that does not answer, in milliseconds. */
const PATIENCE = 4000;

/** @type {State} */
let state = { ...storage.load(buildData.langs), storageBlocked: !storage.works() };
/** @type {Promise<unknown>} */
let writing = Promise.resolve();

/** Everything that is remembered about this person. */
export const getState = () => state;

/** Everything that happens passes here: it is stored first and shown after. @param {Event} event */
export function dispatch(event) {
  sync();
  const before = state;
  state = reduce(before, event);
  const { texts, whole } = storage.save(state, before);
  if (!whole) state = { ...state, storageBlocked: true };
  writing = soon(journal.write(texts));
}

/** Changes some of what is remembered, by what is remembered at that moment. @param {(state: State) => Partial<State>} change */
export const change = (change) => dispatch({ type: "changed", change });

/** Resolves once what happened last is on the disk, or cannot be put there. */
export const flushed = () => writing;

/** Takes up what another tab may have stored since, so that what happens here is laid upon it. */
export function sync() {
  if (!state.storageBlocked && storage.isStale()) reload();
}

/** Reads anew all that is stored, but the language of this tab. */
export function reload() {
  state = { ...state, ...storage.load(buildData.langs), lang: state.lang };
}

/**
 * Takes up what was answered in the last moments before the phone died, where the browser had put it on the disk only
 * in the journal. A disk that takes too long is not waited for, and still listened to.
 * @param {() => void} changed  Is called where that comes after this has resolved.
 */
export async function recover(changed) {
  let isLate = false;
  const reading = journal.read().then((texts) => {
    if (!storage.restore(texts)) return;
    reload();
    if (isLate) changed();
  });
  await soon(reading);
  isLate = true;
}

/** Waits for the disk, but not for ever, and for nothing where there is none. @template T @param {Promise<T>} coming */
function soon(coming) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return /** @type {Promise<T | undefined>} */ (Promise.race([coming, late]).catch(() => {}));
}
