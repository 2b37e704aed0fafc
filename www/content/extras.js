// @ts-check
// Files that only screens need which come later: topics, promises, job cards, and the presets of fixed papers.
/** @import { Blueprint } from "../generated/engine.js" */
import { lang } from "../i18n/i18n.js";
import { fetchOrThrow } from "./banks.js";
import { buildData } from "./build-data.js";

/**
 * What the screens that come later have to know of the site: where the files are that they need.
 * @typedef {object} Extras
 * @property {string} book  The wasm module of the review book.
 * @property {Blueprint[]} given  Presets of papers whose questions are given.
 * @property {Record<"topics" | "pledges" | "cards", Record<string, string>>} files  Addresses by language.
 */

/** @type {Promise<Extras> | undefined} */
let held;

/** Fetched once; tried again where it could not be fetched before. */
export async function extras() {
  held ??= fetchOrThrow(buildData.extras).then((answer) => answer.json());
  return held.catch((error) => {
    held = undefined;
    throw error;
  });
}

/** A file of the extras in the language spoken. @param {keyof Extras["files"]} name */
export async function extra(name) {
  const places = (await extras()).files[name];
  return (await fetchOrThrow(places[lang()] ?? Object.values(places)[0])).json();
}
