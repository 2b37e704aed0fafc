// @ts-check
import made from "./generated/extras.json";

/**
 * What the build tells the screens that come later: where the files are that they need.
 * @typedef {object} Extras
 * @property {string} book  The wasm module of the review book.
 */

/** @type {Extras} */
export const extras = made;
