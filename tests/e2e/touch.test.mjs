// With a finger: steps are dragged by their grip, lists are tapped, and the page still scrolls.
import assert from "node:assert/strict";

import { answer, field, onScreen, row, steps } from "./answering.mjs";
import { button, PHONE, shows, story, visit } from "./browser.mjs";
import { drawFinger, middleOf } from "./finger.mjs";
import { deepLink, seedWith } from "./papers.mjs";

const phone = { context: { hasTouch: true, isMobile: true } };

async function openOrder(person) {
  await visit(person, deepLink("home", seedWith("home", ["order"], true)));
  return steps(person);
}

story("a finger on the grip drags a step to its place", phone, async (person) => {
  const { page, say } = person;
  const [first, second, third, ...rest] = await openOrder(person);
  const grips = page.locator(".step .grip");
  const to = await middleOf(grips.nth(2));
  await drawFinger(person, await middleOf(grips.nth(0)), { x: to.x, y: to.y + 10 });
  await shows(page.locator(".step").nth(2), first);
  assert.deepEqual(await steps(person), [second, third, first, ...rest]);
  await page.reload();
  assert.deepEqual(await steps(person), [second, third, first, ...rest], "and it is stored");
  await button(person, "check").tap();
  await shows(page.locator(".verdict"), new RegExp(`${say("right")}|${say("wrong")}`));
});

const lowPhone = { ...phone, viewport: { ...PHONE, height: 500 } };

story("a finger on the text scrolls the page and moves no step", lowPhone, async (person) => {
  const { page } = person;
  const before = await openOrder(person);
  const from = await middleOf(page.locator(".step-text").nth(1));
  await drawFinger(person, from, { x: from.x, y: from.y - 150 });
  await page.waitForFunction(() => scrollY > 0);
  assert.deepEqual(await steps(person), before);
});

story("a mouse drags a step by any part of it", {}, async (person) => {
  const { page } = person;
  const [first, second, ...rest] = await openOrder(person);
  const [from, to] = [await middleOf(page.locator(".step-text").nth(1)), await middleOf(page.locator(".step-text").nth(0))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 10, { steps: 5 });
  await page.mouse.up();
  await shows(page.locator(".step").nth(0), second);
  assert.deepEqual(await steps(person), [second, first, ...rest]);
});

/** Controls that a finger may miss. Runs in the page. */
function tooSmall() {
  const controls = [...document.querySelectorAll("button, a, label.choice, input[type=text], select")];
  return controls.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    const isLarge = !control.checkVisibility() || Math.min(width, height) >= 44;
    return isLarge ? [] : `${control.outerHTML.slice(0, 80)} ${width} x ${height}`;
  });
}

story("rows, fields, lists and buttons are large enough for a finger", phone, async (person) => {
  const { page } = person;
  const small = [];
  for (const kind of ["single", "blank", "order", "match"]) {
    await page.goto("about:blank");
    await visit(person, deepLink("home", seedWith("home", [kind], true)));
    await onScreen(person);
    await page.locator(".answer").locator("input, select, button").first().waitFor({ state: "attached" });
    small.push(...(await page.evaluate(tooSmall)));
  }
  assert.deepEqual(small, []);
});

story("choices are tapped, and a number is typed on number keys", phone, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  const { choices } = await onScreen(person);
  await row(page, choices[0].text).tap();
  assert.equal(await row(page, choices[0].text).getByRole("radio").isChecked(), true);
  await page.goto("about:blank");
  await visit(person, deepLink("home", seedWith("home", ["number"], true)));
  await field(person).tap();
  await answer(person);
  assert.equal(await field(person).getAttribute("inputmode"), "decimal");
  await button(person, "check").tap();
  await shows(page.locator(".verdict"), say("right"));
});
