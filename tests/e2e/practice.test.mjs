// A resident picks a place, answers ten questions with the reason after each, and looks at the report.
import assert from "node:assert/strict";

import { answer, answerAndCheck, atQuestion, onScreen, row, stem, verdict } from "./answering.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink, KINDS, loadedDice, seedWith } from "./papers.mjs";

/** Every third answer is wrong, so that seven of ten are right. */
const isRight = (at) => at % 3 !== 2;

const everyKind = { before: loadedDice(seedWith("home", KINDS)) };

story("a paper with every kind of question, from the tile through the report to the review", everyKind, async (person) => {
  await beginAtHome(person);
  const asked = await answerAll(person);
  assert.deepEqual(KINDS.filter((kind) => !asked.some((question) => question.kind === kind)), []);
  await theReportAddsUp(person, asked);
  await everyMarkIsExplained(person, asked);
  await theReviewShowsEveryQuestion(person, asked);
});

async function beginAtHome(person) {
  const { page, say } = person;
  await visit(person);
  await page.locator("[data-theme=home]").click();
  const facts = page.locator(".facts");
  for (const fact of [say("questions", { n: 10 }), say("no-limit"), say("n-points", { n: 100 }), say("no-pass")]) {
    await shows(facts, fact);
  }
  await shows(page.locator(".points"), say("each-points", { n: 10 }));
  await shows(page.locator(".rule-text"), /\S/);
  await button(person, "begin").click();
}

async function answerAll(person) {
  const asked = [];
  for (let at = 0; at < 10; at++) {
    await atQuestion(person, at + 1, 10);
    asked.push(await answerAndCheck(person, isRight(at)));
    await isExplained(person.page.locator(".feedback"), asked[at]);
    await button(person, at < 9 ? "next" : "see-score").click();
  }
  return asked;
}

async function isExplained(box, { explanation, action, source }) {
  const text = await box.textContent();
  for (const part of [explanation, action, source.title, source.as_of]) assert(text.includes(part), `${part} in ${text}`);
}

async function theReportAddsUp({ page, say }, asked) {
  await shows(page.locator("h1"), say("n-points", { n: 70 }));
  await shows(page.locator("h1"), say("result-plain"));
  const [counts] = say("detail", { questions: 10, right: 7 }).split(" · ");
  await shows(page.locator(".detail"), counts);
  const sorted = [...asked.filter((_, at) => !isRight(at)), ...asked.filter((_, at) => isRight(at))];
  const stems = await page.locator(".mark-stem").allTextContents();
  assert.deepEqual(stems, sorted.map(({ stem }) => stem), "what went wrong comes first");
  const words = await page.locator(".mark summary .tag").allTextContents();
  assert.deepEqual(words, [...Array(3).fill(say("wrong")), ...Array(7).fill(say("right"))]);
  assert.equal(await page.locator(".mark[open]").count(), 3, "what went wrong stands open");
}

async function everyMarkIsExplained({ page }, asked) {
  for (const question of asked) {
    const mark = page.locator(".mark").filter({ has: page.getByText(question.stem, { exact: true }) });
    if ((await mark.getAttribute("open")) === null) await mark.locator("summary").click();
    await isExplained(mark, question);
  }
}

async function theReviewShowsEveryQuestion(person, asked) {
  const { page } = person;
  await page.locator(".mark").filter({ has: page.getByText("10", { exact: true }) }).getByRole("link").click();
  await shows(stem(person), asked[9].stem);
  for (let at = 8; at >= 0; at--) {
    await button(person, "back").click();
    await shows(stem(person), asked[at].stem);
    await isExplained(page.locator(".feedback"), asked[at]);
    assert.equal(await page.locator(".answer").locator("input:enabled, select:enabled, button:enabled").count(), 0);
  }
  assert.equal(await button(person, "back").count(), 0);
  for (let at = 0; at < 9; at++) await button(person, "next").click();
  await button(person, "to-report").click();
  await shows(page.locator("h1"), person.say("n-points", { n: 70 }));
}

story("nothing is checked before there is an answer", {}, async (person) => {
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  const question = await onScreen(person);
  await button(person, "check").click();
  await shows(person.page.getByRole("alert"), person.say("answer-first"));
  assert.equal(await verdict(person).count(), 0);
  await answer(person);
  await person.page.getByRole("alert").waitFor({ state: "hidden" });
  await button(person, "check").click();
  await shows(verdict(person), person.say("right"));
  await shows(stem(person), question.stem);
});

story("a wrong choice is told apart from the right one, and neither can be changed any more", {}, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("village", seedWith("village", ["single"], true)));
  const { choices } = await answerAndCheck(person, false);
  const right = choices.find(({ correct }) => correct);
  const wrong = choices.find(({ correct }) => !correct);
  await shows(row(page, wrong.text), say("tag-wrong"));
  if (wrong.why) await shows(row(page, wrong.text), wrong.why);
  await shows(row(page, right.text), say("tag-missed"));
  await shows(page.locator(".right-answer"), right.text);
  await row(page, right.text).click({ force: true });
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 1);
  await shows(row(page, wrong.text), say("tag-wrong"));
});

story("some but not all of several right answers earn nothing", {}, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("school", seedWith("school", ["multiple"], true)));
  const { choices } = await onScreen(person);
  await row(page, choices.find(({ correct }) => correct).text).click();
  await button(person, "check").click();
  await shows(verdict(person), say("wrong"));
  const missed = choices.filter(({ correct }) => correct).length - 1;
  assert.equal(await page.getByText(say("tag-missed"), { exact: true }).count(), missed);
});

story("the second tap of a double tap does not run past the reason", {}, async (person) => {
  await visit(person, deepLink("home", 3));
  await answer(person);
  await button(person, "check").dblclick();
  await shows(verdict(person), person.say("right"));
  await atQuestion(person, 1, 10);
});

story("the next paper of a place asks what was not asked yet", {}, async (person) => {
  const { page } = person;
  const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0]);
  const asked = async () => (await stored()).paper.questions.map(({ id }) => id);
  await visit(person, "#/start/practice/public");
  await button(person, "begin").click();
  await stem(person).waitFor();
  const first = await asked();
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    await answerAndCheck(person);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), person.say("n-points", { n: 100 }));
  await link(person, "again").click();
  await button(person, "begin").click();
  await stem(person).waitFor();
  assert.equal(new Set([...first, ...(await asked())]).size, 20);
});
