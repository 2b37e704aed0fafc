// How far one has come, by place and topic: drawn, and the same numbers as a table.
import assert from "node:assert/strict";

import { answerAndCheck, atQuestion, onScreen } from "./answering.mjs";
import { bookOf, idsOf, withBook } from "./books.mjs";
import { button, link, PHONE, shows, story, visit } from "./browser.mjs";
import { headingHasFocus, pressOn } from "./keys.mjs";
import { deepLink, remembering } from "./papers.mjs";
import { site } from "./words.mjs";

const MORNING = "2026-06-03T08:00:00+08:00";

/** Answers the first questions of a paper of the home, each rightly or not. */
async function practise(person, outcomes) {
  await visit(person, deepLink("home", 7));
  const topics = [];
  for (const [at, rightly] of outcomes.entries()) {
    await atQuestion(person, at + 1, 10);
    topics.push((await onScreen(person)).topic);
    await answerAndCheck(person, rightly);
    await button(person, "next").click();
  }
  return topics;
}

story("what was right is counted as known and what was not is due tomorrow", { at: MORNING, lang: "en" }, async (person) => {
  const { context, page, say } = person;
  await practise(person, [true, true, false]);
  await visit(person, "#/me");
  await link(person, "progress").or(page.locator('.item[href="#/progress"]')).first().click();
  const home = page.locator('.standing[data-theme="home"]');
  await shows(home, /3 seen, 2 right, 0 due/);
  await home.locator("summary").click();
  const seen = await home.locator("tbody td:nth-child(2)").allTextContents();
  assert.equal(seen.reduce((sum, text) => sum + Number(text.split(" / ")[0]), 0), 3);
  const totals = seen.reduce((sum, text) => sum + Number(text.split(" / ")[1]), 0);
  await shows(home, new RegExp(`Of ${totals} questions`));
  await context.clock.runFor("24:00:00");
  await page.reload();
  await shows(page.locator('.standing[data-theme="home"]'), /3 seen, 2 right, 1 due/);
  await shows(page.locator('.standing[data-theme="school"]'), say("mastery", { percent: 0 }));
});

story("topics are called by their names, the weakest first, in the language spoken", { at: MORNING }, async (person) => {
  const { page } = person;
  await practise(person, [true]);
  await visit(person, "#/progress");
  const home = page.locator('.standing[data-theme="home"]');
  await home.locator("summary").click();
  const known = (await home.locator("tbody td:last-child").allTextContents()).map(parseFloat);
  assert.deepEqual(known, [...known].sort((one, other) => one - other));
  await home.getByRole("rowheader", { name: "燃气", exact: true }).waitFor();
  await page.locator("#lang").click();
  await page.getByRole("heading", { name: "My progress" }).waitFor();
  await home.locator("summary").click();
  await home.getByRole("rowheader", { name: "Gas", exact: true }).waitFor();
});

const withSome = { at: MORNING, before: withBook(bookOf(MORNING, idsOf("village", 12))) };

story("the numbers of a place are opened, and what to do about them is begun, by keys alone", withSome, async (person) => {
  const { page } = person;
  await visit(person);
  await pressOn(person, link(person, "me"));
  await headingHasFocus(person);
  await pressOn(person, page.locator('.item[href="#/progress"]'));
  await headingHasFocus(person);
  const village = page.locator('.standing[data-theme="village"]');
  await pressOn(person, village.locator("summary"));
  await village.getByRole("table").waitFor();
  await pressOn(person, village.locator(".mistakes"));
  await page.locator("[data-tab=mistakes][aria-current=page]").waitFor();
  await headingHasFocus(person);
  // As the browser's own keys do, which a story does not reach.
  await page.goBack();
  await headingHasFocus(person);
  await pressOn(person, village.locator("summary"));
  await pressOn(person, village.locator(".practise"));
  await headingHasFocus(person);
  await pressOn(person, button(person, "begin"));
  await atQuestion(person, 1, 10);
  await headingHasFocus(person);
});

for (const lang of site.langs) {
  const options = { ...withSome, lang };
  story(`the numbers fit on a phone with large letters in ${lang}`, options, async (person) => {
    const { context, page } = person;
    await remembering({ big: true })(context);
    await visit(person, "#/progress");
    for (const { id } of site.themes) await page.locator(`.standing[data-theme="${id}"] summary`).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });
}
