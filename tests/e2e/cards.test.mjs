// The three cards of a job post: found, turned by finger, mouse and keys, printed for a pocket, and asked about.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

import { answerAndCheck, atQuestion } from "./answering.mjs";
import { button, DESK, link, shows, story, visit } from "./browser.mjs";
import { drawFinger, middleOf } from "./finger.mjs";
import { pagesOf } from "./pdf.mjs";
import { file } from "./words.mjs";

const folder = new URL("../../questions/cards/", import.meta.url);
const names = JSON.parse(file("questions/cards/names.json"));
const posts = readdirSync(folder).filter((name) => name !== "names.json").map((name) => name.replace(".json", ""));
const setOf = (post) => JSON.parse(file(`questions/cards/${post}.json`));

/** A6, upright, in millimetres. */
const A6 = [105, 148];

const card = ({ page }) => page.locator(".deck-cards .job-card:visible");

/** Waits for a card and holds all of its lines against the file. */
async function showsCard(person, set, which, n) {
  const { lang, say } = person;
  await shows(card(person).locator("h2"), names[which][lang]);
  assert.deepEqual(await card(person).locator("li").allTextContents(), set[which].map((line) => line[lang]));
  await shows(person.page.locator(".deck-nth"), say("cards-nth", { n, of: 3 }));
}

async function openDeck(person, post) {
  await visit(person, `#/cards/${post}`);
  await card(person).waitFor();
}

story("a post is found by a few letters, and its cards and its quiz are one tap each", {}, async (person) => {
  const { page, say } = person;
  await visit(person, "#/me");
  await page.getByRole("link", { name: say("cards") }).click();
  const links = page.locator(".posts .item:visible");
  await links.first().waitFor();
  assert.equal(await links.count(), posts.length);
  const field = page.getByRole("searchbox", { name: say("cards-find") });
  await field.fill("没有的");
  await shows(page.getByRole("status"), say("cards-none"));
  assert.equal(await links.count(), 0);
  await field.fill("焊");
  assert.equal(await page.locator(".posts .none").isVisible(), false);
  await links.filter({ hasText: "焊工" }).click();
  const set = setOf("welder");
  await showsCard(person, set, "risk", 1);
  await shows(page.locator(".deck-note").first(), names.note["zh-CN"]);

  await link(person, "cards-quiz", { n: set.questions.length }).click();
  const asked = [];
  for (let n = 1; n <= set.questions.length; n++) {
    await atQuestion(person, n, set.questions.length);
    asked.push((await answerAndCheck(person)).id);
    await button(person, n < set.questions.length ? "next" : "see-score").click();
  }
  assert.deepEqual(asked, set.questions, "the questions of the file, in its order");
  await shows(page.locator("h1"), say("result-plain"));
  await link(person, "to-cards").click();
  await shows(page.locator("h1"), say("cards"));
});

story("a quiz about cards has its name when one comes back to it", {}, async (person) => {
  const { page } = person;
  await visit(person, "#/cards/herder/quiz");
  await answerAndCheck(person);
  await visit(person, "#/");
  await shows(page.locator(".resume a"), "岗位卡小测 1/8");
  await page.reload();
  await shows(page.locator(".resume a"), "岗位卡小测 1/8");
});

const phone = { context: { hasTouch: true, isMobile: true } };

story("a finger turns the cards, and still scrolls the page", phone, async (person) => {
  const { page } = person;
  const set = setOf("miner");
  await openDeck(person, "miner");
  const swipe = async (x, y) => {
    const from = await middleOf(card(person));
    await drawFinger(person, from, { x: from.x + x, y: from.y + y });
  };
  await swipe(-120, 10);
  await showsCard(person, set, "operation", 2);
  await swipe(-120, -10);
  await showsCard(person, set, "emergency", 3);
  await swipe(120, 0);
  await showsCard(person, set, "operation", 2);
  await swipe(-20, 0);
  await showsCard(person, set, "operation", 2);
  await page.setViewportSize({ width: 390, height: 500 });
  await swipe(-30, -150);
  await page.waitForFunction(() => scrollY > 0);
  await showsCard(person, set, "operation", 2);
});

story("a mouse turns the cards by the buttons, and by the name of a card", { lang: "en", viewport: DESK }, async (person) => {
  const set = setOf("electrician");
  await openDeck(person, "electrician");
  await button(person, "cards-next").click();
  await showsCard(person, set, "operation", 2);
  await person.page.getByRole("button", { name: names.emergency.en }).click();
  await showsCard(person, set, "emergency", 3);
  await button(person, "cards-next").click();
  await showsCard(person, set, "risk", 1);
  await button(person, "cards-back").click();
  await showsCard(person, set, "emergency", 3);
});

story("the arrow keys turn the cards as soon as they are there, and leave other screens alone", {}, async (person) => {
  const { page, say } = person;
  const set = setOf("welder");
  await openDeck(person, "welder");
  await page.keyboard.press("ArrowRight");
  await showsCard(person, set, "operation", 2);
  const said = say("cards-now", { name: names.operation["zh-CN"], n: 2, of: 3 });
  await shows(page.locator("#live"), said);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await showsCard(person, set, "emergency", 3);
  await page.keyboard.press("Shift+ArrowLeft");
  await showsCard(person, set, "emergency", 3);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("ArrowRight");
  await showsCard(person, set, "risk", 1);

  await visit(person, "#/cards");
  const field = page.getByRole("searchbox");
  await field.fill("ab");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("x");
  assert.equal(await field.inputValue(), "axb");
  assert.equal(await page.locator("#live").textContent(), "", "the cards that are gone say nothing");
});

story("cards turn at once for those who want no motion, and quickly for others", {}, async (person) => {
  const { page } = person;
  await openDeck(person, "welder");
  await button(person, "cards-next").click();
  const turning = () =>
    card(person).evaluate((card) => {
      const { animationName, animationDuration } = getComputedStyle(card);
      return { name: animationName, length: 1000 * parseFloat(animationDuration) };
    });
  assert.equal((await turning()).name, "none");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const { name, length } = await turning();
  assert.equal(name, "turn");
  assert(length > 0 && length <= 200, `${length} ms`);
});

for (const lang of ["zh-CN", "en"]) {
  story(`every post's cards print as two A6 sheets with nothing cut off, in ${lang}`, { lang }, async (person) => {
    const { page } = person;
    const found = [];
    for (const post of posts) {
      await page.emulateMedia({ media: "screen" });
      await visit(person, `#/cards/${post}`);
      await page.locator(`.quiz[href="#/cards/${post}/quiz"]`).waitFor();
      await page.emulateMedia({ media: "print" });
      const pockets = page.locator(".pocket");
      assert.equal(await pockets.count(), 4);
      found.push(...(await pockets.evaluateAll(tooFull)).map((line) => `${post}: ${line}`));
    }
    assert.deepEqual(found, []);
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    assert.deepEqual(pages, [A6, A6, A6, A6]);
  });
}

/** Cards whose lines run into what is below them. Runs in the page. */
function tooFull(pockets) {
  return pockets.flatMap((pocket) => {
    const foot = pocket.querySelector(".pocket-foot").getBoundingClientRect();
    const last = pocket.querySelector(".job-card").lastElementChild.getBoundingClientRect();
    const room = pocket.getBoundingClientRect();
    const fits = last.bottom <= foot.top && foot.bottom <= room.bottom && pocket.scrollWidth <= pocket.clientWidth;
    return fits ? [] : [`${pocket.querySelector("h2").textContent} by ${Math.round(last.bottom - foot.top)} px`];
  });
}

story("the button prints, and on paper there is nothing but cards", {}, async (person) => {
  const { page } = person;
  await openDeck(person, "lamp-keeper");
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-printed", "")));
  await button(person, "cards-print").click();
  await page.locator("body[data-printed]").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
  for (const which of ["risk", "operation", "emergency"]) {
    assert(text.includes(setOf("lamp-keeper")[which][0]["zh-CN"]), which);
  }
  assert(!text.includes(person.say("cards-print")), "no button");
  const colours = await page.locator(".pocket").first().evaluate((pocket) => {
    const style = getComputedStyle(pocket);
    return [style.backgroundColor, style.color, getComputedStyle(document.body).backgroundColor];
  });
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(30, 36, 38)", "rgb(255, 255, 255)"]);
});

story("a post that nobody has leads home", {}, async (person) => {
  await visit(person, "#/cards/astronaut");
  await shows(person.page.locator("h1"), person.say("home-heading"));
});
