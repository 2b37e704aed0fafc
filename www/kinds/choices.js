// @ts-check
/** @import { Answer, Feedback, Kind, Prompt } from "../generated/engine.js" */
import { say } from "../i18n/i18n.js";
import { clone, fillLine, find, icon } from "../platform/dom.js";

/**
 * What every way of answering is given.
 * @typedef {object} AnswerModel
 * @property {Prompt} prompt
 * @property {Answer | undefined} answer
 * @property {Feedback | undefined} feedback  Once it is there, the answer is final.
 * @property {boolean} review  Whether to tell about choices nobody asked about.
 *
 * @typedef {(answer: Answer | null) => void} Change
 */

/** Rows to pick one or several of: single, multiple, judge and, until its picture can be tapped, spot. */
export function mount(/** @type {HTMLElement} */ element, /** @type {Change} */ change) {
  /** @type {Map<string, HTMLElement>} */
  let rows = new Map();
  /** @type {Kind} */
  let kind;
  element.addEventListener("change", () => {
    const picked = [...rows].filter(([, row]) => inputOf(row).checked).map(([id]) => id);
    change(toAnswer(kind, picked));
  });

  return (/** @type {AnswerModel} */ model) => {
    if (!rows.size) {
      kind = model.prompt.kind;
      rows = new Map(choicesOf(model.prompt).map(({ id, text }, at) => [id, makeRow(kind, text, at)]));
      element.replaceChildren(...rows.values());
    }
    const picked = partsOf(model.answer);
    for (const [id, row] of rows) {
      inputOf(row).checked = picked.includes(id);
      inputOf(row).disabled = !!model.feedback;
      mark(row, id, picked.includes(id), model);
    }
  };
}

/** @param {HTMLElement} row @returns {HTMLInputElement} */
const inputOf = (row) => find(row, "input");

/** @param {Kind} kind @param {string} text @param {number} at */
function makeRow(kind, text, at) {
  const row = clone("choice");
  inputOf(row).type = kind === "multiple" || kind === "spot" ? "checkbox" : "radio";
  find(row, ".choice-text").textContent = text;
  // Whether a sentence is true is not a matter of A or B.
  row.dataset.letter = kind === "judge" ? "" : String.fromCharCode(65 + at);
  return row;
}

/** @param {HTMLElement} row @param {string} id @param {boolean} picked @param {AnswerModel} model */
function mark(row, id, picked, { feedback, review }) {
  const fits = !!feedback && partsOf(feedback.key).includes(id);
  const state = !feedback ? picked && "picked" : fits ? (picked ? "right" : "missed") : picked && "wrong";
  row.dataset.state = state || "";
  const image = state === "wrong" ? "i-cross" : "i-tick";
  const control = find(row, ".control");
  control.replaceChildren(state && state !== "picked" ? icon(image) : (row.dataset.letter ?? ""));
  control.classList.toggle("square", inputOf(row).type === "checkbox");
  const tag = find(row, ".tag");
  tag.textContent = state === "right" || state === "wrong" || state === "missed" ? say(`tag-${state}`) : "";
  const why = feedback?.whys.find((item) => item.id === id)?.text;
  fillLine(find(row, ".why"), state || review ? why : undefined);
}

/** @param {Prompt} prompt */
export function choicesOf({ kind, items, areas }) {
  const judged = [{ id: "true", text: say("true") }, { id: "false", text: say("false") }];
  // Places in a picture keep the order in which the eye goes over it.
  return kind === "judge" ? judged : (areas ?? items ?? []);
}

/** What an answer names or says, as a list. @param {Answer | undefined} answer */
export function partsOf(answer) {
  const [value] = Object.values(answer ?? {});
  return value === undefined ? [] : Array.isArray(value) ? /** @type {string[]} */ (value) : [String(value)];
}

/** @param {Kind} kind @param {string[]} ids @returns {Answer | null} */
function toAnswer(kind, ids) {
  if (!ids.length) return null;
  if (kind === "judge") return { judge: ids[0] === "true" };
  if (kind === "single") return { single: ids[0] };
  return kind === "spot" ? { spot: ids } : { multiple: ids };
}
