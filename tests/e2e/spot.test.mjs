// A person finds the hazards in a picture: with a finger or a mouse, and is told what they were.
import assert from "node:assert/strict";

import { areaAt } from "../../www/kinds/spot/area-at.js";
import { answer, atQuestion, onScreen, openPlaces, row, verdict } from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import {
  caption,
  hazardsOf,
  middleOf,
  numberOf,
  onPicture,
  openScene,
  phone,
  ringed,
  tap,
  tapOn,
  ticked,
} from "./picture.mjs";
import { tell } from "./telling.mjs";

story("a finger rings what is dangerous and takes the ring off again", phone, async (person) => {
  const { page, say } = person;
  const question = await openScene(person);
  const [first, second] = hazardsOf(question);
  assert.equal(await page.locator(".ring").count(), 0, "nothing is shown before it is picked");
  await tapOn(person, first);
  await shows(caption(person), say("spot-ringed", { n: numberOf(question, first), text: first.label }));
  await shows(page.locator("#live"), say("spot-ringed", { n: numberOf(question, first), text: first.label }));
  await ringed(person, "picked", [numberOf(question, first)]);
  await ticked(person, first, true);
  await tapOn(person, second);
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 2 }));
  await tapOn(person, first);
  await shows(caption(person), say("spot-unringed", { n: numberOf(question, first), text: first.label }));
  await ringed(person, "picked", [numberOf(question, second)]);
  await ticked(person, first, false);
});

/** Clicks at two places before the page has come to do anything else. Runs in the page. */
function clickTwice(places) {
  for (const { x, y } of places) {
    document.elementFromPoint(x, y).dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: x, clientY: y }));
  }
}

story("of two taps in quick succession none is lost", {}, async (person) => {
  const { page, say } = person;
  const question = await openScene(person);
  const both = hazardsOf(question).slice(0, 2);
  await page.evaluate(clickTwice, await Promise.all(both.map((area) => middleOf(person, area))));
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 2 }));
  for (const area of both) await ticked(person, area, true);
});

story("a finger that comes down beside a thing still means it", phone, async (person) => {
  const question = await openScene(person);
  const alarm = question.areas.find(({ id }) => id === "alarm");
  const edge = await onPicture(person, alarm.x, alarm.y + alarm.height / 2);
  await tap(person, { x: edge.x - 15, y: edge.y });
  await ticked(person, alarm, true);
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

tell("of several things under a finger the smallest is meant, and beside them the nearest", () => {
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
  const numbers = [first, second].map((area) => numberOf(question, area));
  await ringed(person, "picked", numbers);
  await row(page, first.label).click();
  await ringed(person, "picked", [numberOf(question, second)]);
  const ring = await page.locator(".ring").boundingBox();
  const at = await onPicture(person, second.x, second.y);
  assert(Math.abs(ring.x - at.x) < 2 && Math.abs(ring.y - at.y) < 2, "the ring is where the thing is");
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
    await ringed(person, "right", [numberOf(question, found)]);
    await ringed(person, "wrong", [numberOf(question, harmless)]);
    const others = hazardsOf(question).slice(1).map((area) => `${numberOf(question, area)}${say("spot-missed")}`);
    await ringed(person, "missed", others);
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
  const numbers = [first, second].map((area) => numberOf(question, area));
  await page.reload();
  await page.locator(".ring").first().waitFor();
  await ringed(person, "picked", numbers);
  await page.locator("#lang").click();
  await page.getByRole("group", { name: "Picture:" }).waitFor();
  await ringed(person, "picked", numbers);
  assert.equal(await page.locator(".ring").count(), 2);
});

/** Turns the paper under way into one that tells everything at its end. Runs in the page. */
function tellAtTheEnd() {
  const stored = JSON.parse(localStorage.getItem("sixinto.attempt"));
  stored.value.open[0].paper.feedback = "end";
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
  await ringed(person, "picked", [numberOf(question, second)]);
  await shows(page.locator(".picked-count"), say("spot-picked", { n: 1 }));
});
