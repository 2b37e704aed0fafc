// @ts-check
/** @import { Fault, Memory } from "../generated/book.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { State } from "../state/reducer.js" */
/** @import { DataModel, Outcome } from "./backup-screen.js" */
import { dayOf } from "../calendar/day.js";
import { bookOf, exportMemory, importMemory, opened } from "../engine/book-engine.js";
import { localized, say } from "../i18n/i18n.js";
import { during, refresh } from "../screen-host.js";
import { erase } from "../state/erase.js";
import { change, flushed, getState } from "../state/store.js";
import { mount } from "./backup-screen.js";

/** The most of a file that is looked at, in bytes; more than the most that is read, so that too much is noticed. */
const MOST = 5 * 1024 * 1024;

/** What is counted of a memory, in the order shown. */
const COUNTED = /** @type {const} */ (["seen", "open", "done", "daily", "book", "favourites", "certificates", "pledges"]);

/** @typedef {typeof COUNTED[number]} Counted */

/**
 * What is kept on this phone, as the person's own.
 * @param {unknown} _ @param {Guard} guard @returns {Promise<Screen>}
 */
export async function prepare(_, guard) {
  await guard(opened());
  /** @type {Outcome | undefined} */
  let outcome;
  const tell = (/** @type {Outcome} */ told) => {
    outcome = told;
    refresh();
  };
  const actions = {
    file: () => saved(tell),
    look: (/** @type {File} */ chosen) => during(look(chosen, tell)),
    add: (/** @type {string} */ text) => during(add(text, tell)),
    erase: () => during(erase().then(() => tell({ words: [say("data-wiped")] }))),
    told: () => tell({ words: [say("data-saved")] }),
  };
  return {
    name: "data",
    mount: (element) => mount(element, actions),
    model: () => ({ ...model(), outcome }),
    title: () => say("data"),
  };
}

/** @returns {Omit<DataModel, "outcome">} */
function model() {
  const state = getState();
  const counts = countsOf(memoryOf(state, 0));
  const rows = COUNTED.map((name) => ({ name: say(`data-${name}`), count: counts[name] }));
  return { rows, notice: state.storageBlocked ? say("storage-blocked") : undefined };
}

/** What is remembered, as a file holds it. @param {State} state @param {number} now @returns {Memory} */
function memoryOf({ lang, open, done, seen, daily, book, certificates, pledges, settings, study }, now) {
  const parts = { lang, open, done, seen, daily, book: bookOf({ book }), certificates, pledges, settings, study };
  return { format: 1, made: now, ...parts };
}

/** @param {Memory} memory @returns {Record<Counted, number>} */
function countsOf({ open, done, seen, daily, book, certificates, pledges }) {
  return {
    seen: Object.keys(seen).length,
    open: open.length,
    done: done ? 1 : 0,
    daily: Object.keys(daily).length,
    book: Object.values(book.cards).filter(({ kept }) => kept).length,
    favourites: book.favourites.length,
    certificates: certificates.length,
    pledges: pledges.length,
  };
}

/** Everything as a file; nothing where something of it cannot be read, and that is told. @param {(outcome: Outcome) => void} tell */
function saved(tell) {
  try {
    return file();
  } catch (error) {
    console.error(error);
    tell({ isRefusal: true, words: [say("data-unsaved")] });
    return undefined;
  }
}

function file() {
  const [state, now] = [getState(), Date.now()];
  const text = exportMemory(memoryOf(state, now), state.tries, now);
  return new File([text], `${say("data-file")}-${dayOf(now)}.json`, { type: "application/json" });
}

/** All that is remembered with what a file says. @param {State} state @param {string} text */
const together = (state, text) => importMemory(memoryOf(state, 0), state.tries, Date.now(), text);

/**
 * What a file would add; nothing where it adds nothing or is refused, and that is told.
 * @param {File} chosen @param {(outcome: Outcome) => void} tell
 */
async function look(chosen, tell) {
  try {
    const text = await chosen.slice(0, MOST).text();
    const [state, now] = [getState(), Date.now()];
    const before = /** @type {Memory} */ (JSON.parse(exportMemory(memoryOf(state, 0), state.tries, now)));
    const after = together(state, text);
    if (JSON.stringify({ ...after, made: 0 }) !== JSON.stringify(before)) return { text, gains: gains(before, after) };
    tell({ words: [say("data-nothing-new")] });
  } catch (error) {
    tell(refusal(error));
  }
  return undefined;
}

/** What there is more of, in words. @param {Memory} before @param {Memory} after */
function gains(before, after) {
  const [old, all] = [countsOf(before), countsOf(after)];
  const more = COUNTED.filter((name) => all[name] > old[name]);
  const lines = more.map((name) => say("data-gain", { name: say(`data-${name}`), n: all[name] - old[name] }));
  return lines.length ? lines : [say("data-newer")];
}

/** @param {string} text @param {(outcome: Outcome) => void} tell */
async function add(text, tell) {
  /** @type {string[]} */
  let lines = [];
  // Another tab may have gone on since the file was looked at.
  change((state) => {
    const { open, done, seen, daily, book, certificates, pledges, settings, study } = together(state, text);
    const after = { open, done, seen, daily, book, certificates, pledges, settings, study };
    lines = gains(memoryOf(state, 0), memoryOf({ ...state, ...after }, 0));
    return { ...after, tries: [] };
  });
  await flushed();
  tell({ words: [say(getState().storageBlocked ? "data-added-only-now" : "data-added"), ...lines] });
}

/** Why a file is refused, and where. @param {any} error @returns {Outcome} */
function refusal(error) {
  if (!error?.fault) {
    console.error(error);
    return { isRefusal: true, words: [say("data-refused"), say("data-unreadable")] };
  }
  const { line, column, pointer, message, help } = /** @type {Fault} */ (JSON.parse(error.fault));
  const what = say("data-fault", { what: localized(message), help: localized(help) });
  return { isRefusal: true, words: [say("data-refused"), what, say("data-place", { line, column, pointer })] };
}
