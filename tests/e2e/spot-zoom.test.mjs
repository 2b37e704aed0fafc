// A closer look at a picture: by buttons, a double tap, two fingers and a mouse.
import assert from "node:assert/strict";

import { button, PHONE, shows, story } from "./browser.mjs";
import { hazardsOf, middleOf, numberOf, onPicture, openScene, pause, phone, ringed, tapOn, zoom } from "./picture.mjs";

story("buttons and a double tap zoom, and a ring stays on its thing", {}, async (person) => {
  const { page, say } = person;
  const question = await openScene(person);
  const [first] = hazardsOf(question);
  await tapOn(person, first);
  await button(person, "spot-closer").click();
  await button(person, "spot-closer").click();
  assert.equal(await zoom(person), 2.25);
  const [ring, at] = [await page.locator(".ring").boundingBox(), await onPicture(person, first.x, first.y)];
  assert(Math.abs(ring.x - at.x) < 2 && Math.abs(ring.y - at.y) < 2);
  await button(person, "spot-farther").click();
  await button(person, "spot-whole").click();
  assert.equal(await zoom(person), 1);
  for (const name of ["spot-farther", "spot-whole"]) {
    assert.equal(await button(person, name).getAttribute("aria-disabled"), "true");
  }
  const pot = await middleOf(person, question.areas.find(({ id }) => id === "pot"));
  await pause(person);
  await page.mouse.dblclick(pot.x, pot.y);
  assert.equal(await zoom(person), 2.5);
  const now = await middleOf(person, question.areas.find(({ id }) => id === "pot"));
  assert(Math.hypot(now.x - pot.x, now.y - pot.y) < 3, "what was tapped stays under the finger");
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 1 }));
  await ringed(person, "picked", [numberOf(question, first)], "and is not picked by that");
});

story("a mouse drags the picture about without picking anything", {}, async (person) => {
  const { page } = person;
  await openScene(person);
  await button(person, "spot-closer").click();
  await button(person, "spot-closer").click();
  const left = () => page.locator(".picture").evaluate((frame) => frame.scrollLeft);
  const [before, box] = [await left(), await page.locator(".picture").boundingBox()];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 6 });
  await page.mouse.up();
  assert(Math.abs((await left()) - before - 60) <= 2, "it goes with the mouse");
  assert.equal(await page.locator(".ring").count(), 0);
});

/** Moves fingers from some places to others. */
async function moveFingers({ context, page }, from, to) {
  const session = await context.newCDPSession(page);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", from);
  for (let step = 1; step <= 10; step++) {
    const at = (axis, finger) => from[finger][axis] + ((to[finger][axis] - from[finger][axis]) * step) / 10;
    await touch("touchMove", from.map((_, id) => ({ id, x: at("x", id), y: at("y", id) })));
  }
  await touch("touchEnd", []);
  await session.detach();
}

const lowPhone = { ...phone, viewport: { ...PHONE, height: 560 } };

story("one finger on the whole picture scrolls the page, and picks nothing", lowPhone, async (person) => {
  const { page } = person;
  await openScene(person);
  const middle = await onPicture(person, 500, 500);
  await moveFingers(person, [middle], [{ x: middle.x, y: middle.y - 80 }]);
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await page.locator(".ring").count(), 0);
});

story("two fingers zoom the picture and not the page, and one moves it then", phone, async (person) => {
  const { page } = person;
  await openScene(person);
  const picture = page.locator(".picture");
  const middle = await onPicture(person, 500, 500);
  const spread = (by) => [{ id: 0, x: middle.x - by, y: middle.y }, { id: 1, x: middle.x + by, y: middle.y }];
  await moveFingers(person, spread(30), spread(75));
  assert(Math.abs((await zoom(person)) - 2.5) < 0.05, `zoomed ${await zoom(person)}`);
  const now = await onPicture(person, 500, 500);
  assert(Math.hypot(now.x - middle.x, now.y - middle.y) < 3, "what is between the fingers stays there");
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  const left = await picture.evaluate((frame) => frame.scrollLeft);
  await moveFingers(person, [middle], [{ x: middle.x - 80, y: middle.y }]);
  await page.waitForFunction((left) => document.querySelector(".picture").scrollLeft > left + 20, left);
  await moveFingers(person, spread(75), spread(20));
  assert.equal(await zoom(person), 1, "and it does not get smaller than it was");
  assert.equal(await page.locator(".ring").count(), 0, "no finger has picked anything");
});
