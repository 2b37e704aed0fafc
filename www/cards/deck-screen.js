// @ts-check
/** @import { CardFile, CardSet } from "./job-card.js" */
import { say } from "../i18n/i18n.js";
import { announce, clone, find } from "../platform/dom.js";
import { cardOf, CARDS } from "./job-card.js";
import { printCards } from "./print-cards.js";
import { onSwipe } from "./swipe.js";

/** @typedef {{ file: CardFile, set: CardSet }} DeckModel */

/** Which way an arrow turns. @type {Record<string, 1 | -1>} */
const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };

/** Three cards, one at a time: turned by a finger, by buttons or by the arrow keys. @param {HTMLElement} element */
export function mount(element) {
  const screen = clone("deck");
  const [cardBox, tabs] = [find(screen, ".deck-cards"), find(screen, ".deck-tabs")];
  let at = 0;
  /** @type {DeckModel} */
  let model;

  element.replaceChildren(screen);
  find(screen, ".before").addEventListener("click", () => turn(-1));
  find(screen, ".after").addEventListener("click", () => turn(1));
  find(screen, ".print-now").addEventListener("click", () => print());
  onSwipe(cardBox, turn);
  // Who looks at a card has the focus nowhere in particular.
  document.addEventListener("keydown", press);

  return (/** @type {DeckModel} */ next) => {
    model = next;
    const { file, set } = model;
    find(screen, "h1").textContent = say("cards-title", { post: set.post });
    cardBox.replaceChildren(...CARDS.map((card) => cardOf(card, file.names[card], set[card])));
    tabs.replaceChildren(...CARDS.map((card, to) => tabOf(file.names[card], () => go(to))));
    find(screen, ".deck-paper").textContent = say("cards-paper", file.names);
    find(screen, ".deck-note").textContent = file.note;
    /** @type {HTMLAnchorElement} */
    const quiz = find(screen, ".quiz");
    quiz.href = `#/cards/${set.id}/quiz`;
    quiz.textContent = say("cards-quiz", { n: set.questions.length });
    find(screen, ".pockets").replaceChildren(...printCards(model));
    showCard();
  };

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (!screen.isConnected) return document.removeEventListener("keydown", press);
    const by = ARROWS[event.key];
    // With another key held down, an arrow is the browser's: it leads back, say.
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turn(by);
  }

  /** Turns over one card; after the last comes the first. @param {1 | -1} by */
  function turn(by) {
    go((at + by + CARDS.length) % CARDS.length, by);
  }

  /** @param {number} to @param {1 | -1} [by] */
  function go(to, by = to < at ? -1 : 1) {
    at = to;
    cardBox.dataset.turn = by < 0 ? "back" : "on";
    showCard();
    announce(say("cards-now", { name: model.file.names[CARDS[at]], n: at + 1, of: CARDS.length }));
  }

  function showCard() {
    [...cardBox.children].forEach((card, index) => (/** @type {HTMLElement} */ (card).hidden = index !== at));
    [...tabs.children].forEach((tab, index) => tab.setAttribute("aria-pressed", String(index === at)));
    find(screen, ".deck-nth").textContent = say("cards-nth", { n: at + 1, of: CARDS.length });
  }
}

/** @param {string} name @param {() => void} choose */
function tabOf(name, choose) {
  const tab = clone("deck-tab");
  tab.textContent = name;
  tab.addEventListener("click", choose);
  return tab;
}
