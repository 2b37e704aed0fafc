// Files that the page lets a person save, and what can be seen on them.
import { readFile } from "node:fs/promises";

import { pressOn } from "./keys.mjs";

/** Saves a file by a button: its name, where it is, and what is in it. */
export const savedBy = (person, locator) => savedWhen(person, () => locator.click());

/** The same by keys alone. */
export const savedByKeys = (person, locator) => savedWhen(person, () => pressOn(person, locator));

async function savedWhen({ page }, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}

/** Size and number of colours of a picture, and the share of its pixels that are not those of its ground. */
export function looked({ page }, { bytes }) {
  return page.evaluate(async (address) => {
    const image = new Image();
    await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src: address }));
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer);
    const drawn = pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
    return { width: image.width, height: image.height, colours: new Set(pixels).size, drawn };
  }, `data:image/png;base64,${bytes.toString("base64")}`);
}

/** What an SVG file says and has in it, read as a file of its own. */
export function readSvg({ page }, { bytes }) {
  return page.evaluate((text) => {
    const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...drawing.querySelectorAll("*")];
    return {
      names: [...new Set(all.map(({ localName }) => localName))].sort(),
      handlers: all.flatMap((part) => part.getAttributeNames()).filter((name) => /^on|href/.test(name)),
      texts: [...drawing.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, bytes.toString());
}
