// @ts-check
/** @import { BookActions, Row, Shelf, Tab } from "./book-screen.js" */
import { localized, say } from "../i18n/i18n.js";
import { clone, fillLine, find } from "../platform/dom.js";

/** So many favourites are a short list. */
const FEW = 20;

/**
 * The questions of the book, a fold for each theme. What is there already stays, so that nothing loses the focus.
 * @param {HTMLElement} list
 * @param {Tab} tab
 * @param {BookActions} actions
 */
export function makeShelves(list, tab, actions) {
  /** @type {Map<string, (shelf: Shelf) => void>} */
  const known = new Map();

  return (/** @type {Shelf[]} */ shelves) => {
    for (const shelf of shelves) {
      const { id } = shelf.theme;
      const update = known.get(id) ?? makeShelf(list, tab, actions);
      known.set(id, update);
      update(shelf);
    }
    if (list.dataset.began) return;
    list.dataset.began = "true";
    if (isShort(tab, shelves)) for (const fold of list.querySelectorAll("details")) fold.open = true;
  };
}

/** Whether there is nothing to choose from: one theme, or few favourites. @param {Tab} tab @param {Shelf[]} shelves */
function isShort(tab, shelves) {
  const count = shelves.reduce((sum, { rows }) => sum + rows.length, 0);
  return shelves.length === 1 || (tab === "favourites" && count <= FEW);
}

/** @param {HTMLElement} list @param {Tab} tab @param {BookActions} actions */
function makeShelf(list, tab, actions) {
  /** @type {HTMLDetailsElement} */
  const fold = clone("shelf");
  const [rows, redo, coming, failed] = [".rows", ".shelf-redo", ".coming", ".failed"].map((part) => find(fold, part));
  /** @type {Map<string, (row: Row) => void>} */
  const known = new Map();
  /** @type {Shelf} */
  let shelf;
  const look = () => fold.open && actions.look(shelf.theme.id, shelf.rows.map(({ id }) => id));
  fold.addEventListener("toggle", look);
  find(failed, "button").addEventListener("click", look);
  redo.addEventListener("click", () => actions.practise(tab === "favourites" ? "favourites" : "review", shelf.ids));
  list.append(fold);

  return (/** @type {Shelf} */ next) => {
    shelf = next;
    const { theme, ids, words } = shelf;
    fold.dataset.theme = theme.id;
    find(fold, "summary use").setAttribute("href", `#icon-${theme.icon}`);
    find(fold, ".shelf-name").textContent = localized(theme.label);
    find(fold, ".shelf-count").textContent = say("questions", { n: ids.length });
    coming.hidden = words !== "coming";
    failed.hidden = words !== "failed";
    for (const row of shelf.rows) {
      if (row.stem === undefined) continue;
      const update = known.get(row.id) ?? makeRow(rows, row.id, tab, actions);
      known.set(row.id, update);
      update(row);
    }
    redo.hidden = !known.size || !ids.length;
    redo.textContent = say("book-redo-here", { theme: localized(theme.label), n: ids.length });
  };
}

/** @param {HTMLElement} rows @param {string} id @param {Tab} tab @param {BookActions} actions */
function makeRow(rows, id, tab, actions) {
  const row = clone("book-row");
  const [star, out] = [find(row, ".star"), find(row, ".out")];
  /** @type {Row} */
  let shown;
  star.addEventListener("click", () => actions.change(shown.isFavourite ? { unfavourite: id } : { favourite: id }));
  out.addEventListener("click", () => actions.change(shown.isListed ? { remove: id } : { keep: id }));
  rows.append(row);

  return (/** @type {Row} */ next) => {
    shown = next;
    const { stem = "", topic, when, isListed, isFavourite } = shown;
    row.dataset.listed = String(isListed);
    find(row, ".book-topic").textContent = topic;
    find(row, ".book-when").textContent = when;
    find(row, ".book-stem").textContent = stem;
    fillLine(find(row, ".book-gone"), isListed ? undefined : say(tab === "mistakes" ? "book-taken-out" : "book-unstarred"));
    out.hidden = tab !== "mistakes";
    fillButton(out, "off", say(isListed ? "book-take-out" : "book-put-back"), stem);
    fillButton(star, isFavourite ? "on" : "off", say(isFavourite ? "favourite-on" : "favourite"), stem);
  };
}

/**
 * Many buttons share a word, so each tells whoever does not see its row what it is about.
 * @param {HTMLElement} button @param {"on" | "off"} state @param {string} what @param {string} stem
 */
function fillButton(button, state, what, stem) {
  button.dataset.on = state;
  find(button, "span").textContent = what;
  button.setAttribute("aria-label", say("book-named", { what, stem }));
}
