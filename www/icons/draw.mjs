// Draws the icons for installing the page, from the emblem in icon.svg: `node www/icons/draw.mjs`, with CHROMIUM set to
// the path of a Chromium. They are in the repository because they hardly ever change.
import { readFile, writeFile } from "node:fs/promises";

import { chromium } from "playwright-core";

const emblem = await readFile(new URL("icon.svg", import.meta.url), "utf8");
// Where the phone cuts its own shape, the ground fills the square and the emblem stays away from the edge.
const filled = emblem.replace('rx="11"', "").replace("<g ", '<g transform="translate(4.8 4.8) scale(.8)" ');
const icons = { "icon-192": [192, emblem], "icon-512": [512, emblem], "maskable-512": [512, filled], "touch-180": [180, filled] };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
for (const [name, [edge, svg]] of Object.entries(icons)) {
  const page = await browser.newPage({ viewport: { width: edge, height: edge } });
  await page.setContent(`<!doctype html><style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  const picture = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`${name}.png`, import.meta.url), picture);
}
await browser.close();
