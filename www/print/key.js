// @ts-check
/** @import { Answer, Item, Prompt } from "../generated/engine.js" */
import { say } from "../i18n/i18n.js";

/** The letter of a choice on paper. @param {number} at */
export const letter = (at) => String.fromCharCode(65 + at);

/**
 * The right answer as it is written into the boxes and on the lines of a paper, first to last.
 * @param {Prompt} prompt
 * @param {Answer} key
 */
export function keyOf(prompt, key) {
  const { items = [], targets = [], areas = [], unit } = prompt;
  if ("judge" in key) return say(key.judge ? "true" : "false");
  if ("blank" in key) return key.blank.join(say("apart"));
  if ("number" in key) return `${key.number} ${unit ?? ""}`.trim();
  if ("order" in key) return items.map(({ id }) => key.order.indexOf(id) + 1).join(" ");
  if ("match" in key) return items.map(({ id }) => letter(placeOf(targets, key.match[id]))).join(" ");
  if ("spot" in key) return placesOf(areas, key.spot).map((at) => at + 1).join(" ");
  return placesOf(items, "single" in key ? [key.single] : key.multiple).map(letter).join(" ");
}

/** @param {Item[]} items @param {string} id */
const placeOf = (items, id) => items.findIndex((item) => item.id === id);

/** @param {Item[]} items @param {string[]} ids */
const placesOf = (items, ids) => items.flatMap(({ id }, at) => (ids.includes(id) ? [at] : []));
