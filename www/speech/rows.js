// @ts-check
import { lang, say } from "../i18n/i18n.js";
import { sentences } from "./sentences.js";

/**
 * A sentence to read, and what is shown of that: the row it stands in, and where in whose text.
 * @typedef {object} Piece
 * @property {string} text
 * @property {HTMLElement} row
 * @property {{ element: HTMLElement, start: number, end: number } | undefined} place
 */

const ASKED = ".stem, .choice, .step, .pair, .blank";
const TOLD = ".verdict, .right-answer h3, .right-answer li, .reason, .todo h3, .todo p";

/** What is read where something stands on the screen; the first that fits. `data-aloud` is for screens not listed here. */
const SCREENS = [
  { where: '.question[data-mode="review"] .told, .study .told', rows: `${ASKED}, ${TOLD}` },
  { where: ".question .told", rows: TOLD },
  { where: ".question", rows: ASKED },
  { where: ".report", rows: `h1 > span, .detail, .notice, .mark summary, .yours, ${TOLD}` },
  { where: "[data-aloud]", rows: "[data-aloud]" },
];

/** What of a row is its text, and what is said before that, as the number of a step. The letter of a choice is in its data. */
const PARTS = [
  { row: ".choice", text: ".choice-text", leads: [] },
  { row: ".step", text: ".step-text", leads: [".step-number"] },
  { row: ".pair", text: ".left", leads: [] },
  { row: ".blank", text: ".blank-label", leads: [] },
  { row: ".mark summary", text: ".mark-stem", leads: [".mark-number", ".tag"] },
];

/** Everything on the screen that is read aloud, sentence by sentence. @param {HTMLElement} screen */
export function piecesOn(screen) {
  const found = SCREENS.find(({ where }) => screen.querySelector(where));
  if (!found) return [];
  /** @type {HTMLElement[]} */
  const rows = [...screen.querySelectorAll(/** @type {"p"} */ (found.rows))];
  return [...rows.filter(isSeen).flatMap(piecesOf), ...partners(screen, found.rows === ASKED)];
}

/** @param {HTMLElement} row */
const isSeen = (row) => row.checkVisibility?.() ?? row.getClientRects().length > 0;

/** @param {HTMLElement} row @returns {Piece[]} */
function piecesOf(row) {
  const part = PARTS.find((one) => row.matches(one.row));
  /** @type {HTMLElement} */
  const element = (part && row.querySelector(part.text)) ?? row;
  const leads = [row.dataset.letter, ...(part?.leads ?? []).map((name) => row.querySelector(name)?.textContent?.trim())];
  let start = 0;
  return sentences(element.textContent ?? "").map((sentence) => {
    const place = { element, start, end: start + sentence.trimEnd().length };
    const lead = start ? [] : leads.filter(Boolean);
    start += sentence.length;
    return { text: [...lead, sentence.trim()].join(lang() === "en" ? ". " : "。"), row, place };
  });
}

/** The right sides of pairs stand in lists that are not open. @param {HTMLElement} screen @param {boolean} asked @returns {Piece[]} */
function partners(screen, asked) {
  /** @type {HTMLSelectElement | null} */
  const list = screen.querySelector(".pair select");
  /** @type {HTMLElement | null} */
  const row = screen.querySelector(".answer");
  if (!asked || !list || !row) return [];
  const texts = [...list.options].filter(({ value }) => value).map(({ text }) => text);
  return [say("aloud-partners"), ...texts].map((text) => ({ text, row, place: undefined }));
}
