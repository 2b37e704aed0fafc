// @ts-check
import { addTemplates, clone, find, make } from "../platform/dom.js";
import html from "./cards.html";

addTemplates(html);

/**
 * The cards of one job post, a line a text.
 * @typedef {{ id: string, post: string, themes: string[], risk: string[], operation: string[], emergency: string[],
 *   questions: string[], sources: string[] }} CardSet
 *
 * @typedef {(typeof CARDS)[number]} Card
 *
 * All of them, and what the cards are called.
 * @typedef {{ names: Record<Card, string>, note: string, sets: CardSet[] }} CardFile
 */

/** The cards in the order in which they are read. */
export const CARDS = /** @type {const} */ (["risk", "operation", "emergency"]);

/** @param {Card} card @param {string} name @param {string[]} lines */
export function cardOf(card, name, lines) {
  const article = clone("job-card");
  article.dataset.card = card;
  find(article, "use").setAttribute("href", `#i-${card}`);
  find(article, "h2 span").textContent = name;
  // Hazards come in no order, what one does comes in order.
  const list = make(card === "risk" ? "ul" : "ol");
  list.append(...lines.map((line) => make("li", line)));
  article.append(list);
  return article;
}
