// @ts-check
import { bankOf } from "./site.js";

/** Something that has to come over the network did not. */
export class Unreachable extends Error {}

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/**
 * The bank files of these themes in one language. Each is fetched once.
 * @param {string[]} themes
 * @param {string} lang
 */
export async function bankTexts(themes, lang) {
  return Promise.all(themes.map((theme) => text(addressOf(theme, lang))));
}

/**
 * The same files with what is said about the answers, which comes apart so that the first question need not wait.
 * @param {string[]} themes
 * @param {string} lang
 */
export async function fullTexts(themes, lang) {
  return Promise.all(themes.map((theme) => full(addressOf(theme, lang))));
}

/** @param {string} address */
async function full(address) {
  const [bank, notes] = await Promise.all([text(address), text(notesOf(address))]);
  try {
    const { questions, ...file } = JSON.parse(bank);
    return JSON.stringify({ ...file, questions: overlay(questions, JSON.parse(notes)) });
  } catch (cause) {
    fetched.delete(notesOf(address));
    throw Object.assign(new Error(address, { cause }), { code: "bank-syntax" });
  }
}

/** Where what is said about the answers of a bank is served. @param {string} address */
const notesOf = (address) => address.replace("banks", "notes");

/**
 * Lays one value over another of the same shape.
 * @param {any} under
 * @param {any} over
 * @returns {any}
 */
function overlay(under, over) {
  if (Array.isArray(under)) return under.map((value, at) => overlay(value, over?.[at]));
  if (typeof under !== "object") return over ?? under;
  const shared = Object.entries(under).map(([name, value]) => [name, overlay(value, over?.[name])]);
  return { ...over, ...Object.fromEntries(shared) };
}

/** @param {string} theme @param {string} lang */
function addressOf(theme, lang) {
  const address = bankOf(theme, lang);
  if (!address) throw Object.assign(new Error(`no bank for ${theme}`), { code: "bank-changed" });
  return address;
}

/** @param {string} address */
function text(address) {
  const known = fetched.get(address);
  if (known) return known;
  const coming = load(address);
  fetched.set(address, coming);
  // What failed once is asked for again the next time.
  coming.catch(() => fetched.delete(address));
  return coming;
}

/** @param {string} address */
const load = async (address) => (await answerFrom(address)).text();

/** What a server has at an address, if it has it. @param {string} address */
export async function answerFrom(address) {
  const coming = globalThis.fetching.get(address) ?? fetch(address);
  // An answer can be read once.
  globalThis.fetching.delete(address);
  const answer = await coming.catch((cause) => {
    throw new Unreachable(address, { cause });
  });
  if (!answer.ok) throw new Unreachable(`${address}: ${answer.status}`);
  return answer;
}

/**
 * Drops the files of these themes, to be fetched again.
 * @param {string[]} themes
 * @param {string} lang
 */
export function forgetTexts(themes, lang) {
  for (const theme of themes) {
    const address = addressOf(theme, lang);
    fetched.delete(address);
    fetched.delete(notesOf(address));
  }
}
