// @ts-check
/** @import { Change } from "../generated/book.js" */
import { say } from "../i18n/i18n.js";
import { returnVisit } from "../lazy.js";
import { addTemplates, announce, clone, fillLine, find } from "../platform/dom.js";
import { during } from "../screen-host.js";
import { getState } from "../state/store.js";
import { statusOf } from "./book-status.js";
import html from "./status-buttons.html";

addTemplates(html);

/** Two buttons under what is told about a question: to like it, and to have it asked again. @param {string} id */
export function statusButtons(id) {
  const status = () => statusOf(getState(), id, Date.now());
  const tools = clone("keep-tools");
  /** @type {HTMLElement[]} */
  const [star, unsure, problem] = [".star", ".unsure", ".notice"].map((part) => find(tools, part));
  star.addEventListener("click", () =>
    during(change(star, status().isFavourite ? { unfavourite: id } : { favourite: id })),
  );
  unsure.addEventListener("click", () =>
    during(change(unsure, status().isKept ? { remove: id } : { keep: id })),
  );
  show();
  return tools;

  function show() {
    const { isKnown, isKept, isFavourite } = status();
    fill(star, isFavourite ? "on" : "off", say(isFavourite ? "favourite-on" : "favourite"));
    fill(unsure, isKept ? "on" : "off", say(isKept ? "unsure-on" : "unsure"));
    // The book knows nothing of a question that was never answered.
    unsure.hidden = !isKnown;
  }

  /** @param {HTMLElement} button @param {Change} what */
  async function change(button, what) {
    try {
      await changeInBook(what);
      fillLine(problem, undefined);
      show();
      announce(button.textContent ?? "");
    } catch (error) {
      console.error(error);
      fillLine(problem, say("not-put"));
    }
  }
}

/** @param {HTMLElement} button @param {"on" | "off"} state @param {string} word */
function fill(button, state, word) {
  button.dataset.on = state;
  find(button, "span").textContent = word;
}

/** Changes something in the review book by hand, once the book is there. @param {Change} what */
async function changeInBook(what) {
  const { changeBook, opened } = await returnVisit();
  await opened();
  changeBook(what);
}
