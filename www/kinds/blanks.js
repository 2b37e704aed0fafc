// @ts-check
/** @import { Feedback } from "../generated/engine.js" */
/** @import { AnswerModel, Change } from "./choices.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, find } from "../platform/dom.js";
import html from "./blanks.html";
import { partsOf } from "./choices.js";

addTemplates(html);

/** Words and numbers to type. */
export function mount(/** @type {HTMLElement} */ element, /** @type {Change} */ change) {
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  let isNumber = false;
  element.addEventListener("input", () => {
    const typed = inputs.map((input) => input.value);
    const empty = typed.every((text) => !text.trim());
    change(empty ? null : isNumber ? { number: typed[0] } : { blank: typed });
  });

  return (/** @type {AnswerModel} */ { prompt, answer, feedback }) => {
    if (!inputs.length) {
      isNumber = prompt.kind === "number";
      const rows = Array.from({ length: isNumber ? 1 : (prompt.blanks ?? 1) }, () => clone("blank"));
      inputs = rows.map((row) => find(row, "input"));
      rows.forEach((row, at) => {
        find(row, ".blank-label").textContent = rows.length > 1 ? say("nth-blank", { n: at + 1 }) : say("your-answer");
        find(row, ".unit").textContent = prompt.unit ?? "";
        if (isNumber) inputs[at].inputMode = "decimal";
      });
      element.replaceChildren(...rows);
    }
    const typed = partsOf(answer);
    inputs.forEach((input, at) => {
      // Setting a value would move the caret and break into an input method's composition.
      if (document.activeElement !== input) input.value = typed[at] ?? "";
      input.disabled = !!feedback;
      const row = /** @type {HTMLElement} */ (input.closest(".blank"));
      row.dataset.state = stateOf(feedback);
    });
  };
}

/** Which blank is wrong is not told, so all of them take the outcome. @param {Feedback | undefined} feedback */
function stateOf(feedback) {
  if (!feedback) return "";
  return feedback.outcome === "right" ? "right" : "wrong";
}
