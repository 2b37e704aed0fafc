// @ts-check
/** @import { Theme } from "../content/build-data.js" */
/** @import { Change } from "../generated/book.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find } from "../platform/dom.js";
import html from "./book.html";
import { makeShelves } from "./shelves.js";

/**
 * @typedef {"due" | "mistakes" | "favourites"} Tab
 *
 * @typedef {object} BookModel
 * @property {Tab} tab
 * @property {Record<Tab, string[]>} ids  What is in the book at this moment.
 * @property {number} most  How many questions one paper holds.
 * @property {string | undefined} next  When the next questions come back.
 * @property {boolean} isNew  Whether nothing is in the book.
 * @property {Shelf[]} shelves
 *
 * The questions of a theme; `ids` are those that are in the book, without those just taken out.
 * @typedef {{ theme: Theme, rows: Row[], ids: string[], words: "coming" | "failed" | undefined }} Shelf
 *
 * @typedef {object} Row
 * @property {string} id
 * @property {string | undefined} stem  Absent until it has come.
 * @property {string} topic
 * @property {string} when  When it comes back; empty where it is not in the review book.
 * @property {boolean} isListed  Whether it still belongs on this list.
 * @property {boolean} isFavourite
 *
 * @typedef {object} BookActions
 * @property {(preset: "review" | "favourites", ids: string[]) => void} practise
 * @property {(what: Change) => void} change
 * @property {(theme: string, ids: string[]) => void} look
 */

addTemplates(html);

/** @param {HTMLElement} element @param {Tab} tab @param {BookActions} actions */
export function mount(element, tab, actions) {
  const screen = clone("book");
  const go = find(screen, ".go");
  const showShelves = makeShelves(find(screen, ".shelves"), tab, actions);
  /** @type {BookModel} */
  let model;
  element.replaceChildren(screen);
  go.addEventListener("click", () => {
    actions.practise(tab === "favourites" ? tab : "review", model.ids[tab]);
  });

  return (/** @type {BookModel} */ next) => {
    model = next;
    const { ids, most, shelves } = model;
    const count = ids[tab].length;
    fillSegments(screen, model);
    const { title, text, more } = told(model);
    fillLine(find(screen, "h2"), title);
    fillLine(find(screen, ".book-text"), text);
    fillLine(find(screen, ".book-more"), more);
    showShelves(shelves);
    const link = onward(model);
    find(screen, ".onward").hidden = !link;
    if (link) fillLink(find(screen, ".onward"), link);
    go.hidden = !count;
    go.textContent = goWord(tab, count, most);
    find(screen, ".bar").hidden = !count && !link;
  };
}

/** @param {HTMLElement} screen @param {BookModel} model */
function fillSegments(screen, { tab, ids }) {
  for (const link of screen.querySelectorAll(".segments a")) {
    const own = /** @type {Tab} */ (link.getAttribute("data-tab"));
    if (own === tab) link.setAttribute("aria-current", "page");
    find(link, "b").textContent = String(ids[own].length);
  }
}

/** What is said over the list, or instead of it. @param {BookModel} model */
function told({ tab, ids, most, next, isNew, shelves }) {
  const count = ids[tab].length;
  if (tab === "favourites") {
    if (shelves.length) return { text: say("book-favourites-how") };
    return { title: say("book-no-favourites"), text: say("book-no-favourites-how") };
  }
  if (tab === "mistakes" && shelves.length) return { text: say("book-mistakes-how") };
  if (isNew) return { title: say("book-new"), text: say("book-new-how") };
  if (tab === "mistakes") return { title: say("book-no-mistakes"), text: say("book-new-how") };
  if (!count) return { title: say("book-none-due"), text: next };
  const more = count > most ? say("book-due-most", { n: most }) : undefined;
  return { title: say("book-due", { n: count }), text: say("book-due-why"), more };
}

/** Where to go instead, where there is nothing to do here. @param {BookModel} model */
function onward({ tab, ids, isNew, shelves }) {
  if (ids[tab].length || shelves.length) return undefined;
  const isIdle = tab === "due" && !isNew && ids.mistakes.length > 0;
  return isIdle
    ? { href: "#/book/mistakes", word: say("book-see-mistakes") }
    : { href: "#/", word: say("book-go") };
}

/** @param {HTMLElement} link @param {{ href: string, word: string }} what */
function fillLink(link, { href, word }) {
  link.setAttribute("href", href);
  link.textContent = word;
}

/** @param {Tab} tab @param {number} count @param {number} most */
function goWord(tab, count, most) {
  const n = Math.min(count, most);
  if (tab === "mistakes") return say("book-redo", { n });
  if (tab === "favourites") return say("book-redo-favourites", { n });
  return say(count > most ? "book-do-some" : "book-do", { n });
}
