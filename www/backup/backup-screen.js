// @ts-check
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find, make } from "../platform/dom.js";
import { canSend, save, send } from "../platform/files.js";
import html from "./backup.html";

addTemplates(html);

/**
 * @typedef {object} Outcome  What became of what was done last, the most important first.
 * @property {string[]} words
 * @property {boolean} [isRefusal]
 *
 * @typedef {object} DataModel
 * @property {{ name: string, count: number }[]} rows
 * @property {string | undefined} notice
 * @property {Outcome | undefined} outcome
 *
 * @typedef {object} DataActions
 * @property {() => File | undefined} file
 * @property {(chosen: File) => Promise<{ text: string, gains: string[] } | undefined>} look
 * @property {(text: string) => Promise<void>} add
 * @property {() => Promise<void>} erase
 * @property {() => void} told
 */

/** @param {HTMLElement} element @param {DataActions} actions */
export function mount(element, actions) {
  const screen = clone("data");
  /** @type {HTMLInputElement} */
  const input = find(screen, "input");
  element.replaceChildren(screen);
  find(screen, ".save").addEventListener("click", () => {
    const file = actions.file();
    if (!file) return;
    save(file);
    actions.told();
  });
  find(screen, ".send").addEventListener("click", () => {
    const file = actions.file();
    if (file) send(file);
  });
  find(screen, ".send").hidden = !canSend("a.json", "application/json");
  find(screen, ".add").addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const [chosen] = input.files ?? [];
    const found = chosen && (await actions.look(chosen));
    input.value = "";
    if (found) ask(screen, "data-add", "data-add-ask", found.gains, "data-add-yes", () => actions.add(found.text));
  });
  find(screen, ".wipe").addEventListener("click", () => {
    ask(screen, "data-wipe-ask", "data-wipe-means", [], "data-wipe-yes", actions.erase);
  });

  return (/** @type {DataModel} */ { rows, notice, outcome }) => {
    fillLine(find(screen, ".notice"), notice);
    find(screen, ".counts").replaceChildren(...rows.map(makeRow));
    const told = find(screen, ".outcome");
    told.classList.toggle("is-refusal", !!outcome?.isRefusal);
    told.replaceChildren(...(outcome?.words ?? []).map((words) => make("p", words)));
    if (outcome) told.scrollIntoView({ block: "nearest" });
  };
}

/** @param {{ name: string, count: number }} row */
function makeRow({ name, count }) {
  const row = clone("data-count");
  find(row, "dt").textContent = name;
  find(row, "dd").textContent = String(count);
  return row;
}

/**
 * @param {HTMLElement} screen
 * @param {"data-add" | "data-wipe-ask"} title
 * @param {"data-add-ask" | "data-wipe-means"} means
 * @param {string[]} lines
 * @param {"data-add-yes" | "data-wipe-yes"} yes
 * @param {() => void} act
 */
function ask(screen, title, means, lines, yes, act) {
  /** @type {HTMLDialogElement} */
  const dialog = clone("data-ask");
  find(dialog, "h2").textContent = say(title);
  find(dialog, "p").textContent = say(means);
  find(dialog, "ul").replaceChildren(...lines.map((line) => make("li", line)));
  const [no, go] = dialog.querySelectorAll("button");
  no.textContent = say("data-no");
  go.textContent = say(yes);
  no.addEventListener("click", () => dialog.close());
  go.addEventListener("click", () => {
    dialog.close();
    act();
  });
  dialog.addEventListener("close", () => dialog.remove());
  screen.append(dialog);
  dialog.showModal();
  find(dialog, "h2").focus();
}
