// @ts-check
/** @import { QuestionModel } from "./question.js" */
import { mount as mountQuestion } from "./question.js";

/**
 * A question as it was answered, with everything that is said about it: the question screen, closed.
 * @param {HTMLElement} element
 * @param {{ look: (index: number) => void, back: () => void, fail: (error: unknown) => void }} actions
 * @returns {(model: QuestionModel) => void}
 */
export function mount(element, { look, back, fail }) {
  const nothing = () => {};
  return mountQuestion(element, { answer: nothing, lock: nothing, flag: nothing, move: look, finish: back, fail });
}
