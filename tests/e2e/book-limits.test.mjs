// The review book where there is too much of it, too little, or where it does not come.
import assert from "node:assert/strict";

import { answerAndCheck, atQuestion } from "./answering.mjs";
import { bookOf, idsOf, idsOfAll, withBook } from "./books.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { count, look, MORNING, morning, practise, rows, sees, withThree } from "./reviewing.mjs";
import { packed, unpacked } from "./words.mjs";

const forty = idsOfAll(40);

const withForty = { at: MORNING, before: withBook(bookOf(MORNING, forty)) };

story("at most twenty are asked at a time, and home tells how many are due", withForty, async (person) => {
  const { context, page, say } = person;
  await visit(person);
  await page.locator(".daily-state").waitFor();
  await context.clock.runFor(1000);
  await shows(page.locator(".book-state"), say("book-due", { n: 40 }));
  await page.locator(".card.book").click();
  await sees(person, "book-due", { n: 40 });
  await shows(page.locator(".book-more"), say("book-due-most", { n: 20 }));
  await button(person, "book-do-some", { n: 20 }).click();
  await atQuestion(person, 1, 20);
  await answerAndCheck(person, true);
  await link(person, "leave").click();
  await shows(page.locator(".book-state"), say("book-due", { n: 39 }));
});

const laterForty = { at: MORNING, before: withBook(bookOf(MORNING, forty, { after: 2 })) };

story("home says nothing of a book where nothing is due", laterForty, async (person) => {
  const { context, page, say } = person;
  await visit(person);
  await page.locator(".daily-state").waitFor();
  await context.clock.runFor(1000);
  await shows(page.locator(".book-state"), say("book-about"));
  await context.clock.runFor("48:00:00");
  await visit(person, "#/me");
  await visit(person, "#/");
  await shows(page.locator(".book-state"), say("book-due", { n: 40 }));
});

const [gone, ...stay] = idsOf("home", 3);

const withGone = { at: MORNING, before: withBook(bookOf(MORNING, [gone, ...stay], { favourites: [gone] })) };

story("questions that are no longer asked are left out quietly", withGone, async (person) => {
  const { page } = person;
  await page.route("**/banks/home.*.json", (route) => {
    const address = new URL(route.request().url()).pathname.slice(1);
    const bank = unpacked(address);
    // The parts of words go by place, so that another question takes the place of this one.
    const questions = bank.questions.map((question) => (question.id === gone ? { ...question, id: "home-other" } : question));
    return route.fulfill({ contentType: "application/json", body: packed(address, { ...bank, questions }) });
  });
  await look(person);
  await shows(count(person, "due"), "2");
  await shows(count(person, "mistakes"), "2");
  await shows(count(person, "favourites"), "0");
  await button(person, "book-do", { n: 2 }).click();
  await atQuestion(person, 1, 2);
});

const FAULTS = [/^error: Failed to load resource/, /^error: .*(book-|words\/)/];

story("where the book cannot be fetched, a press says so, and the next one works", { ...morning, expects: FAULTS }, async (person) => {
  const { page, say } = person;
  await page.route("**/book-*.wasm", (route) => route.abort());
  await practise(person, true);
  await button(person, "favourite").click();
  await shows(page.locator(".keep-tools .notice"), say("not-put"));
  await page.unroute("**/book-*.wasm");
  await button(person, "favourite").click();
  await button(person, "favourite-on").waitFor();
  assert.equal(await page.locator(".keep-tools .notice:visible").count(), 0);
});

story("words that do not come are asked for again in their place", { ...withThree, expects: FAULTS }, async (person) => {
  const { page } = person;
  await page.route("**/words/*home*.json", (route) => route.abort());
  await look(person, "/mistakes");
  await page.locator(".shelf[data-theme=home] summary").click();
  await page.locator(".failed:visible").waitFor();
  await page.unroute("**/words/*home*.json");
  await page.locator(".failed:visible").getByRole("button").click();
  await shows(rows(person), /\S/);
});
