// @ts-check
/** @import { CardFile, CardSet } from "./job-card.js" */
import { say } from "../i18n/i18n.js";
import { clone, find } from "../platform/dom.js";
import { cardOf, CARDS } from "./job-card.js";

/**
 * The cards as they come out of the printer, a page each: two sheets with a front and a back. The one that counts when
 * something happens is a front, and its back is for what only the owner knows.
 * @param {{ file: CardFile, set: CardSet }} model
 */
export function printCards({ file, set }) {
  const pages = CARDS.map((card) => pageOf(set.post, cardOf(card, file.names[card], set[card])));
  return [...pages, pageOf(set.post, ownSide(set))];
}

/** @param {string} post @param {HTMLElement} card */
function pageOf(post, card) {
  const page = clone("pocket");
  find(page, ".pocket-post").textContent = post;
  page.prepend(card);
  return page;
}

/** @param {CardSet} set */
function ownSide({ sources }) {
  const side = clone("own-side");
  find(side, ".pocket-sources").textContent = say("cards-sources", { titles: sources.join(say("cards-comma")) });
  return side;
}
