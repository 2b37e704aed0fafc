// Between a tap on "next" and the next question the old one still stands, for as long as the disk and the network take.
// Whoever taps it then must not answer the question that they have not seen yet, nor change what they answered.
import assert from "node:assert/strict";

import { atRest, hastily } from "./acting.mjs";
import { answer, answerTo, atQuestion, onScreen, row, stem, verdict } from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { deepLink, loadedDice, seedWith, slowDisk } from "./papers.mjs";

/** Taps where something is, whatever stands there by now. */
const tapAt = (page, { x, y, width, height }) => page.mouse.click(x + width / 2, y + height / 2);

const answers = ({ page }) => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].answers);

const exam = (context) => Promise.all([slowDisk, loadedDice(20)].map((prepare) => prepare(context)));

story("who taps an exam's question while the disk still writes that it was left answers neither it nor the next one", { before: exam }, async (person) => {
  const { page } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  const first = await answer(person, true);
  const before = await answers(person);
  const other = await page.locator(".choice:not([data-state=picked])").first().boundingBox();
  await hastily(async () => {
    await button(person, "next").click();
    await page.waitForFunction(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].current === 1);
    assert.equal(await stem(person).textContent(), first.stem, "the old question still stands");
    await tapAt(page, other);
  });
  await atRest(page);
  await atQuestion(person, 2, 45);
  assert.deepEqual(await answers(person), before);
});

const noWords = { before: loadedDice(20) };

story("who taps an exam's question while the next one is on its way changes no answer", noWords, async (person) => {
  const { page } = person;
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = resolve));
  await visit(person, "#/start/exam");
  let asked = 0;
  await page.route("**/words/**", async (route) => {
    if (asked++) await held;
    await route.continue();
  });
  await hastily(() => button(person, "begin").click());
  await onScreen(person);
  await hastily(async () => {
    await answer(person, true);
    const before = await answers(person);
    const other = page.locator(".choice:not([data-state=picked])").first();
    const place = await other.boundingBox();
    await button(person, "next").click();
    await page.locator("fieldset[inert]").first().waitFor();
    await tapAt(page, place);
    assert.deepEqual(await answers(person), before);
    assert.equal(await button(person, "next").isEnabled(), true, "the way on stays open");
  });
  letGo();
  await atQuestion(person, 2, 45);
  assert.equal(await page.locator("fieldset[inert]").count(), 0);
});

story("what is tapped after “check” and before the verdict changes nothing", { before: slowDisk }, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["judge"], true)));
  const question = await answer(person, true);
  const wrong = await row(page, answerTo(question, false, say)[0]).boundingBox();
  await hastily(async () => {
    await button(person, "check").click();
    await page.locator("fieldset[inert]").waitFor();
    await tapAt(page, wrong);
  });
  await shows(verdict(person), say("right"));
});

story("where a browser knows nothing of inert, such a tap changes nothing either", { before: slowDisk }, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["judge"], true)));
  const question = await answer(person, true);
  await hastily(async () => {
    await button(person, "check").click();
    await page.locator("fieldset[inert]").waitFor();
    await page.evaluate(() => document.querySelector(".choice:not([data-state=picked])").click());
  });
  await shows(verdict(person), say("right"));
  assert.deepEqual(await answers(person), { [question.id]: { judge: question.answer } });
});

story("a question that was left and come back to can be answered again", noWords, async (person) => {
  const { page } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await button(person, "next").click();
  await button(person, "back").click();
  await atQuestion(person, 1, 45);
  await answer(person, true);
  assert.equal(Object.keys(await answers(person)).length, 1);
  await button(person, "sheet").click();
  await page.getByRole("dialog").getByRole("button").filter({ hasText: /^1$/ }).click();
  await atQuestion(person, 1, 45);
  await answer(person, false);
  assert.equal(Object.keys(await answers(person)).length, 1, "the same question from the sheet is still open");
});
