// @ts-check
import { draw } from "../platform/dom.js";
import { clean } from "./names.js";

/** Fonts of the system: a picture cannot bring its own. */
export const SANS =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', system-ui, sans-serif";
export const SERIF =
  "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'Noto Serif Tibetan', 'Microsoft Himalaya', serif";

/**
 * How letters look.
 * @typedef {object} Style
 * @property {number} size
 * @property {string} [font]
 * @property {number} [weight]
 * @property {string} fill
 */

/** Measures texts; it is never seen. */
const pen = document.createElement("canvas").getContext("2d");

/** How wide a text comes out. @param {string} text @param {Omit<Style, "fill">} style */
export function widthOf(text, { size, font = SANS, weight = 400 }) {
  if (!pen) return text.length * size;
  pen.font = `${weight} ${size}px ${font}`;
  return pen.measureText(text).width;
}

/**
 * A line of text.
 * @param {string} text @param {number} x @param {number} y @param {Style} style
 * @param {"start" | "middle" | "end"} [anchor]
 */
export function line(text, x, y, { size, font = SANS, weight = 400, fill }, anchor = "start") {
  const look = { "font-family": font, "font-size": size, "font-weight": weight, fill, "text-anchor": anchor };
  const part = draw("text", { x, y, ...look });
  part.textContent = clean(text);
  return part;
}

/** A Chinese character with the punctuation that may not begin a line, a word with its space, a Tibetan syllable. */
const PIECE = /[\u3400-\u9fff][，。；、：！？”）》·]*|[^\s\u3400-\u9fff\u0f0b]+[\s\u0f0b]*|\s+|\u0f0b/gu;

/** Breaks a text into lines no wider than this, where its script lets one. @param {string} text @param {number} width @param {Omit<Style, "fill">} style */
export function wrap(text, width, style) {
  const lines = [""];
  for (const piece of clean(text).match(PIECE) ?? []) {
    const longer = lines[lines.length - 1] + piece;
    if (longer.trim() === piece.trim() || widthOf(longer.trim(), style) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((one) => one.trim());
}

/** The beginning of a text, as far as there is room for it. @param {string} text @param {number} width @param {Omit<Style, "fill">} style */
export function cut(text, width, style) {
  const letters = [...clean(text)];
  if (widthOf(letters.join(""), style) <= width) return letters.join("");
  while (letters.length && widthOf(`${letters.join("")}…`, style) > width) letters.pop();
  return `${letters.join("")}…`;
}

/** The least size of a name on one line, beside the size that it would have: smaller ones take two lines. */
const LEAST = 0.55;

/**
 * A name, as large as there is room for it: on one line, or on two where it would be too small.
 * @param {string} name @param {number} width @param {Omit<Style, "fill">} style
 */
export function fit(name, width, style) {
  const text = clean(name);
  const one = shrunk([text], width, style);
  if (one.size >= style.size * LEAST) return one;
  return shrunk(halves(text), width, { ...style, size: style.size * 0.7 });
}

/** @param {string[]} lines @param {number} width @param {Omit<Style, "fill">} style */
function shrunk(lines, width, style) {
  const widest = Math.max(...lines.map((one) => widthOf(one, style)));
  return { lines, size: Math.min(style.size, (style.size * width) / Math.max(widest, 1)) };
}

/** Two parts of a text, about as long as each other, parted at a space, a dot or a hyphen where there is one. @param {string} text */
function halves(text) {
  const letters = [...text];
  const middle = letters.length / 2;
  const gaps = letters.flatMap((letter, at) => (/[\s·-]/.test(letter) ? [at + 1] : []));
  const near = gaps.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  const at = near && Math.abs(near - middle) <= middle / 2 ? near : Math.ceil(middle);
  return [letters.slice(0, at).join("").trim(), letters.slice(at).join("").trim()];
}
