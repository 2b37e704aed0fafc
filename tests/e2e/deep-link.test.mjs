// An address can name a paper: whoever opens it gets the same questions in the same order.
import assert from "node:assert/strict";

import { answer, atQuestion, onScreen, stem } from "./answering.mjs";
import { arrive, button, go, settled, shows, story, visit } from "./browser.mjs";
import { deepLink } from "./papers.mjs";
import { file } from "./words.mjs";

/** The paper under way, as it is stored. */
async function paperOf(person) {
  await stem(person).waitFor();
  return person.page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].paper);
}

async function open(person, route) {
  await person.page.goto("about:blank");
  await visit(person, route);
  return paperOf(person);
}

story("two people who follow one link get one paper, whatever their language and their past", {}, async (person) => {
  const paper = await open(person, "#/quiz/home?seed=7");
  assert.equal(paper.seed, 7);
  await atQuestion(person, 1, 10);
  const other = await arrive({ lang: "en" });
  await visit(other, deepLink("home", 99));
  await answer(other);
  await button(other, "check").click();
  assert.deepEqual(await open(other, "#/quiz/home?seed=7"), paper);
  assert.equal((await onScreen(other)).id, (await onScreen(person)).id);
  await settled(other, []);
  await other.context.close();
});

story("another seed is another paper", {}, async (person) => {
  const papers = [];
  for (const seed of [7, 8, 0, 4294967295]) papers.push(await open(person, `#/quiz/home?seed=${seed}`));
  assert.deepEqual(papers.map(({ seed }) => seed), [7, 8, 0, 4294967295]);
  const asked = papers.map(({ questions }) => questions.map(({ id, items }) => `${id} ${items}`).join());
  assert.equal(new Set(asked).size, papers.length);
});

story("a link can name another preset", {}, async (person) => {
  const exam = await open(person, "#/quiz/all?seed=7&preset=exam");
  assert.equal(exam.preset, "exam");
  assert.equal(exam.questions.length, 45);
  assert.deepEqual((await open(person, "#/quiz/home?seed=7&preset=practice")).themes, ["home"]);
});

const bad = ["", "?seed=", "?seed=seven", "?seed=-1", "?seed=1.5", "?seed=4294967296", "?seed=99999999999", "?seed=%00"];

story("a seed that is none opens a fresh paper", {}, async (person) => {
  for (const query of bad) {
    const paper = await open(person, `#/quiz/home${query}`);
    assert.equal(paper.questions.length, 10, query);
    assert(paper.seed >= 0 && paper.seed < 2 ** 32, query);
    await atQuestion(person, 1, 10);
  }
});

const unknown = ["quiz/nowhere?seed=7", "start/nothing", "start/practice/nowhere", "nowhere", "%E0%A4%A"];
const empty = ["take", "report", "review/3"];

story("an address that leads nowhere leads home", {}, async (person) => {
  for (const route of [...unknown, ...empty]) {
    await person.page.goto("about:blank");
    await visit(person, `#/${route}`);
    await person.page.locator(".tiles").waitFor();
    await shows(person.page.locator(".daily-state"), person.say("daily-new", { time: "" }).trim());
    assert.equal(await person.page.locator(".failure, .question").count(), 0, route);
  }
});

const { given } = JSON.parse(file("questions/presets.json"));

story("no paper of given questions is begun by its name alone", {}, async (person) => {
  const { page } = person;
  for (const { id } of given) {
    for (const route of [`start/${id}`, `quiz?preset=${id}`, `quiz/all?preset=${id}&seed=7`]) {
      // By then the page knows these presets.
      await visit(person, "#/book");
      await page.locator(".segments").waitFor();
      await go(person, `#/${route}`);
      await page.locator(".tiles, .start, .question").waitFor();
      assert.equal(await page.locator(".tiles").count(), 1, route);
    }
  }
});

story("a link to the paper that is under way goes on with it", {}, async (person) => {
  await visit(person, deepLink("home", 7));
  await answer(person, false);
  await button(person, "check").click();
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  await open(person, "#/quiz/home?seed=7");
  await atQuestion(person, 2, 10);
});

story("one step back from a linked paper is where one came from, and forward again is the paper", {}, async (person) => {
  const { page } = person;
  await visit(person);
  await page.locator(".tiles").waitFor();
  await go(person, "#/quiz/home?seed=7");
  const { stem: asked } = await onScreen(person);
  await page.goBack();
  await page.locator(".tiles").waitFor();
  await page.goForward();
  await shows(stem(person), asked);
});

story("before the first question a link fetches one bank in one language", {}, async (person) => {
  await visit(person, deepLink("village", 7));
  await onScreen(person);
  const banks = person.requests.filter((address) => address.includes("/banks/"));
  assert.equal(banks.length, 1, banks.join());
  assert.match(banks[0], /banks\/village\.zh-CN-/);
});
