// Papers on paper: A4, in two columns, with the key on a page of its own.
import assert from "node:assert/strict";

import { answerAndCheck, atQuestion } from "./answering.mjs";
import { button, DESK, link, shows, story, visit } from "./browser.mjs";
import { deepLink, KINDS, seedAbout, seedWith } from "./papers.mjs";
import { pagesOf } from "./pdf.mjs";
import { questionAsking } from "./words.mjs";

/** A4, upright, in millimetres. */
const A4 = [210, 297];

const printed = (theme, seed) => `#/print/practice/${theme}?seed=${seed}`;

/** Everything that is stored in this browser. */
const stored = ({ page }) => page.evaluate(() => JSON.stringify(Object.entries({ ...localStorage }).sort()));

async function openPrint(person, route) {
  await visit(person, route);
  await person.page.locator(".paper .asked").first().waitFor();
}

/** The questions on the paper, as their files have them, with what stands beside each. */
async function asked({ page, lang }) {
  await page.locator(".asked").first().waitFor();
  const read = (asked) =>
    asked.map((one) => ({
      stem: one.querySelector(".stem-text").textContent,
      lines: [...one.querySelectorAll(".room li > span:last-child")].map((line) => line.textContent),
      boxes: one.querySelectorAll(".room .box").length,
      gaps: one.querySelectorAll(".gap").length,
      pins: one.querySelectorAll(".asked-picture i").length,
      picture: !!one.querySelector("img")?.naturalWidth,
    }));
  const found = await page.locator(".asked").evaluateAll(read);
  return found.map((one) => ({ ...one, question: questionAsking(one.stem, lang) }));
}

/** What the key says under each number. */
const keys = ({ page }) => page.locator(".key-list .key").allTextContents();

for (const [lang, viewport] of [["zh-CN", undefined], ["en", DESK]]) {
  story(`a paper has room to answer every kind by hand, and a key that fits it, in ${lang}`, { lang, viewport }, async (person) => {
    const seen = new Set();
    for (const seed of [seedWith("home", KINDS), seedAbout("home", "scene"), seedAbout("home", "signs")]) {
      await openPrint(person, printed("home", seed));
      await person.page.locator(`.made:has-text("${seed}")`).first().waitFor({ state: "attached" });
      await person.page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      const [questions, answers] = [await asked(person), await keys(person)];
      assert.equal(questions.length, 10);
      questions.forEach((one, at) => {
        seen.add(one.question.kind);
        holds(one, answers[at], person.say);
      });
    }
    assert.deepEqual([...seen].sort(), [...KINDS, "spot"].sort());
  });
}

const letters = (places) => places.map((at) => String.fromCharCode(65 + at)).join(" ");
const placesOf = (lines, texts) => lines.flatMap((line, at) => (texts.includes(line) ? [at] : []));

/** Holds a question on paper and its key against the file. */
function holds({ question, lines, boxes, gaps, pins, picture }, key, say) {
  const where = `${question.id}: ${lines}`;
  assert.equal(picture, !!question.media, where);
  switch (question.kind) {
    case "single":
    case "multiple": {
      const right = question.choices.filter(({ correct }) => correct).map(({ text }) => text);
      assert.equal(boxes, question.choices.length, where);
      assert.equal(key, letters(placesOf(lines, right)), where);
      break;
    }
    case "judge":
      assert.deepEqual(lines, [say("true"), say("false")]);
      assert.equal(key, say(String(question.answer)), where);
      break;
    case "blank":
      assert.equal(gaps, question.blanks.length, where);
      assert.equal(key, question.blanks.map(({ accept }) => accept[0]).join("；"), where);
      break;
    case "number":
      assert.equal(gaps, 1, where);
      assert(key.startsWith(String(question.number.value)), where);
      break;
    case "order": {
      const texts = question.steps.map(({ text }) => text);
      assert.equal(boxes, texts.length, where);
      assert.equal(key, lines.map((line) => texts.indexOf(line) + 1).join(" "), where);
      break;
    }
    case "match": {
      const [lefts, rights] = [lines.slice(0, boxes), lines.slice(boxes)];
      const partner = (left) => question.pairs.find((pair) => pair.left === left).right;
      assert.equal(boxes, question.pairs.length, where);
      assert.equal(key, letters(lefts.map((left) => rights.indexOf(partner(left)))), where);
      break;
    }
    case "spot": {
      const right = question.areas.filter(({ hazard }) => hazard).map(({ label }) => label);
      assert.equal(pins, question.areas.length, where);
      assert.equal(key, placesOf(lines, right).map((at) => at + 1).join(" "), where);
    }
  }
}

story("a printed paper is A4, its key begins a page, and no question is cut in two", {}, async (person) => {
  const { page, say } = person;
  await openPrint(person, "#/print/exam?seed=7");
  assert.equal((await asked(person)).length, 45);
  assert.equal(await page.locator(".part").count(), 3, "a heading a kind");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const whole = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  for (const size of whole) assert.deepEqual(size, A4);
  const layout = await page.locator(".asked, .answered-key").evaluateAll((all) => {
    const styles = all.map((one) => getComputedStyle(one).breakInside);
    const columns = getComputedStyle(document.querySelector(".paper-questions")).columnCount;
    const paper = getComputedStyle(document.body).backgroundColor;
    const key = getComputedStyle(document.querySelector(".key-page")).breakBefore;
    return { styles: [...new Set(styles)], columns, paper, key };
  });
  assert.deepEqual(layout, { styles: ["avoid"], columns: "2", paper: "rgb(255, 255, 255)", key: "page" });
  const text = await page.locator("body").innerText();
  assert(!text.includes(say("print-with-key")), "nothing but the paper");

  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: say("print-with-key") }).uncheck();
  await page.emulateMedia({ media: "print" });
  const without = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  assert(without.length >= 2 && without.length < whole.length, `${without.length} of ${whole.length} pages`);
});

story("who prints is asked by the browser, by finger or by key", {}, async (person) => {
  const { page } = person;
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => window.printed++;
  });
  await openPrint(person, printed("school", 3));
  await button(person, "print").click();
  await button(person, "print").press("Enter");
  assert.equal(await page.evaluate(() => window.printed), 2);
});

story("a paper says how to make it again, and is the same one in every language and the quiz", {}, async (person) => {
  const { page } = person;
  await openPrint(person, "#/print/practice/village");
  const seed = /seed=(\d+)$/.exec(page.url())[1];
  const ids = (await asked(person)).map(({ question }) => question.id);
  const made = await page.locator(".made").first().textContent();
  assert.match(made, new RegExp(`practice.*village.*${seed}.*[0-9a-f]{8}`));
  assert.equal(await page.locator(".made-again").first().textContent(), page.url());
  await page.locator("#lang").click();
  await shows(page.locator(".paper-title"), "Practice");
  assert.deepEqual((await asked({ page, lang: "en" })).map(({ question }) => question.id), ids);
  await page.locator("#lang").click();
  await shows(page.locator(".paper-title"), "练习");

  await link(person, "print-another").click();
  await page.waitForFunction((seed) => /seed=\d+$/.test(location.hash) && !location.hash.endsWith(`=${seed}`), seed);
  await page.waitForFunction(() => document.querySelector(".made-again").textContent === location.href);
  assert.notDeepEqual((await asked(person)).map(({ question }) => question.id), ids);

  await visit(person, deepLink("village", seed));
  for (const id of ids.slice(0, 2)) {
    await atQuestion(person, ids.indexOf(id) + 1, 10);
    assert.equal((await answerAndCheck(person)).id, id);
    await button(person, "next").click();
  }
});

story("printing leaves what is remembered as it was, and a paper under way in its place", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", 5));
  await answerAndCheck(person);
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  const before = await stored(person);
  for (const route of ["#/print", printed("home", 5), "#/print/exam", "#/print/daily"]) {
    await visit(person, route);
    await page.locator(".print .asked, .list .item").first().waitFor();
  }
  assert.equal(await stored(person), before);
  await visit(person, "#/take");
  await atQuestion(person, 2, 10);
  await answerAndCheck(person);
});

story("the report leads to the paper it is about, on paper", {}, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("public", 11));
  const ids = [];
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    ids.push((await answerAndCheck(person, n % 2 === 0)).id);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await link(person, "print-this").click();
  assert.deepEqual((await asked(person)).map(({ question }) => question.id), ids);
  assert.equal(await page.locator(".made-again").first().isVisible(), false, "only a seed that gives it to all is named");

  await visit(person, "#/print");
  await page.locator(".list .item").filter({ hasText: say("print-done") }).click();
  await shows(page.locator(".paper-title"), /\S/);
  assert.deepEqual((await asked(person)).map(({ question }) => question.id), ids);
});

/** A review book as the page stores it, with these questions in it. */
const bookOf = (ids) => (context) =>
  context.addInitScript((ids) => {
    if (location.protocol === "about:") return;
    const card = (kept) => ({
      stability: 1_000_000, difficulty: 5_000_000, last: 20_000, due: 20_001, at: 1, right: 0, wrong: 1, streak: 0, kept,
    });
    const cards = Object.fromEntries(ids.map((id) => [id, card(id !== "home-fire-clothes")]));
    localStorage.setItem("sixinto.book", JSON.stringify({ format: 2, value: { format: 1, cards, favourites: [] } }));
  }, ids);

const kept = ["enterprise-hot-work", "home-fire-clothes", "community-escape-not-by"];

story("the review book prints as a paper of what is in it", { before: bookOf(kept) }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/print");
  await page.locator(".list .item").filter({ hasText: say("book") }).click();
  await shows(page.locator(".paper-title"), say("book"));
  assert.deepEqual((await asked(person)).map(({ question }) => question.id), [kept[0], kept[2]]);
});

story("where there is nothing to print yet, there is a list of what can be", {}, async (person) => {
  const { page, say } = person;
  for (const route of ["#/print/done", "#/print/book"]) {
    await visit(person, route);
    await shows(page.locator("h1"), say("print-papers"));
  }
  for (const route of ["#/print/nothing", "#/print/review", "#/print/practice", "#/print/practice/moon"]) {
    await visit(person, route);
    await shows(page.locator("h1"), say("home-heading"));
  }
});

story("nobody prints the daily five of a day to come", { at: "2026-06-10T09:00:00+08:00" }, async (person) => {
  await openPrint(person, "#/print/daily?seed=20260611");
  assert.match(person.page.url(), /seed=20260610$/);
});
