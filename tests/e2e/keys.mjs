// Going about the page without a pointer.
import assert from "node:assert/strict";

export const MOST_TABS = 60;

/** Whether an element has the focus. */
export const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

/** The focus is where reading begins: on the heading. */
export const headingHasFocus = ({ page }) => page.locator("h1:focus").waitFor();

/** Presses Tab until an element has the focus. */
export async function tabTo({ page }, locator, key = "Tab") {
  await locator.waitFor({ state: "attached" });
  for (let tabs = 0; !(await hasFocus(locator)); tabs++) {
    assert(tabs < MOST_TABS, `Tab does not come to ${locator}`);
    await page.keyboard.press(key);
  }
}

/** Goes to an element by Tab, and presses a key on it. */
export async function pressOn(person, locator, key = "Enter") {
  await tabTo(person, locator);
  await person.page.keyboard.press(key);
}
