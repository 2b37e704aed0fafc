// @ts-check

/** A drawing as a file of its own. @param {SVGSVGElement} drawing @param {string} name */
export const svgFile = (drawing, name) => new File([textOf(drawing)], `${name}.svg`, { type: "image/svg+xml" });

/**
 * A drawing as a picture that every phone can show.
 * @param {SVGSVGElement} drawing @param {string} name @param {number} scale  Pixels for each unit of the drawing.
 */
export async function pngFile(drawing, name, scale) {
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(drawing))}`);
  const canvas = document.createElement("canvas");
  canvas.width = Number(drawing.getAttribute("width")) * scale;
  canvas.height = Number(drawing.getAttribute("height")) * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture came of the drawing");
  return new File([blob], `${name}.png`, { type: "image/png" });
}

/** @param {SVGSVGElement} drawing */
const textOf = (drawing) => new XMLSerializer().serializeToString(drawing);

/** @param {string} address @returns {Promise<HTMLImageElement>} */
function loaded(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener("load", () => resolve(image));
    image.addEventListener("error", () => reject(new Error("the drawing cannot be shown")));
    image.src = address;
  });
}
