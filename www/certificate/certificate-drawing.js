// @ts-check
import { fit, line, SERIF, wrap } from "../drawing/letters.js";
import { emblem, handwriting, mountains, PAPER, picture } from "../drawing/parts.js";
import { say } from "../i18n/i18n.js";
import { draw } from "../platform/dom.js";

/**
 * What stands on a certificate.
 * @typedef {object} Written
 * @property {string} name   Empty where nobody has typed one: there is a line to write it on.
 * @property {string} exam   What the paper is called.
 * @property {string} day
 * @property {string} score
 * @property {string} full   Out of how many points, and how many pass.
 * @property {string} code
 * @property {Signed} [signed]
 *
 * @typedef {object} Signed
 * @property {string[]} promises
 * @property {string} name
 * @property {number[][]} strokes
 */

/** A sheet of A4 on its side: four units are a millimetre. */
export const SHEET = { width: 1188, height: 840 };

const MIDDLE = SHEET.width / 2;

const NAME_WIDTH = 720;

/** How far everything comes down where no promises stand below it. */
const DOWN = 34;

/** The certificate as a picture. @param {Written} written */
export function drawCertificate(written) {
  const { name, exam, day, score, full, code, signed } = written;
  const label = say("cert-read", { name: name || "—", exam, day, score, full, code });
  const y = signed ? 0 : DOWN;
  return picture(SHEET.width, SHEET.height, label, ...frame(), ...head(y), ...whose(name, y), ...facts(written, y), ...below(signed));
}

function frame() {
  const around = (/** @type {number} */ at, /** @type {object} */ look) =>
    draw("rect", { x: at, y: at, width: SHEET.width - 2 * at, height: SHEET.height - 2 * at, fill: "none", ...look });
  const far = mountains(36, 708, SHEET.width - 72, 96);
  return [far, around(24, { stroke: PAPER.lake, "stroke-width": 4 }), around(36, { stroke: PAPER.gold, "stroke-width": 1.5 })];
}

/** @param {number} y */
function head(y) {
  const title = { size: 46, font: SERIF, weight: 700, fill: PAPER.lake };
  return [
    emblem(MIDDLE - 36, 64 + y, 72),
    line(say("cert-exam"), MIDDLE, 194 + y, title, "middle"),
    line(say("cert-passed"), MIDDLE, 232 + y, { size: 23, fill: PAPER.muted }, "middle"),
  ];
}

/** @param {string} name @param {number} y */
function whose(name, y) {
  const style = { size: 66, font: SERIF, weight: 600, fill: PAPER.ink };
  const { lines, size } = fit(name, NAME_WIDTH, style);
  const base = 356 + y - (lines.length - 1) * size * 1.1;
  const rule = { x1: MIDDLE - NAME_WIDTH / 2, x2: MIDDLE + NAME_WIDTH / 2, y1: 380 + y, y2: 380 + y, stroke: PAPER.gold, "stroke-width": 1.5 };
  return [
    ...lines.map((text, at) => line(text, MIDDLE, base + at * size * 1.1, { ...style, size }, "middle")),
    draw("line", rule),
  ];
}

/** @param {Written} written @param {number} y */
function facts({ exam, day, score, full, code }, y) {
  const columns = [
    { x: 264, name: say("cert-score"), value: score, note: full },
    { x: MIDDLE, name: say("cert-day"), value: day, note: exam },
    { x: 924, name: say("cert-code"), value: code, note: say("cert-code-note") },
  ];
  return columns.flatMap(({ x, name, value, note }) => [
    line(name, x, 432 + y, { size: 18, fill: PAPER.muted }, "middle"),
    line(value, x, 470 + y, { size: 30, weight: 600, fill: PAPER.ink }, "middle"),
    line(note, x, 502 + y, { size: 18, fill: PAPER.muted }, "middle"),
  ]);
}

/** The promises, and whose word all of this is. @param {Signed | undefined} signed */
function below(signed) {
  const own = line(say("cert-own"), MIDDLE, 696, { size: 17, fill: PAPER.muted }, "middle");
  return signed ? [...promised(signed), own] : [own];
}

/** @param {Signed} signed */
function promised({ promises, name, strokes }) {
  const style = { size: promises.length > 1 ? 19 : 21, fill: PAPER.ink };
  const lines = promises.flatMap((text) => wrap(text, 640, style).slice(0, 2));
  const top = 586 + (3 - lines.length) * 10;
  return [
    line(say("cert-promise"), 120, top - 8, { size: 18, fill: PAPER.lake, weight: 600 }),
    ...lines.map((text, at) => line(text, 120, top + 24 + at * 26, style)),
    ...signature(name, strokes),
  ];
}

/** @param {string} name @param {number[][]} strokes */
function signature(name, strokes) {
  const hand = strokes.length
    ? [handwriting(strokes, PAPER.ink, { x: 838, y: 540, width: 220, height: 104 })]
    : typed(name);
  return [
    ...hand,
    draw("line", { x1: 828, x2: 1068, y1: 648, y2: 648, stroke: PAPER.line, "stroke-width": 1.5 }),
    line(say("cert-signed"), 948, 668, { size: 16, fill: PAPER.muted }, "middle"),
  ];
}

/** @param {string} name */
function typed(name) {
  const style = { size: 34, font: SERIF, fill: PAPER.ink };
  const { lines, size } = fit(name, 240, style);
  const top = 634 - (lines.length - 1) * size * 1.2;
  return lines.map((text, at) => line(text, 948, top + at * size * 1.2, { ...style, size }, "middle"));
}
