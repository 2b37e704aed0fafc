// @ts-check
/** @import { Blueprint } from "./generated/engine.js" */
import { answerFrom } from "./banks.js";
import made from "./generated/extras.json";
import { lang } from "./say.js";

/**
 * What the build tells the screens that come later: where the files are that they need.
 * @typedef {object} Extras
 * @property {string} book  The wasm module of the review book.
 * @property {Blueprint[]} given  Presets of papers whose questions are given.
 * @property {Record<"topics" | "pledges" | "cards", Record<string, string>>} files  Addresses by language.
 */

/** @type {Extras} */
export const extras = /** @type {any} */ (made);

/** A file of the extras in the language spoken. @param {keyof Extras["files"]} name */
export async function extra(name) {
  const places = extras.files[name];
  return (await answerFrom(places[lang()] ?? Object.values(places)[0])).json();
}
