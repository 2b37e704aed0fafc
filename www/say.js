// @ts-check
import chinese from "./lang/zh-CN.js";
import { site } from "./site.js";

/** @typedef {keyof typeof chinese} Key */

/** Most people speak the first language, so it comes with the page. @type {Record<string, () => Promise<{ default: Record<Key, string> }>>} */
const others = { en: () => import("./lang/en.js") };

/** @type {Record<Key, string>} */
let words = chinese;
let spoken = site.langs[0];

/** The language that words are in at the moment. */
export const lang = () => spoken;

/**
 * Fetches the words of a language and says everything in it from now on.
 * @param {string} wanted
 */
export async function speak(wanted) {
  words = wanted in others ? (await others[wanted]()).default : chinese;
  spoken = wanted;
}

/**
 * The words for something, with `{name}` replaced.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export const say = (key, values = {}) => fill(words[key], values);

/** A text with `{name}` replaced. @param {string} text @param {Record<string, string | number>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** A text of the site in the language spoken. @param {Record<string, string>} text */
export const read = (text) => text[spoken] ?? Object.values(text)[0];

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
