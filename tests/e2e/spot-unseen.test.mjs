// Hazards are found by keys alone, in words without seeing the picture, and where it can not be tapped.
import assert from "node:assert/strict";

import { hastily } from "./acting.mjs";
import { onScreen, openPlaces, row, verdict } from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { hazardsOf, openScene, scene, zoom } from "./picture.mjs";

const hasFocus = (locator) => locator.evaluate((element) => element === document.activeElement);

async function tabTo({ page }, locator) {
  for (let tabs = 0; !(await hasFocus(locator)); tabs++) {
    assert(tabs < 30, `Tab does not come to ${locator}`);
    await page.keyboard.press("Tab");
  }
}

story("by keys alone: a closer look, the list, and what is said", {}, async (person) => {
  const { page, say } = person;
  const question = await openScene(person, "village");
  const picture = page.getByRole("group", { name: say("spot-picture") });
  await tabTo(person, picture);
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await shows(page.locator("#live"), say("spot-now-closer", { n: 225 }));
  assert.equal(await zoom(person), 2.25);
  const before = await picture.evaluate((frame) => frame.scrollLeft);
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => document.querySelector(".picture").scrollLeft > before, before);
  await page.keyboard.press("-");
  assert.equal(await zoom(person), 1.5);
  await page.keyboard.press("0");
  assert.equal(await zoom(person), 1);
  await shows(page.locator("#live"), say("spot-now-whole"));

  await tabTo(person, button(person, "spot-closer"));
  await page.keyboard.press("Enter");
  assert.equal(await zoom(person), 1.5);
  await tabTo(person, page.locator(".places summary"));
  await page.keyboard.press("Enter");
  for (const { label } of hazardsOf(question)) {
    await tabTo(person, page.getByRole("checkbox", { name: label, exact: true }));
    await page.keyboard.press("Space");
  }
  await tabTo(person, button(person, "check"));
  await page.keyboard.press("Enter");
  await shows(verdict(person), say("right"));
  assert(await hasFocus(button(person, "next")));
});

const unseen = { before: (context) => context.route("**/pictures/**", (route) => route.abort()), expects: [/Failed to load resource/] };

story("without the picture everything is named, picked, told and explained in the list", unseen, async (person) => {
  const { page, say } = person;
  await visit(person, scene("public"));
  const question = await onScreen(person);
  await openPlaces(person);
  const image = page.getByRole("img", { name: question.media.alt });
  assert.equal(await image.count(), 1, "the picture says what it is");
  const places = page.getByRole("group", { name: say("spot-places") });
  const boxes = places.getByRole("checkbox");
  assert.equal(await boxes.count(), question.areas.length);
  const [found, ...missed] = hazardsOf(question);
  const harmless = question.areas.find(({ hazard }) => !hazard);
  for (const { label } of [found, harmless]) await places.getByRole("checkbox", { name: label, exact: true }).check();
  await button(person, "check").click();
  await shows(verdict(person), say("wrong"));
  await shows(page.locator("#live"), say("spot-tally", { right: 1, missed: missed.length, wrong: 1 }));
  const told = async (area, word) => {
    const name = await places.getByRole("checkbox", { name: area.label }).evaluate((box) => box.labels[0].innerText);
    assert(name.includes(say(word)) && name.includes(area.why), `${name} tells ${word} and why`);
  };
  await told(found, "spot-right");
  await told(missed[0], "spot-missed");
  await told(harmless, "spot-wrong");
});

const listOnly = {
  before: (context) => context.route("**/*.js", async (route) => {
    const answer = await route.fetch();
    await ((await answer.text()).includes("picture-sheet") ? route.abort() : route.fulfill({ response: answer }));
  }),
  expects: [/Failed to load resource/],
};

story("where the part for tapping does not come, the list is enough", listOnly, async (person) => {
  const { page, say } = person;
  await visit(person, scene("home"));
  const question = await onScreen(person);
  await page.locator(".media").waitFor();
  for (const { label } of hazardsOf(question)) await row(page, label).click();
  await button(person, "check").click();
  await shows(verdict(person), say("right"));
});

story("whoever has begun with the list before the picture could be tapped goes on with it", {}, async (person) => {
  const { page, say } = person;
  let letIn = () => {};
  const held = new Promise((resolve) => (letIn = resolve));
  const arrived = new Promise((resolve) => {
    page.route("**/*.js", async (route) => {
      const answer = await route.fetch();
      const isLate = (await answer.text()).includes("picture-sheet");
      if (isLate) await held;
      await route.fulfill({ response: answer });
      if (isLate) resolve();
    });
  });
  await hastily(() => visit(person, scene("home")));
  const question = await onScreen(person);
  const [first, ...others] = hazardsOf(question);
  await hastily(() => row(page, first.label).click());
  letIn();
  await arrived;
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator(".picture").count(), 0);
  for (const { label } of others) await row(page, label).click();
  await button(person, "check").click();
  await shows(verdict(person), say("right"));
});
