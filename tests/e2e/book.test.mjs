// The review book: what was wrong comes back on its day, until it is right on two days in a row.
import assert from "node:assert/strict";

import { answer, answerAndCheck, atQuestion, onScreen, stem } from "./answering.mjs";
import { remembered } from "./books.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink } from "./papers.mjs";
import { count, look, morning, MORNING, nextDay, practise, rows, seed, sees, withThree } from "./reviewing.mjs";

/** Reviews the one question that is due, and goes on to the report. */
async function reviewOne(person, rightly) {
  await look(person);
  await button(person, "book-do", { n: 1 }).click();
  await atQuestion(person, 1, 1);
  const question = await answerAndCheck(person, rightly);
  await button(person, "see-score").click();
  await shows(person.page.locator("h1"), person.say("result-plain"));
  return question;
}

story("a new person is told how questions come here, and where to begin", {}, async (person) => {
  const { page, say } = person;
  await look(person);
  await sees(person, "book-new");
  await shows(page.locator(".book-text"), say("book-new-how"));
  await page.locator("[data-tab=mistakes]").click();
  await page.locator("[data-tab=mistakes][aria-current]").waitFor();
  await sees(person, "book-new");
  await page.locator("[data-tab=favourites]").click();
  await sees(person, "book-no-favourites");
  await link(person, "book-go").click();
  await page.locator(".tiles").waitFor();
});

story("a wrong answer comes back tomorrow, and is mended by two days in a row", morning, async (person) => {
  const { page, say } = person;
  const wrong = await practise(person, false);
  await look(person);
  await sees(person, "book-none-due");
  await shows(page.locator(".book-text"), say("book-next", { when: say("next-tomorrow") }));
  await look(person, "/mistakes");
  await shows(rows(person), wrong.stem);
  await shows(rows(person), say("back-tomorrow"));

  await nextDay(person);
  assert.equal((await reviewOne(person, true)).stem, wrong.stem);
  await look(person);
  await shows(count(person, "mistakes"), "1");
  const { due } = Object.values((await remembered(person, "book")).cards)[0];
  const today = Math.floor((Date.parse(MORNING) + 8 * 3_600_000) / 86_400_000) + 1;
  for (let day = today; day < due; day++) await nextDay(person);
  await reviewOne(person, true);
  await look(person, "/mistakes");
  await sees(person, "book-no-mistakes");
  await look(person);
  await sees(person, "book-none-due");
  await shows(page.locator(".book-text"), new RegExp(say("book-next", { when: ".+" })));
  assert.equal(Object.values((await remembered(person, "book")).cards)[0].kept, true, "it is scheduled still");
});

story("only the first try of a day schedules", morning, async (person) => {
  const { context, say } = person;
  const wrong = await practise(person, false);
  await look(person, "/mistakes");
  await context.clock.runFor("10:00");
  const [before] = Object.values((await remembered(person, "book")).cards);
  await button(person, "book-redo", { n: 1 }).click();
  assert.equal((await answerAndCheck(person, true)).stem, wrong.stem);
  await look(person, "/mistakes");
  const [card] = Object.values((await remembered(person, "book")).cards);
  assert.deepEqual([card.due, card.stability, card.right, card.wrong], [before.due, before.stability, 1, 1]);
  await shows(rows(person), say("back-tomorrow"));
});

story("what is right is not in the book, until the person is not sure of it", morning, async (person) => {
  const { page } = person;
  const right = await practise(person, true);
  await look(person, "/mistakes");
  await sees(person, "book-new");
  await visit(person, "#/take");
  await button(person, "unsure").click();
  await button(person, "unsure-on").waitFor();
  await look(person, "/mistakes");
  await shows(rows(person), right.stem);
  await shows(page.locator(".book-when"), /\S/);
  await visit(person, "#/take");
  await button(person, "unsure-on").click();
  await button(person, "unsure").waitFor();
  await look(person, "/mistakes");
  await sees(person, "book-new");
});

story("an exam's answers enter the book once, those not given and those that were flagged too", morning, async (person) => {
  const { page, say } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  const { stem: flagged } = await answer(person, true);
  await button(person, "flag").click();
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  const { stem: sure } = await answer(person, true);
  await page.locator(".open-sheet").click();
  await page.getByRole("dialog").getByRole("button", { name: say("hand-in"), exact: true }).click();
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("result-failed"));
  await look(person, "/mistakes");
  await shows(count(person, "mistakes"), "44");
  await visit(person, "#/report");
  await shows(page.locator("h1"), say("result-failed"));
  await look(person, "/mistakes");
  const cards = Object.values((await remembered(person, "book")).cards);
  assert.equal(cards.length, 45);
  assert(cards.every(({ right, wrong }) => right + wrong === 1), "a report that is looked at twice counts once");
  for (const fold of await page.locator(".shelf summary").all()) await fold.click();
  await page.waitForFunction(() => document.querySelectorAll(".book-row").length === 44);
  assert.equal(await rows(person).filter({ hasText: flagged }).count(), 1);
  assert.equal(await rows(person).filter({ hasText: sure }).count(), 0);
});


story("the mistakes of one place are retried alone", withThree, async (person) => {
  const { page, say } = person;
  await look(person, "/mistakes");
  assert.equal(await page.locator(".shelf").count(), 2);
  assert.equal(await rows(person).count(), 0, "folded");
  await page.locator(".shelf[data-theme=enterprise] summary").click();
  await shows(rows(person), /\S/);
  assert.equal(await rows(person).count(), 2);
  const theme = await page.locator(".shelf[data-theme=enterprise] .shelf-name").textContent();
  await button(person, "book-redo-here", { theme, n: 2 }).click();
  await atQuestion(person, 1, 2);
  await visit(person, "#/book/mistakes");
  await button(person, "book-redo", { n: 3 }).click();
  await atQuestion(person, 1, 3);
  assert.match(await page.title(), new RegExp(say("nth", { n: 1, of: 3 })));
});

story("what is taken out by hand can be put back at once, and is gone afterwards", withThree, async (person) => {
  const { page, say } = person;
  await look(person, "/mistakes");
  await page.locator(".shelf[data-theme=home] summary").click();
  const out = rows(person).locator(".out");
  await out.click();
  await shows(rows(person), say("book-taken-out"));
  await shows(count(person, "mistakes"), "2");
  await out.click();
  await shows(count(person, "mistakes"), "3");
  await out.click();
  await shows(count(person, "mistakes"), "2");
  await look(person, "/mistakes");
  await shows(count(person, "mistakes"), "2");
  assert.equal(await page.locator(".shelf[data-theme=home]").count(), 0);
});

story("a favourite is kept over a reload and in another language, practised, and let go", morning, async (person) => {
  const { page, say } = person;
  await practise(person, true);
  await button(person, "favourite").click();
  await button(person, "favourite-on").waitFor();
  await look(person, "/favourites");
  await shows(count(person, "favourites"), "1");
  const [id] = (await remembered(person, "book")).favourites;
  await page.locator("#lang").click();
  await page.locator("html[lang=en]").waitFor();
  await shows(rows(person), /[a-z]/);
  assert.deepEqual((await remembered(person, "book")).favourites, [id]);
  await page.locator("#lang").click();
  await button(person, "book-redo-favourites", { n: 1 }).click();
  await atQuestion(person, 1, 1);
  await look(person, "/favourites");
  await rows(person).locator(".star").click();
  await shows(rows(person), say("book-unstarred"));
  await look(person, "/favourites");
  await sees(person, "book-no-favourites");
});

story("a report offers the wrong ones again, and no other", morning, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seed));
  const wrong = [];
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    const question = await answerAndCheck(person, n !== 1 && n !== 4);
    if (n === 1 || n === 4) wrong.push(question.stem);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await button(person, "only-wrong").click();
  for (const n of [1, 2]) {
    await atQuestion(person, n, 2);
    assert.equal(await stem(person).textContent(), wrong[n - 1]);
    await answerAndCheck(person, true);
    await button(person, n < 2 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("result-plain"));
  assert.equal(await button(person, "only-wrong").count(), 0, "nothing was wrong");
  await page.reload();
  await link(person, "to-book").click();
  await page.locator(".segments").waitFor();
});

story("the book is worked by keys alone", withThree, async (person) => {
  const { page, say } = person;
  const focused = (part) => page.locator(`${part}:focus`).waitFor();
  const tabTo = async (locator) => {
    for (let tabs = 0; !(await locator.evaluate((one) => one === document.activeElement)); tabs++) {
      assert(tabs < 40, `Tab does not come to ${locator}`);
      await page.keyboard.press("Tab");
    }
  };
  await look(person);
  await focused("h1");
  await tabTo(page.locator("[data-tab=mistakes]"));
  await page.keyboard.press("Enter");
  await page.locator("[data-tab=mistakes][aria-current=page]").waitFor();
  await focused("h1");
  await tabTo(page.locator(".shelf[data-theme=home] summary"));
  await page.keyboard.press("Enter");
  await rows(person).waitFor();
  await tabTo(rows(person).locator(".out"));
  await page.keyboard.press("Enter");
  await shows(rows(person), say("book-taken-out"));
  await focused(".out");
  await page.keyboard.press("Enter");
  await shows(count(person, "mistakes"), "3");
  await tabTo(button(person, "book-redo", { n: 3 }));
  await page.keyboard.press("Enter");
  await onScreen(person);
  await focused("h1");
});
