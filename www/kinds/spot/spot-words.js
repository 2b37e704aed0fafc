// @ts-check
/** @import { Key } from "../../i18n/i18n.js" */
import { say } from "../../i18n/i18n.js";

/** @typedef {Key extends infer K ? (K extends `spot-${infer Rest}` ? Rest : never) : never} SpotKey */

/** The words for something about a picture with hazards. @param {SpotKey} key @param {Record<string, string | number>} [values] */
export const tell = (key, values) => say(/** @type {Key} */ (`spot-${key}`), values);
