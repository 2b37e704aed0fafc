// The daily five as a month: what was done when, in a row, and what can still be done.
import assert from "node:assert/strict";

import { answer, atQuestion } from "./answering.mjs";
import { arrive, button, link, settled, shows, story, visit } from "./browser.mjs";
import { headingHasFocus, pressOn } from "./keys.mjs";
import { remembering } from "./papers.mjs";

const EVENING = "2026-06-03T20:00:00+08:00";

const day = ({ page }, number) => page.locator(`.day:has(> span:first-child:text-is("${number}"))`);

/** Answers all five, so many of them rightly, and hands in; gives the stems. */
async function sit(person, rights) {
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

/** Does the paper of a day by its square. */
async function play(person, number, rights) {
  await visit(person, "#/calendar/2026-06");
  await day(person, number).click();
  return sit(person, rights);
}

const is = async (person, number, key, values) => shows(day(person, number), person.say(key, values));

story("days done on time make a row, days done later do not, and the best score stays", { at: EVENING }, async (person) => {
  const { context, page, say } = person;
  await play(person, 3, 3);
  await visit(person, "#/calendar");
  await is(person, 3, "day-on-time", { percent: 60 });
  await shows(page.locator(".streak-now"), say("n-days", { n: 1 }));
  await is(person, 2, "day-missed");
  await is(person, 4, "day-future");
  assert.equal(await page.locator("a.day").count(), 3, "days to come are no links");

  await play(person, 2, 4);
  await visit(person, "#/calendar");
  await is(person, 2, "day-late", { percent: 80 });
  await shows(page.locator(".streak-now"), say("n-days", { n: 1 }));
  await shows(page.locator(".done"), say("done-of", { n: 2, of: 30 }));

  await play(person, 3, 1);
  await play(person, 2, 5);
  await visit(person, "#/calendar");
  await is(person, 3, "day-on-time", { percent: 60 });
  await is(person, 2, "day-late", { percent: 100 });

  await context.clock.runFor("24:00:00");
  await is(person, 4, "day-future");
  // Somebody turns to the page again that was left open over night.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await is(person, 4, "day-open");
  await shows(page.locator(".streak-now"), say("n-days", { n: 1 }));
  await play(person, 4, 5);
  await visit(person, "#/calendar");
  await shows(page.locator(".streak-now"), say("n-days", { n: 2 }));
  await context.clock.runFor("48:00:00");
  await page.reload();
  await shows(page.locator(".streak-now"), say("n-days", { n: 0 }));
  await shows(page.locator(".streak-longest"), say("n-days", { n: 2 }));
});

story("a day gone by has the five that everyone had on it", { at: EVENING }, async (person) => {
  const stems = await play(person, 1, 2);
  const other = await arrive({ at: "2026-06-01T09:00:00+08:00" });
  await visit(other, "#/start/daily");
  await button(other, "begin").click();
  assert.deepEqual(await sit(other, 5), stems);
  await settled(other, []);
  await other.context.close();
});

story("nobody gets tomorrow's five, and a day that is none does no harm", { at: EVENING }, async (person) => {
  const { page } = person;
  const seed = () => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].paper.seed);
  for (const asked of [20260604, 20991231, 20260231, 5]) {
    await visit(person, `#/quiz?preset=daily&seed=${asked}`);
    await atQuestion(person, 1, 5);
    assert.equal(await seed(), 20260603, String(asked));
    await page.goto("about:blank");
  }
});

story("one goes from month to month, and to June from anywhere", { at: "2026-11-26T09:00:00+08:00", lang: "en" }, async (person) => {
  const { page, say } = person;
  await visit(person);
  await page.locator(".card.month").click();
  await shows(page.locator("h1"), "November 2026");
  await page.getByRole("link", { name: "December 2026" }).click();
  await shows(page.locator("h1"), "December 2026");
  await page.getByRole("link", { name: "January 2027" }).waitFor();
  await link(person, "june").click();
  await shows(page.locator("h1"), "June 2026");
  assert.equal(await page.getByRole("columnheader").count(), 7);
  assert.equal(await page.locator("td").first().textContent().then((text) => text.includes("1 June")), true, "a Monday");
  await page.getByRole("table", { name: say("calendar-of", { month: "June 2026" }) }).waitFor();
});

story("a month is found, and a day gone by is made up for, by keys alone", { at: "2026-07-02T20:00:00+08:00" }, async (person) => {
  const { page, say } = person;
  await visit(person);
  await pressOn(person, page.locator(".card.month"));
  await headingHasFocus(person);
  await pressOn(person, page.getByRole("link", { name: "2026年8月" }));
  await shows(page.locator("h1:focus"), "2026年8月");
  await pressOn(person, link(person, "june"));
  await shows(page.locator("h1:focus"), "2026年6月");
  await pressOn(person, day(person, 30));
  for (let n = 1; n <= 5; n++) {
    await atQuestion(person, n, 5);
    await headingHasFocus(person);
    await pressOn(person, button(person, n < 5 ? "next" : "hand-in"));
  }
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await pressOn(person, ask.getByRole("button", { name: say("hand-in"), exact: true }));
  await shows(page.locator("h1:focus"), say("n-points", { n: 0 }));
  await pressOn(person, link(person, "home"));
  await pressOn(person, page.locator(".card.month"));
  await pressOn(person, page.getByRole("link", { name: "2026年6月" }));
  await is(person, 30, "day-late", { percent: 0 });
});

story("a single day is one day, and a day is said in the language that is spoken", { at: EVENING, lang: "en" }, async (person) => {
  const { page } = person;
  await play(person, 3, 5);
  await visit(person, "#/calendar");
  await shows(page.locator(".streak-now"), /^1 day$/);
  await page.getByRole("link", { name: "3 June: done on the day, 100 points" }).waitFor();
});

const large = { at: EVENING, before: remembering({ big: true }) };

story("what came of a day stays within its square with large letters", large, async (person) => {
  const { page } = person;
  await play(person, 3, 5);
  await visit(person, "#/calendar");
  const marked = day(person, 3).locator(".day-mark");
  await shows(marked, "100");
  const [square, mark] = await Promise.all([day(person, 3).boundingBox(), marked.boundingBox()]);
  assert(mark.x >= square.x - 1 && mark.x + mark.width <= square.x + square.width + 1, `${mark.width} in ${square.width}`);
  assert.equal(await marked.evaluate((line) => line.scrollWidth > line.clientWidth), false);
});
