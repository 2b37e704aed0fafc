// Today's five: the same for everyone, two and a half minutes, and the home screen knows how they went.
import assert from "node:assert/strict";

import { answer, atQuestion } from "./answering.mjs";
import { arrive, button, link, settled, shows, story, visit } from "./browser.mjs";

const MORNING = "2026-11-23T08:00:00+08:00";

async function begin(person) {
  await visit(person);
  await person.page.locator(".daily").click();
  await button(person, "begin").click();
}

/** Answers all five and hands in; gives the stems in the order they came. */
async function sit(person, rights = 5) {
  const { page, say } = person;
  const stems = [];
  for (let n = 1; n <= 5; n++) {
    await atQuestion(person, n, 5);
    stems.push((await answer(person, n <= rights)).stem);
    await button(person, n < 5 ? "next" : "hand-in").click();
  }
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: rights * 20 }));
  return stems;
}

const state = ({ page }, text) => shows(page.locator(".daily-state"), text);

story("two people get the same five on one day, wherever their clocks are set", { at: MORNING }, async (person) => {
  await begin(person);
  const stems = await sit(person);
  // It is the evening before in New York, and this person has answered other questions already.
  const abroad = { at: "2026-11-22T22:00:00-05:00", context: { timezoneId: "America/New_York" } };
  const other = await arrive(abroad);
  await visit(other, "#/quiz/home?seed=4");
  await answer(other);
  await button(other, "check").click();
  await begin(other);
  assert.deepEqual(await sit(other, 2), stems);
  await settled(other, []);
  await other.context.close();
});

story("the next day has another paper, and its score is another one", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  const stems = await sit(person, 4);
  await link(person, "home").click();
  await state(person, say("daily-done", { percent: 80 }));
  await context.clock.runFor("16:00:05");
  await page.reload();
  await state(person, say("daily-new", { time: say("minutes-seconds", { n: 2, s: 30 }) }));
  await begin(person);
  assert.notDeepEqual(await sit(person), stems);
});

story("home tells whether today's five are new, half done or done, by their best score", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  await visit(person);
  await state(person, say("daily-new", { time: say("minutes-seconds", { n: 2, s: 30 }) }));
  await begin(person);
  await answer(person);
  await link(person, "leave").click();
  await state(person, say("daily-open"));
  await page.locator(".resume a").click();
  await sit(person, 3);
  await link(person, "home").click();
  await state(person, say("daily-done", { percent: 60 }));
  await context.clock.runFor("01:00");
  await page.locator(".daily").click();
  await shows(page.locator(".notice"), say("daily-again", { percent: 60 }));
  await button(person, "begin").click();
  await sit(person, 5);
  await link(person, "home").click();
  await state(person, say("daily-done", { percent: 100 }));
});

story("today's five hand themselves in after two and a half minutes", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  await shows(page.locator(".question .time"), say("time-left", { time: "2:30" }));
  await answer(person);
  await context.clock.runFor("02:29");
  await shows(page.locator(".question .time"), say("time-left", { time: "0:01" }));
  await context.clock.runFor("00:01");
  await shows(page.locator("h1"), say("n-points", { n: 20 }));
  assert.equal(await page.locator(".mark").count(), 5);
  await link(person, "home").click();
  await state(person, say("daily-done", { percent: 20 }));
});

story("today's five without the limit are the same five, and count nowhere", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  const untimed = () => page.getByRole("checkbox", { name: say("untimed") });
  const fresh = say("daily-new", { time: say("minutes-seconds", { n: 2, s: 30 }) });
  await visit(person, "#/start/daily");
  await untimed().click();
  await button(person, "begin").click();
  await atQuestion(person, 1, 5);
  await context.clock.runFor("10:00");
  const stems = await sit(person, 4);
  await shows(page.locator(".report .notice"), say("was-untimed"));
  await link(person, "home").click();
  await state(person, fresh);
  await begin(person);
  assert.deepEqual(await sit(person, 3), stems);
  await link(person, "home").click();
  await state(person, say("daily-done", { percent: 60 }));
});

story("today's five with the limit and without are two papers, both under way", { at: MORNING }, async (person) => {
  const { page, say } = person;
  const timed = page.locator(".question .time");
  await begin(person);
  await answer(person);
  await visit(person, "#/start/daily");
  await page.getByRole("checkbox", { name: say("untimed") }).click();
  await button(person, "begin").click();
  await atQuestion(person, 1, 5);
  assert.equal(await timed.isVisible(), false);
  assert.equal(await page.locator(".answer input:checked").count(), 0);
  await visit(person);
  await state(person, say("daily-open"));
  await begin(person);
  await timed.waitFor();
  assert.notEqual(await page.locator(".answer input:checked").count(), 0, "the answer is still there");
});
