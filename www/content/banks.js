// @ts-check
// Banks of questions: fetched by theme and language, and filled with words part by part.
import { fetchFile } from "#source";
import { bankOf, buildData } from "./build-data.js";
import { unpack } from "./unpack.js";

/** Something that has to come over the network did not. */
export class Unreachable extends Error {}

/**
 * The bank of a theme in one language. It comes without words: those come in parts, when their questions are asked.
 * @typedef {object} Held
 * @property {string} address
 * @property {{ questions: { id: string, stem: string, themes: string[], topic: string }[] }} file
 * @property {string[][]} names  Of the fields, for the parts.
 * @property {Set<number>} parts  Those whose words are in the file.
 */

/** @type {Map<string, Promise<Held>>} */
const banks = new Map();
/** @type {Map<string, Promise<void>>} */
const parts = new Map();

/**
 * The banks of these themes in one language, with the words of these questions at least. Each file is fetched once.
 * @param {string[]} themes
 * @param {string} lang
 * @param {string[]} [ids]
 * @returns {Promise<Held[]>}
 */
export async function banksWith(themes, lang, ids = []) {
  const held = await Promise.all(themes.map((theme) => bankAt(addressOf(theme, lang))));
  await Promise.all(held.flatMap((bank) => numbersOf(bank, ids).map((number) => fill(bank, number))));
  return held;
}

/** Which parts hold the words of these questions. @param {Held} bank @param {string[]} ids */
function numbersOf({ file }, ids) {
  const numbers = file.questions.flatMap(({ id }, at) => (ids.includes(id) ? Math.floor(at / buildData.per_part) : []));
  return [...new Set(numbers)];
}

/** @param {string} address */
function bankAt(address) {
  return once(banks, address, async () => ({ address, ...(await load(address)), parts: new Set() }));
}

/** Lays the words of a part over its questions. @param {Held} bank @param {number} number */
function fill({ address, file, names, parts: filled }, number) {
  const place = partOf(address, number);
  return once(parts, place, async () => {
    const start = number * buildData.per_part;
    const { file: words } = await load(place, names);
    const own = file.questions.slice(start, start + buildData.per_part);
    file.questions.splice(start, own.length, ...overlay(own, words));
    filled.add(number);
  });
}

/** @param {string} address @param {number} number */
const partOf = (address, number) => address.replace("banks/", `words/${number}.`);

/**
 * Lays one value over another of the same shape.
 * @param {any} under
 * @param {any} over
 * @returns {any}
 */
export function overlay(under, over) {
  if (Array.isArray(under) && under.length) return under.map((value, at) => overlay(value, over?.[at]));
  if (typeof under !== "object" || Array.isArray(under)) return over ?? under;
  const shared = Object.entries(under).map(([name, value]) => [name, overlay(value, over?.[name])]);
  return { ...over, ...Object.fromEntries(shared) };
}

/** @param {string} theme @param {string} lang */
function addressOf(theme, lang) {
  const address = bankOf(theme, lang);
  if (!address) throw Object.assign(new Error(`no bank for ${theme}`), { code: "bank-changed" });
  return address;
}

/**
 * Does something once for a key; what failed is done again the next time.
 * @template T
 * @param {Map<string, Promise<T>>} known
 * @param {string} key
 * @param {() => Promise<T>} task
 */
function once(known, key, task) {
  const coming = known.get(key) ?? task();
  known.set(key, coming);
  coming.catch(() => known.delete(key));
  return coming;
}

/** What a file holds. The names of its fields stand in the file, or are those of its bank. @param {string} address @param {string[][]} [known] */
async function load(address, known) {
  const text = await (await fetchOrThrow(address)).text();
  try {
    const [value, again, names = known] = JSON.parse(text);
    return { file: unpack(value, again, names), names };
  } catch (cause) {
    throw Object.assign(new Error(address, { cause }), { code: "bank-syntax" });
  }
}

/** What a server has at an address, if it has it. @param {string} address */
export async function fetchOrThrow(address) {
  const answer = await fetchFile(address).catch((cause) => {
    throw new Unreachable(address, { cause });
  });
  if (!answer.ok) throw new Unreachable(`${address}: ${answer.status}`);
  return answer;
}

/** Drops banks, to be fetched again. @param {Held[]} held */
export function forgetBanks(held) {
  for (const { address, parts: filled } of held) {
    banks.delete(address);
    for (const number of filled) parts.delete(partOf(address, number));
  }
}
