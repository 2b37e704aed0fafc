// @ts-check
/** @import { Area, Prompt } from "../generated/engine.js" */
import { say } from "../i18n/i18n.js";
import { clone, fillLine, find, make } from "../platform/dom.js";
import { letter } from "./key.js";

/** Where a stem leaves something out. */
const GAP = /_{2,}/;

/** The way in which each kind is answered with a pen. @type {Record<Prompt["kind"], (prompt: Prompt) => HTMLElement[]>} */
const WAYS = {
  single: lettered,
  multiple: lettered,
  judge: () => [rows("across", [tickRow("", say("true")), tickRow("", say("false"))])],
  blank: ({ stem, blanks = 1 }) => (GAP.test(stem) ? [] : Array.from({ length: blanks }, () => line(""))),
  number: ({ unit = "" }) => [line(unit)],
  order: ({ items = [] }) => [rows("", items.map(({ text }) => tickRow("", text)))],
  match: matching,
  spot: ({ areas = [] }) => [rows("places", areas.map(({ text }, at) => tickRow(`${at + 1}.`, text)))],
};

/**
 * A question with room for an answer by hand.
 * @param {Prompt} prompt
 * @param {number} number
 * @param {string} [label]  Of what kind it is, where no heading says so.
 */
export function questionOnPaper(prompt, number, label) {
  const question = clone("print-question");
  question.dataset.kind = prompt.kind;
  find(question, ".number").textContent = `${number}.`;
  fillLine(find(question, ".label"), label);
  find(question, ".stem-text").replaceChildren(...stem(prompt));
  const picture = find(question, ".asked-picture");
  if (prompt.media) picture.prepend(...pictureOf(prompt));
  else picture.remove();
  find(question, ".room").replaceChildren(...WAYS[prompt.kind](prompt));
  return question;
}

/** The text with a line to write on wherever something is left out. @param {Prompt} prompt */
function stem({ stem }) {
  return stem.split(GAP).flatMap((text, at) => [...(at ? [gap()] : []), make("span", text)]);
}

function gap() {
  const line = make("span", "____");
  line.className = "gap";
  return line;
}

/** @param {Prompt} prompt */
function pictureOf({ media, areas }) {
  const image = Object.assign(document.createElement("img"), { src: media?.file, alt: media?.alt });
  return [image, ...(areas ?? []).map(pin)];
}

/** The number of a place, where it is in the picture. @param {Area} area @param {number} at */
function pin({ x, y, width, height }, at) {
  const pin = make("i", String(at + 1));
  pin.style.setProperty("left", `${(x + width / 2) / 10}%`);
  pin.style.setProperty("top", `${(y + height / 2) / 10}%`);
  pin.setAttribute("aria-hidden", "true");
  return pin;
}

/** @param {Prompt} prompt */
function lettered({ items = [] }) {
  return [rows("", items.map(({ text }, at) => tickRow(`${letter(at)}.`, text)))];
}

/** A box beside each left side takes the letter of a right one. @param {Prompt} prompt */
function matching({ items = [], targets = [] }) {
  const lefts = rows("", items.map(({ text }) => tickRow("", text)));
  const rights = rows("", targets.map(({ text }, at) => row(`${letter(at)}.`, text)));
  const both = make("div");
  both.className = "sides";
  both.append(lefts, rights);
  return [both];
}

/** @param {string} look @param {HTMLElement[]} children */
function rows(look, children) {
  const list = make("ul");
  list.className = look;
  list.append(...children);
  return list;
}

/** @param {string} name @param {string} text */
function tickRow(name, text) {
  const made = row(name, text);
  const box = make("span");
  box.className = "box";
  made.prepend(box);
  return made;
}

/** @param {string} name @param {string} text */
function row(name, text) {
  const row = make("li");
  row.append(...(name ? [make("b", name)] : []), make("span", text));
  return row;
}

/** @param {string} unit */
function line(unit) {
  const line = make("p", unit);
  line.className = "line-to-fill";
  line.prepend(gap());
  return line;
}
