// @ts-check
/** @import { Note } from "./wall-drawing.js" */
import { handwriting } from "../drawing/parts.js";
import { pictureTools } from "../drawing/picture-tools.js";
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, find, make } from "../platform/dom.js";
import { drawWall } from "./wall-drawing.js";
import html from "./wall.html";

addTemplates(html);

/**
 * @typedef {object} WallModel
 * @property {Note[]} notes  The newest first.
 * @property {string} day    Today.
 */

/** @param {HTMLElement} element @param {{ remove: (at: number) => void }} actions */
export function mount(element, { remove }) {
  const screen = clone("wall");
  /** @type {WallModel} */
  let shown;
  element.replaceChildren(screen);
  find(screen, ".picture-tools").replaceWith(
    pictureTools(() => ({ drawing: drawWall(shown.notes, shown.day), name: say("wall-file"), scale: 1 })),
  );
  const taken = (/** @type {number} */ at) => {
    remove(at);
    find(screen, "h1").focus();
  };

  return (/** @type {WallModel} */ model) => {
    shown = model;
    const isEmpty = !model.notes.length;
    find(screen, ".nothing-yet").hidden = !isEmpty;
    for (const part of screen.querySelectorAll(".wall-picture, .notes")) /** @type {HTMLElement} */ (part).hidden = isEmpty;
    find(screen, ".notes").replaceChildren(...model.notes.map((note) => noteCard(note, taken)));
  };
}

/** @param {Note} note @param {(at: number) => void} remove */
function noteCard(note, remove) {
  const card = clone("note");
  const [take, ask] = [find(card, ".take-down"), find(card, ".note-ask")];
  const who = note.name || say("by-hand");
  card.dataset.theme = note.theme;
  find(card, ".note-place").textContent = note.place;
  find(card, ".note-promises").replaceChildren(...note.promises.map((text) => make("li", text)));
  find(card, ".note-sign").replaceChildren(signed(note, who));
  find(card, ".note-day").textContent = note.day;
  take.setAttribute("aria-label", say("take-down-of", { name: who }));
  const turn = (/** @type {boolean} */ asks) => {
    [take.hidden, ask.hidden] = [asks, !asks];
    (asks ? find(ask, ".keep-up") : take).focus();
  };
  take.addEventListener("click", () => turn(true));
  find(ask, ".keep-up").addEventListener("click", () => turn(false));
  find(ask, ".take-now").addEventListener("click", () => remove(note.at));
  return card;
}

/** What was written by hand, or the name. @param {Note} note @param {string} who */
function signed({ strokes }, who) {
  if (!strokes.length) return make("bdi", who);
  const svg = handwriting(strokes, "currentColor", {});
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", who);
  return svg;
}
