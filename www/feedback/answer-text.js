// @ts-check
/** @import { Answer, Item, Prompt } from "../generated/engine.js" */
import { say } from "../i18n/i18n.js";
import { choicesOf, partsOf } from "../kinds/choices.js";

/**
 * An answer in words, a line for each of its parts.
 * @param {Prompt} prompt
 * @param {Answer | undefined} answer
 * @returns {string[]}
 */
export function answerLines(prompt, answer) {
  if (!answer) return [say("none-to-blank")];
  const items = choicesOf(prompt);
  if ("number" in answer) return [`${answer.number} ${prompt.unit ?? ""}`.trim()];
  if ("blank" in answer) return answer.blank.map((text) => text || say("none-to-blank"));
  if ("order" in answer) return answer.order.map((id, at) => `${at + 1}. ${textOf(items, id)}`);
  if ("match" in answer) {
    const { targets = [] } = prompt;
    return items
      .filter(({ id }) => id in answer.match)
      .map(({ id, text }) => `${text} → ${textOf(targets, answer.match[id])}`);
  }
  const lettered = prompt.kind === "single" || prompt.kind === "multiple";
  const picked = partsOf(answer);
  return items.flatMap(({ id, text }, at) => {
    if (!picked.includes(id)) return [];
    return lettered ? `${String.fromCharCode(65 + at)}. ${text}` : text;
  });
}

/** @param {Item[]} items @param {string} id */
const textOf = (items, id) => items.find((item) => item.id === id)?.text ?? "";
