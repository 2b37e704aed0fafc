// @ts-check
import { SIGNATURE, strokePath } from "../drawing/parts.js";
import { draw, find } from "../platform/dom.js";

/** The most numbers that a signature may be of: some thirty seconds of writing. */
const MOST = 4000;

/** How far a finger has to go until that counts, in thousandths of the width. */
const STEP = 6;

/**
 * A box to sign in with a finger, a pen or a mouse. It begins empty.
 * @param {HTMLElement} box  Has the drawing and a button that clears it.
 */
export function signaturePad(box) {
  const svg = /** @type {SVGSVGElement} */ (find(box, "svg"));
  const path = draw("path");
  const clear = /** @type {HTMLButtonElement} */ (find(box, ".clear"));
  /** @type {number[][]} */
  let strokes = [];
  let isWriting = false;
  svg.setAttribute("viewBox", `0 0 ${SIGNATURE.width} ${SIGNATURE.height}`);
  svg.append(path);
  const show = () => {
    path.setAttribute("d", strokePath(strokes));
    clear.hidden = !strokes.length;
  };
  svg.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button || strokes.flat().length >= MOST) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    isWriting = true;
    strokes.push(placeOf(event, svg));
    show();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!isWriting || !event.isPrimary || strokes.flat().length >= MOST) return;
    const [stroke, [x, y]] = [strokes[strokes.length - 1], placeOf(event, svg)];
    if (Math.hypot(x - stroke[stroke.length - 2], y - stroke[stroke.length - 1]) < STEP) return;
    stroke.push(x, y);
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => (isWriting = false));
  clear.addEventListener("click", () => {
    strokes = [];
    show();
  });
  show();
  return { strokes: () => strokes };
}

/** Where a finger is, in thousandths of the box; outside of it counts as its edge. @param {PointerEvent} event @param {SVGSVGElement} svg */
function placeOf({ clientX, clientY }, svg) {
  const { left, top, width, height } = svg.getBoundingClientRect();
  return [(clientX - left) / width, (clientY - top) / height].map((part) => Math.round(1000 * Math.min(1, Math.max(0, part))));
}
