// @ts-check
// The wasm module that draws papers and marks them.
/** @import { Held } from "../content/banks.js" */
/** @import { Action, Attempt, Bank, Feedback, Paper, Prompt, StartRequest } from "../generated/engine.js" */
import { banksWith, fetchOrThrow, forgetBanks } from "../content/banks.js";
import { buildData } from "../content/build-data.js";
import * as glue from "../generated/engine.js";

/** @type {Bank | undefined} */
let bank;
/** @type {string[]} */
let texts = [];
let opened = "";
/** Ids of the questions whose words and keys are there. @type {Set<string>} */
let worded = new Set();
let ready = init();

function init() {
  const coming = glue.default({ module_or_path: fetchOrThrow(buildData.engine) });
  coming.catch(() => {});
  return coming;
}

/** Resolves once the engine can be asked; tries again where it could not be fetched before. */
export async function started() {
  await ready.catch(() => (ready = init()));
}

/**
 * Makes all questions of these themes the ones to draw from. They have no words yet.
 * @param {string[]} themes
 * @param {string} lang
 */
export async function openThemes(themes, lang) {
  const [banks] = await Promise.all([banksWith(themes, lang), started()]);
  swap(banks, "", (file) => file);
}

/**
 * Makes the questions of a paper the ones that everything below is about. Of those that are not named, no words need be
 * there: they cannot be shown or marked then.
 * @param {Paper} paper
 * @param {string} lang
 * @param {string[]} [ids]  All of them where it is left out.
 */
export async function openPaper({ themes, questions }, lang, ids) {
  const own = questions.map(({ id }) => id);
  const [banks] = await Promise.all([banksWith(themes, lang, ids ?? own), started()]);
  // The others would only have to be read again with every part that comes.
  const mine = (/** @type {{ id: string }} */ { id }) => own.includes(id);
  swap(banks, own.join(), (file) => ({ ...file, questions: file.questions.filter(mine) }));
}

/**
 * @param {Held[]} banks
 * @param {string} what  What is taken from them.
 * @param {(file: Held["file"]) => Held["file"]} take
 */
function swap(banks, what, take) {
  const wanted = [what, ...banks.map(({ address, parts }) => `${address} ${parts.size}`)].join();
  if (opened === wanted) return;
  opened = "";
  const files = banks.map(({ file }) => take(file));
  try {
    replace(files.map((file) => JSON.stringify(file)));
  } catch (error) {
    // What cannot be read is asked for again the next time.
    if (!isTrap(error)) forgetBanks(banks);
    throw error;
  }
  opened = wanted;
  worded = new Set(files.flatMap(({ questions }) => questions.flatMap(({ id, stem }) => (stem ? [id] : []))));
}

/** Nothing is shown or marked without its words and key. @param {string[]} ids */
export function needWords(ids) {
  const missing = ids.find((id) => !worded.has(id));
  if (missing) throw Object.assign(new Error(`no words of ${missing}`), { code: "bank-words" });
}

/** @param {string[]} fresh */
function replace(fresh) {
  const old = bank;
  [bank, texts] = [undefined, fresh];
  old?.free();
  withBank(() => {});
}

/**
 * Calls the bank; a trap costs one more try on a fresh instance.
 *
 * After a trap the instance's memory is in doubt and its objects stay borrowed, so both are dropped, not freed.
 * @template T
 * @param {(bank: Bank) => T} call
 * @returns {T}
 */
export function withBank(call) {
  try {
    return call((bank ??= new glue.Bank(texts)));
  } catch (error) {
    if (!isTrap(error)) throw error;
  }
  afresh();
  try {
    return call((bank = new glue.Bank(texts)));
  } catch (error) {
    if (isTrap(error)) afresh();
    throw error;
  }
}

function afresh() {
  bank = undefined;
  glue.__wbg_reset_state();
}

/** @param {unknown} error */
export const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

/** @param {Omit<StartRequest, "seed"> & { seed: number | undefined }} request */
export function start({ seed = glue.freshSeed(), ...request }) {
  return /** @type {Attempt} */ (JSON.parse(withBank((bank) => bank.start(JSON.stringify({ ...request, seed })))));
}

/** @param {Attempt} attempt @param {number} now */
export function resume(attempt, now) {
  return /** @type {Attempt} */ (JSON.parse(withBank((bank) => bank.resume(JSON.stringify(attempt), now))));
}

/** @param {Attempt} attempt @param {Action} action @param {number} now */
export function act(attempt, action, now) {
  const texts = [JSON.stringify(attempt), JSON.stringify(action)];
  return /** @type {Attempt} */ (JSON.parse(withBank((bank) => bank.act(texts[0], texts[1], now))));
}

/** @param {Attempt} attempt @param {number} index @param {string} lang */
export function prompt(attempt, index, lang) {
  needWords([attempt.paper.questions[index].id]);
  return /** @type {Prompt} */ (JSON.parse(withBank((bank) => bank.prompt(JSON.stringify(attempt), index, lang))));
}

/** @param {Attempt} attempt @param {string} question @param {string} lang */
export function feedback(attempt, question, lang) {
  needWords([question]);
  return /** @type {Feedback} */ (JSON.parse(withBank((bank) => bank.feedback(JSON.stringify(attempt), question, lang))));
}

/** @param {string} rule @param {string} lang */
export const ruleText = (rule, lang) => glue.ruleText(rule, lang);
