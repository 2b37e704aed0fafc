// @ts-check
/** @import { Blueprint } from "./generated/engine.js" */
import made from "./generated/extras.json";

/**
 * What the build tells the screens that come later: where the files are that they need.
 * @typedef {object} Extras
 * @property {string} book  The wasm module of the review book.
 * @property {Blueprint[]} given  Presets of papers whose questions are given.
 * @property {Record<"topics" | "pledges" | "cards", Record<string, string>>} files  Addresses by language.
 */

/** @type {Extras} */
export const extras = /** @type {any} */ (made);
