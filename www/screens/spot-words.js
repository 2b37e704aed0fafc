// @ts-check
import words from "../lang/spot.js";
import { fill, lang } from "../say.js";

/** @typedef {keyof (typeof words)[string]} SpotKey */

/**
 * The words for something about a picture, with `{name}` replaced.
 * @param {SpotKey} key
 * @param {Record<string, string | number>} [values]
 */
export const tell = (key, values = {}) => fill((words[lang()] ?? words["zh-CN"])[key], values);
