// @ts-check
/** @import { QuestionModel } from "../quiz/question-screen.js" */
import { mount as mountQuestion } from "../quiz/question-screen.js";

/**
 * A question as it was answered, with everything that is said about it: the question screen, closed.
 * @param {HTMLElement} element
 * @param {{ look: (index: number) => void, back: () => void, fail: (error: unknown) => void }} actions
 * @returns {(model: QuestionModel) => void}
 */
export function mount(element, { look, back, fail }) {
  const nothing = () => {};
  const settled = () => Promise.resolve();
  const closed = { answer: nothing, lock: nothing, flag: nothing, settled };
  return mountQuestion(element, { ...closed, move: look, finish: back, fail });
}
