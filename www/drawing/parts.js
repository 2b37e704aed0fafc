// @ts-check
import { lang } from "../i18n/i18n.js";
import { draw, find } from "../platform/dom.js";

/** Colours of paper, which is light whatever the screen is. */
export const PAPER = {
  ground: "#fffdf8",
  ink: "#1e2426",
  muted: "#566064",
  lake: "#0b5a63",
  gold: "#c3a568",
  line: "#d9cfba",
};

/** The themes in the order of the petals, as they are on paper. @type {Record<string, string>} */
export const TINTS = {
  enterprise: "#3c5a78",
  village: "#4b6a1f",
  community: "#9a3f22",
  school: "#7f5300",
  home: "#7a3b69",
  public: "#0e6763",
};

/** A box of a signature is twice as wide as it is high. */
export const SIGNATURE = { width: 1000, height: 500 };

/** A whole picture that can stand alone. @param {number} width @param {number} height @param {string} label @param {Element[]} parts */
export function picture(width, height, label, ...parts) {
  const ground = draw("rect", { width, height, fill: PAPER.ground });
  const svg = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", lang: lang() }, ground, ...parts);
  svg.setAttribute("aria-label", label);
  return /** @type {SVGSVGElement} */ (svg);
}

/** The emblem with a petal for each theme. @param {number} x @param {number} y @param {number} size */
export function emblem(x, y, size) {
  const d = find(document, "#petal").getAttribute("d") ?? "";
  const petals = Object.values(TINTS).map((fill, at) => draw("path", { d, fill, transform: `rotate(${at * 60} 24 24)` }));
  return draw("svg", { x, y, width: size, height: size, viewBox: "0 0 48 48" }, ...petals);
}

const RANGE =
  "M0 120V70l60-18 50 20 80-38 60 36 50-18 60 28 70-22 50 18 80-46 60 36 30-12 50 24 70-38 60 32 50-16 60 28 80-46 70 34 50-18 60 22v44z";
const SLOPES = "M0 120V92c90-20 210-22 320-10s200 8 300 4 190-12 290 0 190 8 290-6v40z";
const SHORE = "M0 120v-18c160 4 330-12 560-8s420 10 640 0v26z";

/** The mountains of the page, far and pale, as paper has them. @param {number} x @param {number} y @param {number} width @param {number} height */
export function mountains(x, y, width, height) {
  const shapes = [
    ["#cbdfdd", RANGE],
    ["#8fbabb", SLOPES],
    [PAPER.lake, SHORE],
  ];
  const box = { x, y, width, height, viewBox: "0 0 1200 120", preserveAspectRatio: "xMidYMax slice" };
  return draw("svg", box, ...shapes.map(([fill, d]) => draw("path", { d, fill })));
}

/** What a finger wrote, as one path. @param {number[][]} strokes */
export const strokePath = (strokes) => strokes.map(stroke).join("");

/** A dot is a stroke that goes nowhere. @param {number[]} points  x and y by turns. */
function stroke(points) {
  const steps = Array.from({ length: points.length / 2 }, (_, at) => `${points[2 * at]} ${points[2 * at + 1] / 2}`);
  return `M${steps.join("L")}${steps.length === 1 ? "h1" : ""}`;
}

/** What a finger wrote. @param {number[][]} strokes @param {string} colour @param {Record<string, number>} box */
export function handwriting(strokes, colour, box) {
  const look = { fill: "none", stroke: colour, "stroke-width": 14, "stroke-linecap": "round", "stroke-linejoin": "round" };
  const viewBox = `0 0 ${SIGNATURE.width} ${SIGNATURE.height}`;
  return draw("svg", { ...box, viewBox, preserveAspectRatio: "xMidYMid meet" }, draw("path", { d: strokePath(strokes), ...look }));
}
