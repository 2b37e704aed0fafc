// Picking hazards in a picture, as a person with a finger or a mouse does.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

import { onScreen, row } from "./answering.mjs";
import { visit } from "./browser.mjs";
import { deepLink, seedAbout } from "./papers.mjs";

/** Milliseconds after which something is not slow but missing. */
const PATIENCE = 5_000;

export const phone = { context: { hasTouch: true, isMobile: true } };
export const scene = (theme) => deepLink(theme, seedAbout(theme, "scene"));

/** Opens the scene of a theme, and gives its question with the key. */
export async function openScene(person, theme = "home") {
  await visit(person, scene(theme));
  const question = await onScreen(person);
  await person.page.locator(".picture img").evaluate((image) => image.decode());
  return question;
}

/** Where something of the picture is on the screen: by thousandths of it. */
export async function onPicture({ page }, x, y) {
  const box = await page.locator(".picture-sheet").boundingBox();
  return { x: box.x + (box.width * x) / 1000, y: box.y + (box.height * y) / 1000 };
}

export const middleOf = (person, { x, y, width, height }) => onPicture(person, x + width / 2, y + height / 2);

/** Milliseconds in which a second tap at one place belongs to the first. */
const DOUBLE_TAP = 350;

/** Lets the time go by in which another tap at the same place would be the second half of a double tap. */
export async function pause({ page }) {
  const end = (await page.evaluate(() => performance.now())) + DOUBLE_TAP;
  await page.waitForFunction((end) => performance.now() > end, end);
}

/** Taps with a finger, or clicks where there is none to tap with. */
export async function tap(person, { x, y }) {
  const { page } = person;
  await pause(person);
  const hasFinger = await page.evaluate(() => navigator.maxTouchPoints > 0);
  await (hasFinger ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
}

export const tapOn = async (person, area) => tap(person, await middleOf(person, area));

/** Waits until what is read is what was expected. */
async function comesTo(read, expected, message) {
  const end = Date.now() + PATIENCE;
  let value = await read();
  while (!isDeepStrictEqual(value, expected) && Date.now() < end) {
    await setTimeout(20);
    value = await read();
  }
  assert.deepEqual(value, expected, message);
}

/** Waits until the rings in a state carry these words on the picture, in any order. */
export const ringed = ({ page }, state, words, message) => {
  const read = async () => (await page.locator(`.badge[data-ring=${state}]`).allTextContents()).sort();
  return comesTo(read, words.map(String).sort(), message);
};

/** Waits until the row of a place is ticked, or is not. */
export const ticked = ({ page }, { label }, expected) => {
  const box = row(page, label).getByRole("checkbox", { includeHidden: true });
  return comesTo(() => box.isChecked(), expected, label);
};

export const caption = ({ page }) => page.locator(".caption");
export const numberOf = ({ areas }, area) => areas.indexOf(area) + 1;
export const zoom = ({ page }) =>
  page.locator(".picture-sheet").evaluate((sheet) => {
    const [own, whole] = [sheet, sheet.parentElement].map((element) => element.getBoundingClientRect().width);
    return Math.round((100 * own) / whole) / 100;
  });
export const hazardsOf = ({ areas }) => areas.filter(({ hazard }) => hazard);
