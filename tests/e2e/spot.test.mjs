// A person finds the hazards in a picture: with a finger, a mouse, keys alone, or in words without seeing it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { areaAt } from "../../www/screens/area-at.js";
import { answer, atQuestion, onScreen, openPlaces, row, verdict } from "./answering.mjs";
import { button, PHONE, shows, story, visit } from "./browser.mjs";
import { deepLink, seedAbout } from "./papers.mjs";

const phone = { context: { hasTouch: true, isMobile: true } };
const scene = (theme) => deepLink(theme, seedAbout(theme, "scene"));

/** Opens the scene of a theme, and gives its question with the key. */
async function openScene(person, theme = "home") {
  await visit(person, scene(theme));
  const question = await onScreen(person);
  await person.page.locator(".picture img").evaluate((image) => image.decode());
  return question;
}

/** Where something of the picture is on the screen: by thousandths of it. */
async function onPicture({ page }, x, y) {
  const box = await page.locator(".picture-sheet").boundingBox();
  return { x: box.x + (box.width * x) / 1000, y: box.y + (box.height * y) / 1000 };
}

const middleOf = (person, { x, y, width, height }) => onPicture(person, x + width / 2, y + height / 2);

async function tap(person, { x, y }) {
  // Two taps of one person at one place, soon after each other, would be a double tap.
  await person.page.waitForTimeout(350);
  if (person.page.viewportSize().width > PHONE.width || !(await person.page.evaluate(() => navigator.maxTouchPoints))) {
    await person.page.mouse.click(x, y);
  } else {
    await person.page.touchscreen.tap(x, y);
  }
}

const tapOn = async (person, area) => tap(person, await middleOf(person, area));

/** The numbers of the rings in a state, as they stand on the picture. */
const badges = ({ page }, state) => page.locator(`.badge[data-ring=${state}]`).allTextContents();

const isTicked = ({ page }, { label }) => row(page, label).getByRole("checkbox", { includeHidden: true }).isChecked();
const caption = ({ page }) => page.locator(".caption");
const numberOf = ({ areas }, area) => areas.indexOf(area) + 1;
const zoom = ({ page }) =>
  page.locator(".picture-sheet").evaluate((sheet) => {
    const [own, whole] = [sheet, sheet.parentElement].map((element) => element.getBoundingClientRect().width);
    return Math.round((100 * own) / whole) / 100;
  });
const hazardsOf = ({ areas }) => areas.filter(({ hazard }) => hazard);

story("a finger rings what is dangerous and takes the ring off again", phone, async (person) => {
  const { page, say } = person;
  const question = await openScene(person);
  const [first, second] = hazardsOf(question);
  assert.equal(await page.locator(".ring").count(), 0, "nothing is shown before it is picked");
  await tapOn(person, first);
  await shows(caption(person), say("spot-ringed", { n: numberOf(question, first), text: first.label }));
  await shows(page.locator("#live"), say("spot-ringed", { n: numberOf(question, first), text: first.label }));
  assert.deepEqual(await badges(person, "picked"), [String(numberOf(question, first))]);
  assert.equal(await isTicked(person, first), true, "its row is ticked");
  await tapOn(person, second);
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 2 }));
  await tapOn(person, first);
  await shows(caption(person), say("spot-unringed", { n: numberOf(question, first), text: first.label }));
  assert.deepEqual(await badges(person, "picked"), [String(numberOf(question, second))]);
  assert.equal(await isTicked(person, first), false);
});

story("a finger that comes down beside a thing still means it", phone, async (person) => {
  const question = await openScene(person);
  const alarm = question.areas.find(({ id }) => id === "alarm");
  const edge = await onPicture(person, alarm.x, alarm.y + alarm.height / 2);
  await tap(person, { x: edge.x - 15, y: edge.y });
  assert.equal(await isTicked(person, alarm), true);
});

story("a tap that hits nothing leaves a sign there for a moment, and a word", phone, async (person) => {
  const { page, say } = person;
  await openScene(person);
  const at = await onPicture(person, 330, 20);
  await tap(person, at);
  await shows(caption(person), say("spot-nothing-here"));
  await shows(page.locator("#live"), say("spot-nothing-here"));
  const sign = await page.locator(".miss").boundingBox();
  assert(Math.abs(sign.x + sign.width / 2 - at.x) < 3 && Math.abs(sign.y + sign.height / 2 - at.y) < 3, "where it was");
  assert.equal(await page.locator(".ring").count(), 0);
  await page.locator(".miss").waitFor({ state: "detached" });
});

test("of several things under a finger the smallest is meant, and beside them the nearest", () => {
  const area = (id, x, y, width, height) => ({ id, text: id, x, y, width, height });
  const areas = [area("wall", 0, 0, 500, 500), area("socket", 100, 100, 50, 50), area("cat", 520, 100, 100, 100)];
  const at = (x, y, size = 1000) => areaAt(areas, { x, y }, { width: size, height: size })?.id;
  assert.equal(at(120, 120), "socket");
  assert.equal(at(160, 120), "wall");
  assert.equal(at(509, 120), "wall");
  assert.equal(at(511, 120), "cat");
  assert.equal(at(644, 120), "cat");
  assert.equal(at(645, 120), undefined);
  assert.equal(at(644 * 4, 120 * 4, 4000), undefined, "a finger is as large on a picture that has grown");
});

story("a mouse rings, and a tick in the list rings in the picture", {}, async (person) => {
  const { page } = person;
  const question = await openScene(person, "school");
  const [first, second] = hazardsOf(question);
  await tapOn(person, first);
  await openPlaces(person);
  await row(page, second.label).click();
  const numbers = [first, second].map((area) => String(numberOf(question, area)));
  assert.deepEqual((await badges(person, "picked")).sort(), numbers.sort());
  await row(page, first.label).click();
  assert.deepEqual(await badges(person, "picked"), [String(numberOf(question, second))]);
  const ring = await page.locator(".ring").boundingBox();
  const at = await onPicture(person, second.x, second.y);
  assert(Math.abs(ring.x - at.x) < 2 && Math.abs(ring.y - at.y) < 2, "the ring is where the thing is");
});

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
  await visit(person, scene("home"));
  const question = await onScreen(person);
  const [first, ...others] = hazardsOf(question);
  await row(page, first.label).click();
  letIn();
  await arrived;
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator(".picture").count(), 0);
  for (const { label } of others) await row(page, label).click();
  await button(person, "check").click();
  await shows(verdict(person), say("right"));
});

story("buttons and a double tap zoom, and a ring stays on its thing", {}, async (person) => {
  const { page } = person;
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
  await page.waitForTimeout(350);
  await page.mouse.dblclick(pot.x, pot.y);
  assert.equal(await zoom(person), 2.5);
  const now = await middleOf(person, question.areas.find(({ id }) => id === "pot"));
  assert(Math.hypot(now.x - pot.x, now.y - pot.y) < 3, "what was tapped stays under the finger");
  assert.deepEqual(await badges(person, "picked"), [String(numberOf(question, first))], "and is not picked by that");
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

story("two fingers zoom the picture and not the page; one scrolls the page, and moves what is zoomed", lowPhone, async (person) => {
  const { page } = person;
  await openScene(person);
  const picture = page.locator(".picture");
  const middle = await onPicture(person, 500, 500);
  await moveFingers(person, [middle], [{ x: middle.x, y: middle.y - 80 }]);
  await page.waitForFunction(() => scrollY > 0);
  await page.evaluate(() => scrollTo(0, 0));

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

story("found, missed and wrongly picked: each has its own ring, sign and reason, then and in the review", {}, async (person) => {
  const { page, say } = person;
  const question = await openScene(person, "enterprise");
  const [found, missed] = hazardsOf(question);
  const harmless = question.areas.find(({ hazard }) => !hazard);
  const other = question.areas.findLast(({ hazard }) => !hazard);
  for (const area of [found, harmless]) await tapOn(person, area);
  await button(person, "check").click();
  await verdict(person).waitFor();

  const look = async () => {
    assert.deepEqual(await badges(person, "right"), [String(numberOf(question, found))]);
    assert.deepEqual(await badges(person, "wrong"), [String(numberOf(question, harmless))]);
    const others = hazardsOf(question).slice(1).map((area) => `${numberOf(question, area)}${say("spot-missed")}`);
    assert.deepEqual((await badges(person, "missed")).sort(), others.sort());
    assert.equal(await page.locator(".badge[data-ring=right] use").getAttribute("href"), "#i-tick");
    assert.equal(await page.locator(".badge[data-ring=wrong] use").getAttribute("href"), "#i-cross");
    const styles = page.locator(".ring[data-ring=missed]").first();
    assert.equal(await styles.evaluate((ring) => getComputedStyle(ring).borderStyle), "dashed");
    for (const [area, word] of [[found, "right"], [missed, "missed"], [harmless, "wrong"], [other, "harmless"]]) {
      await tapOn(person, area);
      await shows(caption(person), `${numberOf(question, area)}. ${area.label}`);
      await shows(caption(person), say(`spot-${word}`));
      await shows(caption(person), area.why);
    }
    await openPlaces(person);
    await shows(row(page, missed.label), missed.why);
    // Its checkbox is closed, which is no reason not to answer who taps the row.
    await row(page, missed.label).click({ force: true });
    await shows(caption(person), missed.why);
    await page.locator(".badge.lit").filter({ hasText: say("spot-missed") }).waitFor();
    assert.equal(await page.locator(".picture").evaluate((frame) => frame.getBoundingClientRect().top >= 0), true, "the picture is in sight");
  };
  await look();
  await finish(person);
  await visit(person, "#/review/1");
  await onScreen(person);
  await page.locator(".picture").waitFor();
  await look();
});

/** Answers the rest of a practice paper. */
async function finish(person) {
  for (let n = 2; n <= 10; n++) {
    await button(person, "next").click();
    await atQuestion(person, n, 10);
    await answer(person);
    await button(person, "check").click();
    await verdict(person).waitFor();
  }
  await button(person, "see-score").click();
  await person.page.locator(".report").waitFor();
}

story("what was picked is still there when the page is opened again, in either language", {}, async (person) => {
  const { page } = person;
  const question = await openScene(person, "community");
  const [first, second] = hazardsOf(question);
  for (const area of [first, second]) await tapOn(person, area);
  const numbers = [first, second].map((area) => String(numberOf(question, area)));
  await page.reload();
  await page.locator(".ring").first().waitFor();
  assert.deepEqual((await badges(person, "picked")).sort(), numbers.sort());
  await page.locator("#lang").click();
  await page.getByRole("group", { name: "Picture:" }).waitFor();
  assert.deepEqual((await badges(person, "picked")).sort(), numbers.sort());
  assert.equal(await page.locator(".ring").count(), 2);
});

/** Turns the paper under way into one that tells everything at its end. Runs in the page. */
function tellAtTheEnd() {
  const stored = JSON.parse(localStorage.getItem("sixinto.attempt"));
  stored.attempt.paper.feedback = "end";
  localStorage.setItem("sixinto.attempt", JSON.stringify(stored));
}

story("in a paper that tells at its end, rings are put and taken off until then", {}, async (person) => {
  const { page, say } = person;
  await openScene(person);
  await page.evaluate(tellAtTheEnd);
  await page.reload();
  const question = await onScreen(person);
  await page.locator(".picture img").evaluate((image) => image.decode());
  const [first, second] = hazardsOf(question);
  for (const area of [first, second, first]) await tapOn(person, area);
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  assert.equal(await page.locator(".picture").count(), 0, "the picture goes with its question");
  await button(person, "back").click();
  await page.locator(".ring").waitFor();
  assert.deepEqual(await badges(person, "picked"), [String(numberOf(question, second))]);
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 1 }));
});
