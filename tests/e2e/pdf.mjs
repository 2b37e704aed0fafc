// What a PDF says of its pages, as far as a test of print needs it.

/** Millimetres in a point, the unit of PDF. */
const POINT = 25.4 / 72;

/** Width and height of each page in whole millimetres. @param {Buffer} pdf */
export function pagesOf(pdf) {
  const boxes = [...pdf.toString("latin1").matchAll(/\/Type \/Page\b[^]*?\/MediaBox \[([^\]]+)\]/g)];
  return boxes.map(([, box]) => {
    const [left, bottom, right, top] = box.split(" ").map(Number);
    return [right - left, top - bottom].map((points) => Math.round(points * POINT));
  });
}
