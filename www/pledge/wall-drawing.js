// @ts-check
import { cut, fit, line, SERIF, wrap } from "../drawing/letters.js";
import { emblem, handwriting, mountains, PAPER, picture, TINTS } from "../drawing/parts.js";
import { say } from "../i18n/i18n.js";
import { draw } from "../platform/dom.js";

/**
 * A pledge as it hangs on the wall.
 * @typedef {object} Note
 * @property {number} at
 * @property {string} theme
 * @property {string} place
 * @property {string} name
 * @property {number[][]} strokes
 * @property {string[]} promises
 * @property {string} day
 */

/** How many notes a picture has room for, the newest. */
export const MOST_NOTES = 12;

const WIDTH = 1080;
const HEAD = 300;
const FOOT = 190;
const NOTE = { width: 474, height: 300, gap: 36 };
const LEFT = (WIDTH - 2 * NOTE.width - NOTE.gap) / 2;

/** The wall as one picture. @param {Note[]} all  The newest first. @param {string} day */
export function drawWall(all, day) {
  const notes = all.slice(0, MOST_NOTES);
  const rows = Math.ceil(notes.length / 2);
  const height = HEAD + rows * (NOTE.height + NOTE.gap) + FOOT;
  const label = say("wall-read", { n: notes.length, day });
  const signed = all.length > notes.length ? say("wall-some", { n: notes.length, of: all.length }) : say("wall-n", { n: all.length });
  return picture(WIDTH, height, label, ...head(`${signed} · ${day}`), ...notes.map((note, at) => noteAt(note, at, notes.length)), ...foot(height));
}

/** @param {string} about */
function head(about) {
  const middle = WIDTH / 2;
  return [
    emblem(middle - 40, 48, 80),
    line(say("wall"), middle, 196, { size: 54, font: SERIF, weight: 700, fill: PAPER.lake }, "middle"),
    line(about, middle, 244, { size: 26, fill: PAPER.muted }, "middle"),
  ];
}

/** @param {number} height */
function foot(height) {
  const middle = WIDTH / 2;
  return [
    mountains(0, height - 108, WIDTH, 108),
    line(say("app"), middle, height - 130, { size: 26, weight: 600, fill: PAPER.lake }, "middle"),
  ];
}

/** @param {Note} note @param {number} at @param {number} of */
function noteAt(note, at, of) {
  // The last one of an odd number hangs in the middle.
  const isAlone = at === of - 1 && at % 2 === 0;
  const x = isAlone ? (WIDTH - NOTE.width) / 2 : LEFT + (at % 2) * (NOTE.width + NOTE.gap);
  const y = HEAD + Math.floor(at / 2) * (NOTE.height + NOTE.gap);
  const tint = TINTS[note.theme] ?? PAPER.lake;
  return draw("g", { transform: `translate(${x} ${y})` }, ...sheet(tint), ...said(note, tint), ...signature(note));
}

/** A sheet held by a pin. @param {string} tint */
function sheet(tint) {
  const box = { width: NOTE.width, height: NOTE.height, rx: 14 };
  return [
    draw("rect", { ...box, y: 4, fill: PAPER.line }),
    draw("rect", { ...box, fill: "#ffffff", stroke: PAPER.line }),
    draw("rect", { x: 28, y: 30, width: 40, height: 5, rx: 2.5, fill: tint }),
    draw("circle", { cx: NOTE.width / 2, cy: 2, r: 11, fill: tint }),
    draw("circle", { cx: NOTE.width / 2 - 3, cy: -1, r: 3.5, fill: "#ffffff", "fill-opacity": 0.7 }),
  ];
}

/** @param {Note} note @param {string} tint */
function said({ place, promises: [first = "", ...others] }, tint) {
  const style = { size: 25, fill: PAPER.ink };
  const width = NOTE.width - 56;
  const lines = wrap(first, width, style);
  const shown = lines.length > 3 ? [...lines.slice(0, 2), cut(lines.slice(2).join(" "), width, style)] : lines;
  const more = others.length ? ` · ${say("wall-more", { n: others.length })}` : "";
  return [
    line(place + more, 28, 66, { size: 20, weight: 600, fill: tint }),
    ...shown.map((text, row) => line(text, 28, 106 + row * 37, style)),
  ];
}

/** @param {Note} note */
function signature({ name, strokes, day }) {
  const hand = strokes.length
    ? [handwriting(strokes, PAPER.ink, { x: NOTE.width - 222, y: 190, width: 194, height: 97 })]
    : written(name);
  return [line(day, 28, 268, { size: 19, fill: PAPER.muted }), ...hand];
}

/** @param {string} name */
function written(name) {
  const style = { size: 32, font: SERIF, weight: 600, fill: PAPER.ink };
  const { lines, size } = fit(name, 232, style);
  const top = 268 - (lines.length - 1) * size * 1.2;
  return lines.map((text, at) => line(text, NOTE.width - 28, top + at * size * 1.2, { ...style, size }, "end"));
}
