// @ts-check
// What the build wrote into the page: languages, themes, presets, and the addresses of everything else.
/** @import { Blueprint } from "../generated/engine.js" */

/**
 * What the build wrote into the page.
 * @typedef {object} Theme
 * @property {string} id
 * @property {Record<string, string>} label
 * @property {Record<string, string>} about
 * @property {string} icon
 *
 * @typedef {object} BuildData
 * @property {string[]} langs
 * @property {Theme[]} themes
 * @property {Blueprint[]} presets
 * @property {Record<string, Record<string, string>>} banks  Addresses by theme and language.
 * @property {string} engine
 * @property {string} extras  Address of what later screens have to know.
 * @property {Record<string, string>} words  Addresses of what the page says in other languages than the first.
 * @property {number} per_part  How many questions share a file of words.
 * @property {{ kinds: string, after_answer: string, return_visit: string, settings: string }} styles  Style sheets that come when they are needed.
 */

/** @type {BuildData} */
export const buildData = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("site")).textContent ?? "");

/** @param {string} id */
export const themeOf = (id) => buildData.themes.find((theme) => theme.id === id);

/** A preset that draws its questions: whoever names it can have a paper of it. @param {string} id */
export const drawnBy = (id) => buildData.presets.find((preset) => preset.id === id);

/** Presets of papers whose questions are given, which no first question needs. @type {Blueprint[]} */
let fixed = [];

/** @param {string} id */
export const presetOf = (id) => drawnBy(id) ?? fixed.find((preset) => preset.id === id);

/** Takes in presets of papers whose questions are fixed. @param {Blueprint[]} presets */
export const addFixedPresets = (presets) => (fixed = presets);

/** Where the questions of a theme are served. @param {string} theme @param {string} lang */
export const bankOf = (theme, lang) => buildData.banks[theme]?.[lang] ?? buildData.banks[theme]?.[buildData.langs[0]];

/** The themes that a preset draws from. @param {Blueprint} preset @param {string} theme */
export const themesOf = (preset, theme) => (preset.scope === "theme" ? [theme] : buildData.themes.map(({ id }) => id));

/**
 * Presets that differ from this one only in how strict they are: `exam` and `exam-60`.
 * @param {Blueprint} preset
 */
export function variantsOf(preset) {
  const [base] = preset.id.split("-");
  return buildData.presets.filter(({ id }) => id === base || id.startsWith(`${base}-`));
}

/**
 * How many questions and points a preset has.
 * @param {Blueprint} preset
 */
export function sizeOf({ sections }) {
  return {
    questions: sections.reduce((sum, { count }) => sum + count, 0),
    points: sections.reduce((sum, { count, points }) => sum + count * points, 0),
  };
}
