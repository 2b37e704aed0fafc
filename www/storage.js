// @ts-check
/** @import { Attempt } from "./generated/engine.js" */
/** @import { State } from "./session.js" */

/** Version of what is stored. Things of another version are not read. */
const FORMAT = 1;

/**
 * What was remembered, as far as it can be read.
 * @param {string[]} langs  The languages of the page; the first is the default.
 * @returns {Omit<State, "forgetful">}
 */
export function load(langs) {
  const { attempt, waiting = [], finished } = read("attempt");
  const { lang } = read("lang");
  return {
    lang: langs.includes(lang) ? lang : langs[0],
    open: [attempt, ...waiting].filter(isAttempt),
    done: isAttempt(finished) ? finished : null,
    seen: read("seen").times ?? {},
    daily: read("daily").percent ?? {},
  };
}

/**
 * Stores what differs, and tells whether all of it could be stored.
 * @param {State} state
 * @param {State} before
 */
export function save(state, before) {
  let stored = true;
  const keep = (/** @type {string} */ name, /** @type {object} */ value) => {
    stored = write(name, value) && stored;
  };
  if (state.open !== before.open || state.done !== before.done) {
    const [attempt = null, ...waiting] = state.open;
    keep("attempt", { attempt, waiting, finished: state.done });
  }
  if (state.seen !== before.seen) keep("seen", { times: state.seen });
  if (state.daily !== before.daily) keep("daily", { percent: state.daily });
  if (state.lang !== before.lang) keep("lang", { lang: state.lang });
  return stored;
}

/** @param {string} name */
function read(name) {
  try {
    const value = JSON.parse(localStorage.getItem(`sixinto.${name}`) ?? "{}");
    return value?.format === FORMAT ? value : {};
  } catch {
    return {};
  }
}

/** @param {string} name @param {object} value */
function write(name, value) {
  try {
    localStorage.setItem(`sixinto.${name}`, JSON.stringify({ format: FORMAT, ...value }));
    return true;
  } catch {
    return false;
  }
}

/** Whether this browser stores things at all. */
export function works() {
  const name = "sixinto.try";
  try {
    localStorage.setItem(name, name);
    localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

/** Enough to be shown on the home screen; the engine looks at the rest. @param {any} value @returns {value is Attempt} */
function isAttempt(value) {
  return value?.format === 1 && Array.isArray(value.paper?.questions) && typeof value.answers === "object";
}
