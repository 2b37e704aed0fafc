// @ts-check
/** @import { Attempt } from "../generated/engine.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, find, icon } from "../platform/dom.js";
import html from "./answer-sheet.html";

addTemplates(html);

/**
 * @typedef {object} Sheet
 * @property {() => void} open
 * @property {() => void} handIn
 * @property {(attempt: Attempt, index: number) => void} update
 */

/** Where there is room, the sheet stands beside the question; else it opens over it. */
const wide = matchMedia("(min-width: 56.25em)");

/**
 * The answer sheet of an exam, and the question that is asked before handing in.
 * @param {HTMLElement} screen
 * @param {{ move: (index: number) => void, finish: () => void }} actions
 * @returns {Sheet}
 */
export function mountSheet(screen, actions) {
  const sheet = clone("sheet");
  /** @type {HTMLDialogElement} */
  const dialog = find(screen, ".sheet-dialog");
  /** @type {HTMLDialogElement} */
  const ask = clone("hand-in");
  const list = find(sheet, "ol");
  let left = 0;

  screen.append(ask);
  settle();
  wide.addEventListener("change", settle);
  find(sheet, ".close").addEventListener("click", () => dialog.close());
  find(sheet, ".hand-in").addEventListener("click", handIn);
  find(ask, ".secondary").addEventListener("click", () => ask.close());
  find(ask, ".primary").addEventListener("click", () => {
    ask.close();
    actions.finish();
  });
  for (const one of [dialog, ask]) one.addEventListener("click", (event) => event.target === one && one.close());

  return { open, handIn, update };

  function settle() {
    if (!screen.isConnected) return wide.removeEventListener("change", settle);
    dialog.close();
    (wide.matches ? find(screen, ".beside") : dialog).append(sheet);
    return undefined;
  }

  function open() {
    dialog.showModal();
    find(sheet, "h2").focus();
  }

  function handIn() {
    dialog.close();
    find(ask, "p").textContent = left ? say("hand-in-left", { n: left }) : say("hand-in-all");
    ask.showModal();
    find(ask, "h2").focus();
  }

  /** @param {Attempt} attempt @param {number} index */
  function update(attempt, index) {
    const { questions } = attempt.paper;
    left = questions.filter(({ id }) => !(id in attempt.answers)).length;
    find(sheet, ".answered").textContent = say("answered", { n: questions.length - left, left });
    if (!list.childElementCount) list.append(...questions.map((_, at) => makeCell(at)));
    questions.forEach(({ id }, at) => {
      const cell = find(list, `li:nth-child(${at + 1}) button`);
      const [answered, flagged] = [id in attempt.answers, attempt.flagged.includes(id)];
      const text = say(answered ? "sheet-answered" : "sheet-open", { n: at + 1 });
      cell.setAttribute("aria-label", flagged ? say("sheet-flagged", { text }) : text);
      cell.classList.toggle("is-answered", answered);
      cell.classList.toggle("is-flagged", flagged);
      if (at === index) cell.setAttribute("aria-current", "step");
      else cell.removeAttribute("aria-current");
    });
  }

  /** @param {number} at */
  function makeCell(at) {
    const cell = document.createElement("button");
    cell.type = "button";
    cell.append(String(at + 1), icon("i-flag"));
    cell.addEventListener("click", () => {
      dialog.close();
      actions.move(at);
    });
    const item = document.createElement("li");
    item.append(cell);
    return item;
  }
}
