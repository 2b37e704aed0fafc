// Going through the review book, on a Monday morning.
import { answerAndCheck } from "./answering.mjs";
import { bookOf, idsOf, withBook } from "./books.mjs";
import { shows, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";

export const MORNING = "2026-11-23T08:00:00+08:00";
export const morning = { at: MORNING };
export const seed = seedWith("home", ["single"], true);

/** Answers the first question of a practice paper. */
export async function practise(person, rightly) {
  await visit(person, deepLink("home", seed));
  return answerAndCheck(person, rightly);
}

/** Goes to a part of the book that was not on the screen before. */
export async function look(person, tab = "") {
  await person.page.goto("about:blank");
  await visit(person, `#/book${tab}`);
  await person.page.locator(".segments").waitFor();
}

export async function nextDay({ context }) {
  await context.clock.runFor("24:00:00");
}

const heading = ({ page }) => page.locator(".review-book h2");
export const rows = ({ page }) => page.locator(".book-row");
export const count = ({ page }, tab) => page.locator(`.segments [data-tab=${tab}] b`);
export const sees = (person, key, values) => shows(heading(person), person.say(key, values));

const threeOfTwo = [...idsOf("enterprise", 2), ...idsOf("home", 1)];
export const withThree = { at: MORNING, before: withBook(bookOf(MORNING, threeOfTwo, { after: 1 })) };
