// Large letters and narrow screens: everything stays readable and within reach, and nothing scrolls sideways.
import assert from "node:assert/strict";

import { story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { FAULTS, tour } from "./tour.mjs";

const SIZES = [
  { name: "letters of 200 %", width: 390, height: 844, letters: 32 },
  { name: "letters of 200 % on a width of 320", width: 320, height: 568, letters: 32 },
  { name: "a width of 320", width: 320, height: 568, letters: 16 },
];

/** Gives a way to set the size of the screen, and that of letters as a person sets it in the browser; 16 is usual. */
async function sizing({ context, page }) {
  const session = await context.newCDPSession(page);
  return async ({ width, height, letters }) => {
    await session.send("Page.setFontSizes", { fontSizes: { standard: letters } });
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  };
}

/** What does not fit on the screen as it stands. Runs in the page. */
function misfits() {
  const found = [];
  const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
  const dialog = document.querySelector("dialog[open]");
  for (const element of (dialog ?? document.body).querySelectorAll("*")) {
    if (element.closest("svg, .unseen, .line") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.left < -1 || box.right > clientWidth + 1) found.push(`${name(element)} reaches ${box.left} to ${box.right}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    const hides = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((cuts || hides) && !element.matches("select, input")) found.push(`${name(element)} is cut off`);
    if (element.matches("button, a, summary") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth) {
      found.push(`${name(element)} is wider than it looks`);
    }
  }
  return found;
}

/** Controls that one cannot bring into sight, because something stands before them. Runs in the page. */
function covered() {
  const scope = document.querySelector("dialog[open]") ?? document.body;
  const controls = [...scope.querySelectorAll("a[href], button:enabled, summary, label.choice, input[type=text]:enabled")];
  return controls.flatMap((control) => {
    if (!control.checkVisibility()) return [];
    control.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, Math.min(top + height / 2, innerHeight - 1)];
    const there = document.elementFromPoint(x, y);
    if (there && (control.contains(there) || there.contains(control))) return [];
    return `${control.localName}.${control.className} “${control.textContent.trim()}” is behind ${there?.className}`;
  });
}

for (const lang of ["zh-CN", "en"]) {
  const options = { lang, expects: FAULTS };
  story(`at no size anything is cut off or covered or scrolls sideways, in ${lang}`, options, async (person) => {
    const { page } = person;
    const found = {};
    await tour(person, async (screen) => {
      const resize = await sizing(person);
      for (const { name, ...size } of SIZES) {
        await resize(size);
        const lines = [...(await page.evaluate(misfits)), ...(await page.evaluate(covered))];
        for (const line of lines) (found[`${name}: ${line}`] ??= []).push(screen);
      }
    });
    assert.deepEqual(found, {});
  });
}

story("letters really are twice as large then, and no width in between scrolls sideways", {}, async (person) => {
  const { page } = person;
  const letters = () => page.locator("h1").evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
  await visit(person, deepLink("home", seedWith("home", ["match"], true)));
  await page.getByRole("combobox").first().waitFor();
  const [before, resize] = [await letters(), await sizing(person)];
  await resize({ width: 390, height: 600, letters: 32 });
  assert.equal(await letters(), 2 * before);
  for (const route of ["#/take", "#/"]) {
    await visit(person, route);
    for (let width = 280; width <= 760; width += 40) {
      await resize({ width, height: 600, letters: 32 });
      assert.deepEqual(await page.evaluate(misfits), [], `${route} ${width}`);
    }
  }
});
