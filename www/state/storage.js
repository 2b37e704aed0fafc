// @ts-check
// The state in localStorage: what it looks like there, and how older forms of it are read.
/** @import { Attempt } from "../generated/engine.js" */
/** @import { State } from "./reducer.js" */

/** Version of what is stored. A newer one, of a page that was here before, is neither read nor overwritten. */
const FORMAT = 2;

/** How what was stored in format 1 reads today, besides papers and the language. @type {Record<string, Older>} */
const OLDER = {
  seen: ({ times }) => times,
  daily: ({ percent }) => mapped(percent, (percent) => ({ percent, on_time: true })),
};

/** Reads what was stored in format 1 as today. @typedef {(old: any) => any} Older */

/** What is remembered besides papers and the language, where nothing is. */
const NOTHING = {
  seen: {},
  daily: {},
  marked: 0,
  tries: [],
  book: {},
  certificates: [],
  pledges: [],
  settings: {},
  study: {},
};

// The first script needs none of this, and says so to the bundler.
const NAMES = /** @type {(keyof typeof NOTHING)[]} */ (/* @__PURE__ */ Object.keys(NOTHING));

/** Counts what was stored, so that a tab sees that another one has stored something. */
const TURN = /* @__PURE__ */ keyOf("turn");

let turn = -1;

/**
 * What was remembered, as far as it can be read.
 * @param {string[]} langs  The languages of the page; the first is the default.
 * @returns {Omit<State, "storageBlocked">}
 */
export function load(langs) {
  turn = turnNow();
  const rest = NAMES.map((name) => {
    const value = read(name, OLDER[name]);
    return [name, isLike(value, NOTHING[name]) ? value : NOTHING[name]];
  });
  return { ...Object.fromEntries(rest), ...loadPapers(langs) };
}

/**
 * The papers that were remembered and the language: what the page needs before everything else.
 * @param {string[]} langs
 * @returns {Pick<State, "lang" | "open" | "done">}
 */
export function loadPapers(langs) {
  const { open = [], done } = read("attempt", papersOfOld) ?? {};
  const lang = read("lang", ({ lang }) => lang);
  return {
    lang: langs.includes(lang) ? lang : langs[0],
    open: open.filter(isAttempt),
    done: isAttempt(done) ? done : null,
  };
}

/** @type {Older} */
const papersOfOld = ({ attempt, waiting = [], finished }) => ({ open: [attempt, ...waiting], done: finished });

/** The names of the settings that are on. */
export function settingsOn() {
  const settings = read("settings") ?? {};
  return Object.keys(settings).filter((name) => settings[name] === true);
}

/**
 * Stores what differs. Gives all that was to be stored, and whether the whole of it could be.
 * @param {State} state
 * @param {State} before
 */
export function save(state, before) {
  /** @type {Record<string, unknown>} */
  const values = {};
  if (state.open !== before.open || state.done !== before.done) values.attempt = { open: state.open, done: state.done };
  for (const name of [...NAMES, /** @type {const} */ ("lang")]) {
    if (state[name] !== before[name]) values[name] = state[name];
  }
  const entries = Object.entries(values).map(([name, value]) => [keyOf(name), JSON.stringify({ format: FORMAT, value })]);
  const texts = Object.fromEntries([...entries, [TURN, String(++turn)]]);
  const stored = Object.entries(texts).map(([key, text]) => write(key, text));
  return { texts, whole: !stored.includes(false) };
}

/** Whether another tab has stored something since this one did or looked. */
export const isStale = () => turnNow() !== turn;

/** Takes over texts that were stored later than those that are here. @param {Record<string, string>} texts */
export function restore(texts) {
  if (!(Number(texts[TURN]) > turnNow())) return false;
  for (const [key, text] of Object.entries(texts)) write(key, text);
  return true;
}

/** Whether this browser stores things at all. */
export function works() {
  const key = keyOf("try");
  const stores = write(key, key);
  if (stores) localStorage.removeItem(key);
  return stores;
}

/** @param {string} name */
function keyOf(name) {
  return `sixinto.${name}`;
}

function turnNow() {
  try {
    return Number(localStorage.getItem(TURN));
  } catch {
    return 0;
  }
}

/** @param {string} name @param {Older} [older] @returns {any} */
function read(name, older) {
  const { format, value, ...old } = parsed(keyOf(name));
  try {
    return format === 1 ? older?.(old) : format === FORMAT ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} key @returns {any} */
function parsed(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {string} key @param {string} text */
function write(key, text) {
  try {
    if (parsed(key).format > FORMAT) return false;
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {any} value @param {unknown} model */
const isLike = (value, model) =>
  value !== null && typeof value === typeof model && Array.isArray(value) === Array.isArray(model);

/** @param {Record<string, any>} values @param {(value: any) => any} change */
const mapped = (values, change) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** Enough to be shown on the home screen; the engine looks at the rest. @param {any} value @returns {value is Attempt} */
function isAttempt(value) {
  return value?.format === 1 && Array.isArray(value.paper?.questions) && typeof value.answers === "object";
}
