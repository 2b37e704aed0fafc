// @ts-check
// The words of the page in the language that is chosen.
import { buildData } from "../content/build-data.js";
import chinese from "../lang/zh-CN.js";

/**
 * @typedef {keyof typeof chinese
 *   | keyof typeof import("../lang/zh-CN.after-answer.js").default
 *   | keyof typeof import("../lang/zh-CN.return-visit.js").default} Key
 */

/** Most people speak the first language, so it comes with the page. @type {Record<string, () => Promise<{ default: Partial<typeof chinese> }>>} */
const others = { en: () => import("../lang/en.js"), bo: () => import("../lang/bo.js") };

/** @type {Record<string, string>} */
let words = chinese;
let current = buildData.langs[0];

/** The language that words are in at the moment. */
export const lang = () => current;

/** Words that come with later parts of the page, by language. @type {((lang: string) => Promise<object>)[]} */
const sources = [];

/** The language that was asked for last. */
let wanted = current;

/**
 * Fetches the words of a language and says everything in it from now on.
 * @param {string} lang
 */
export function setLanguage(lang) {
  wanted = lang;
  return learn();
}

/** @returns {Promise<void>} */
async function learn() {
  const lang = wanted;
  const known = sources.length;
  try {
    const first = lang in others ? (await others[lang]()).default : chinese;
    const rest = await Promise.all(sources.map((source) => source(lang)));
    // Another language was asked for meanwhile, or another part has come with words of its own.
    if (lang !== wanted || known !== sources.length) return learn();
    words = Object.assign({}, chinese, first, ...rest);
    current = lang;
  } catch (error) {
    wanted = current;
    throw error;
  }
}

/**
 * Says what a later part of the page says, too. Its Chinese comes with it.
 * @param {object} chinese
 * @param {Record<string, () => Promise<{ default: object }>>} others
 */
export function addWords(chinese, others) {
  sources.push(async (lang) => (lang in others ? (await others[lang]()).default : chinese));
  return learn();
}

/**
 * The words for something, with `{name}` replaced.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** A text of the site in the language spoken. @param {Record<string, string>} text */
export const localized = (text) => text[current] ?? Object.values(text)[0];

/**
 * Says everything under an element that carries the key of its words.
 * @template {ParentNode} T
 * @param {T} root
 */
export function sayAll(root) {
  for (const element of root.querySelectorAll("[data-say]")) {
    element.textContent = say(/** @type {Key} */ (element.getAttribute("data-say")));
  }
  for (const element of root.querySelectorAll("[data-say-label]")) {
    element.setAttribute("aria-label", say(/** @type {Key} */ (element.getAttribute("data-say-label"))));
  }
  return root;
}

/** A time as a clock shows it: 2:05. @param {number} seconds */
export function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A time as one says it: 45 minutes. @param {number} seconds */
export function duration(seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (!minutes) return say("seconds", { n: rest });
  return rest ? say("minutes-seconds", { n: minutes, s: rest }) : say("minutes", { n: minutes });
}
