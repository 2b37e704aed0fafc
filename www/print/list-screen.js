// @ts-check
/** @import { Blueprint } from "../generated/engine.js" */
import { buildData } from "../content/build-data.js";
import { localized, say } from "../i18n/i18n.js";
import { clone, find } from "../platform/dom.js";

/**
 * @typedef {object} PrintListModel
 * @property {Blueprint[]} presets
 * @property {boolean} done  Whether a paper was finished.
 * @property {boolean} book  Whether there is anything in the review book.
 */

/** What there is to print. @param {HTMLElement} element */
export function mount(element) {
  const screen = clone("print-list");
  element.replaceChildren(screen);

  return (/** @type {PrintListModel} */ { presets, done, book }) => {
    const own = [
      ...(done ? [makeItem("#/print/done", say("print-done"))] : []),
      ...(book ? [makeItem("#/print/book", say("book"))] : []),
    ];
    find(screen, ".list").replaceChildren(...own, ...presets.flatMap(itemsOf), makeItem("#/cards", say("cards")));
  };
}

/** A preset of one theme is offered for each of them. @param {Blueprint} preset */
function itemsOf({ id, scope, title }) {
  if (scope === "all") return [makeItem(`#/print/${id}`, localized(title))];
  return buildData.themes.map((theme) => makeItem(`#/print/${id}/${theme.id}`, `${localized(title)} · ${localized(theme.label)}`));
}

/** @param {string} href @param {string} name */
function makeItem(href, name) {
  /** @type {HTMLAnchorElement} */
  const item = clone("print-item");
  item.href = href;
  find(item, "strong").textContent = name;
  return item;
}
