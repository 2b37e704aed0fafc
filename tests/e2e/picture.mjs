// Picking hazards in a picture, as a person with a finger or a mouse does.
import { onScreen, row } from "./answering.mjs";
import { PHONE, visit } from "./browser.mjs";
import { deepLink, seedAbout } from "./papers.mjs";

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

export async function tap(person, { x, y }) {
  // Two taps of one person at one place, soon after each other, would be a double tap.
  await person.page.waitForTimeout(350);
  if (person.page.viewportSize().width > PHONE.width || !(await person.page.evaluate(() => navigator.maxTouchPoints))) {
    await person.page.mouse.click(x, y);
  } else {
    await person.page.touchscreen.tap(x, y);
  }
}

export const tapOn = async (person, area) => tap(person, await middleOf(person, area));

/** The numbers of the rings in a state, as they stand on the picture. */
export const badges = ({ page }, state) => page.locator(`.badge[data-ring=${state}]`).allTextContents();

export const isTicked = ({ page }, { label }) => row(page, label).getByRole("checkbox", { includeHidden: true }).isChecked();
export const caption = ({ page }) => page.locator(".caption");
export const numberOf = ({ areas }, area) => areas.indexOf(area) + 1;
export const zoom = ({ page }) =>
  page.locator(".picture-sheet").evaluate((sheet) => {
    const [own, whole] = [sheet, sheet.parentElement].map((element) => element.getBoundingClientRect().width);
    return Math.round((100 * own) / whole) / 100;
  });
export const hazardsOf = ({ areas }) => areas.filter(({ hazard }) => hazard);
