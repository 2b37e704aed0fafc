// @ts-check
/** @import { Item } from "../generated/engine.js" */
/** @import { AnswerModel, Change } from "./choices.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillTag, find, make } from "../platform/dom.js";
import html from "./match.html";

addTemplates(html);

/** Pairs to join: each left side has a list of all right sides. */
export function mount(/** @type {HTMLElement} */ element, /** @type {Change} */ change) {
  /** @type {Map<string, HTMLElement>} */
  let rows = new Map();
  element.addEventListener("change", () => {
    const pairs = [...rows].map(([id, row]) => [id, selectOf(row).value]).filter(([, target]) => target);
    change(pairs.length ? { match: Object.fromEntries(pairs) } : null);
  });

  return (/** @type {AnswerModel} */ { prompt, answer, feedback }) => {
    const { items = [], targets = [] } = prompt;
    if (!rows.size) {
      rows = new Map(items.map((item, at) => [item.id, makeRow(item, targets, at)]));
      element.replaceChildren(...rows.values());
    }
    const picked = answer && "match" in answer ? answer.match : {};
    const key = feedback && "match" in feedback.key ? feedback.key.match : undefined;
    for (const [id, row] of rows) {
      const select = selectOf(row);
      select.value = picked[id] ?? "";
      select.disabled = !!feedback;
      row.dataset.state = key ? (key[id] === picked[id] ? "right" : "wrong") : picked[id] ? "picked" : "";
      find(row, ".pick-text").textContent = targets.find((target) => target.id === picked[id])?.text ?? say("pick-one");
      const fits = row.dataset.state === "right";
      if (key) fillTag(find(row, ".tag"), fits ? "i-tick" : "i-cross", say(fits ? "tag-fits" : "tag-wrong"));
    }
  };
}

/** @param {HTMLElement} row @returns {HTMLSelectElement} */
const selectOf = (row) => find(row, "select");

/** @param {Item} item @param {Item[]} targets @param {number} at */
function makeRow({ text }, targets, at) {
  const row = clone("pair");
  const select = selectOf(row);
  select.id = `pair-${at}`;
  const label = /** @type {HTMLLabelElement} */ (find(row, ".left"));
  label.htmlFor = select.id;
  label.textContent = text;
  select.append(option(say("pick-one"), ""), ...targets.map((target) => option(target.text, target.id)));
  return row;
}

/** @param {string} text @param {string} value */
function option(text, value) {
  const option = /** @type {HTMLOptionElement} */ (make("option", text));
  option.value = value;
  return option;
}
