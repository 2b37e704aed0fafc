// @ts-check
/** @import { Area } from "../../generated/engine.js" */

/** As far from an area's edge as half a finger reaches, in CSS pixels: half of the smallest target. */
const REACH = 24;

/**
 * What a finger on the picture means: the smallest area that it is in, or else the nearest one within its reach.
 * @param {Area[]} areas
 * @param {{ x: number, y: number }} place  In pixels from the picture's upper left corner.
 * @param {{ width: number, height: number }} picture  Its size as it is shown.
 */
export function areaAt(areas, place, picture) {
  const near = areas.map((area) => ({ area, far: distance(area, place, picture), size: area.width * area.height }));
  const [nearest] = near.filter(({ far }) => far <= REACH).sort((a, b) => a.far - b.far || a.size - b.size);
  return nearest?.area;
}

/** @param {Area} area @param {{ x: number, y: number }} place @param {{ width: number, height: number }} picture */
function distance(area, { x, y }, { width, height }) {
  const beyond = (/** @type {number} */ at, /** @type {number} */ start, /** @type {number} */ length) =>
    Math.max(start - at, 0, at - start - length);
  const across = beyond(x, (area.x * width) / 1000, (area.width * width) / 1000);
  const down = beyond(y, (area.y * height) / 1000, (area.height * height) / 1000);
  return Math.hypot(across, down);
}
