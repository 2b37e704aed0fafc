// Large letters and narrow screens: everything stays readable and within reach, and nothing scrolls sideways.
import assert from "node:assert/strict";

import { story, visit } from "./browser.mjs";
import { misfits, sizing, unfit } from "./fitting.mjs";
import { deepLink, remembering, seedWith } from "./papers.mjs";
import { FAULTS, tour } from "./tour.mjs";

const SIZES = [
  { name: "letters of 200 %", width: 390, height: 844, letters: 32 },
  { name: "letters of 200 % on a width of 320", width: 320, height: 568, letters: 32 },
  { name: "a width of 320", width: 320, height: 568, letters: 16 },
];

for (const lang of ["zh-CN", "en"]) {
  const options = { lang, isLong: true, expects: FAULTS };
  story(`at no size anything is cut off or covered or scrolls sideways, in ${lang}`, options, async (person) => {
    const { page } = person;
    const found = {};
    await tour(person, async (screen) => {
      const resize = await sizing(person);
      for (const { name, ...size } of SIZES) {
        await resize(size);
        for (const line of await unfit(page)) (found[`${name}: ${line}`] ??= []).push(screen);
      }
    });
    assert.deepEqual(found, {});
  });
}

for (const lang of ["zh-CN", "en"]) {
  const options = { lang, isLong: true, expects: FAULTS, before: remembering({ big: true, contrast: true, left: true }) };
  story(`the same with the large letters of the page itself and strong contrasts, in ${lang}`, options, async (person) => {
    const { page } = person;
    const found = {};
    await tour(person, async (screen) => {
      assert.equal(await page.locator("html").evaluate((html) => getComputedStyle(html).fontSize), "22.4px");
      const resize = await sizing(person);
      for (const [width, height] of [[390, 844], [320, 568]]) {
        await resize({ width, height, letters: 16 });
        for (const line of await unfit(page)) (found[`${width}: ${line}`] ??= []).push(screen);
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
