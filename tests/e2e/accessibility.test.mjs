// Every screen holds to WCAG 2.2 AA as far as axe-core can tell, in both languages and both schemes.
import assert from "node:assert/strict";

import { atQuestion, steps, verdict } from "./answering.mjs";
import { TAGS, violations } from "./axe.mjs";
import { button, DESK, PHONE, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { FAULTS, tour } from "./tour.mjs";

/** In the second scheme nothing but the colours is another. */
const SCHEMES = { light: TAGS, dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** A control in a snapshot of what a screen reader meets, with no name after it. */
const NAMELESS = /- (button|link|radio|checkbox|textbox|combobox|dialog|navigation|complementary)(?! ")/;

/** Who comes to another screen or question is taken to its heading, of which there is one; and every control has a name. */
async function isInOrder(page, screen) {
  const focused = await page.evaluate(() => document.activeElement?.localName);
  const expected = /sheet|^before/.test(screen) ? "h2" : "h1";
  // Home takes nobody anywhere, and after checking the way on has the focus.
  if (screen !== "home" && !screen.startsWith("marked")) assert.equal(focused, expected, `focus of ${screen}`);
  assert.equal(await page.locator("h1:visible").count(), 1, `headings of ${screen}`);
  assert.doesNotMatch(await page.locator("body").ariaSnapshot(), NAMELESS, screen);
}

for (const [lang, viewport] of [["zh-CN", PHONE], ["en", DESK]]) {
  const options = { lang, viewport, expects: FAULTS, isLong: true };
  story(`axe finds nothing on any screen in ${lang}, ${viewport.width} wide, light or dark`, options, async (person) => {
    const { page } = person;
    const [found, titles] = [[], new Set()];
    await tour(person, async (screen) => {
      await isInOrder(page, screen);
      titles.add(await page.title());
      for (const [colorScheme, runOnly] of Object.entries(SCHEMES)) {
        await page.emulateMedia({ colorScheme });
        const lines = await violations(page, { runOnly });
        found.push(...lines.map((line) => `${screen}, ${colorScheme}: ${line}`));
      }
    });
    assert.deepEqual(found, []);
    assert(titles.size >= 15, `every screen has a title of its own: ${[...titles].join("; ")}`);
  });
}

story("axe does find what is wrong", {}, async (person) => {
  await visit(person);
  await person.page.locator("#lang").evaluate((button) => (button.textContent = ""));
  const [line] = await violations(person.page, { runOnly: TAGS });
  assert.match(line, /^button-name at #lang/);
});

story("what happens is said where a screen reader hears it", {}, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["order"], true)));
  const [text] = await steps(person);
  await button(person, "move-down", { text }).click();
  await shows(page.getByRole("status"), say("moved", { text, n: 2 }));
  await button(person, "check").click();
  await verdict(person).waitFor();
  const live = page.locator("[aria-live], [role=status], [role=alert]");
  assert.equal(await live.filter({ has: page.locator(".verdict") }).count(), 1, "the verdict");
  assert.equal(await page.locator(".hint").getAttribute("role"), "alert");
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  assert.equal(await page.locator("#live").textContent(), "", "what was said about the question before is gone");
});
