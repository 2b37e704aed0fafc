// Tibetan, on a page that is built without it and told by the story to offer it: the texts of a fixture, shown as they are.
import assert from "node:assert/strict";

import { verdict } from "./answering.mjs";
import { violations } from "./axe.mjs";
import { dressed, PHONE, shows, story, visit } from "./browser.mjs";
import { unfit } from "./fitting.mjs";
import { file, languages, site } from "./words.mjs";

const BANK = JSON.parse(file("tests/fixtures/tibetan.json"));
const [question] = BANK.questions;
const PLACE = "banks/home.bo-0000000000.json";
const NAME = "བོད་ཡིག";

/** Serves the fixture, packed as the build does it (`unpack.js`), as the bank of homes, and a page whose data offers Tibetan. */
async function offering(context) {
  const presets = site.presets.map((preset) => (preset.id === "practice" ? { ...preset, sections: [{ count: 1, points: 10 }] } : preset));
  const offered = { ...site, presets, langs: [...site.langs, "bo"], banks: { ...site.banks, home: { ...site.banks.home, bo: PLACE } } };
  const json = JSON.stringify(offered).replaceAll("<", "\\u003c");
  const isPage = ({ pathname }) => pathname === "/";
  await context.route(isPage, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/(<script type="application\/json" id="site">).*?(<\/script>)/s, (_, open, close) => open + json + close);
    await route.fulfill({ response: answer, body: html });
  });
  await context.route(`**/${PLACE}`, (route) => route.fulfill({ json: [BANK, [], []] }));
  await context.route(`**/${PLACE.replace("banks/", "words/0.")}`, (route) => route.fulfill({ json: [[0, ...BANK.questions], []] }));
  await context.addInitScript(() => {
    if (location.protocol === "about:" || localStorage.getItem("sixinto.lang")) return;
    localStorage.setItem("sixinto.lang", JSON.stringify({ format: 2, value: "bo" }));
  });
}

const options = { before: offering };

async function open(person) {
  await visit(person, "#/quiz/home?seed=1");
  await shows(person.page.locator(".stem"), question.stem);
  // What Tibetan needs comes after the question, and its looks after that.
  await person.page.locator("template#settings").waitFor({ state: "attached" });
  await dressed(person);
}

const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);

story("a question in Tibetan is shown and told letter by letter", options, async (person) => {
  const { page, say } = person;
  await open(person);
  assert.equal(await page.locator("html").getAttribute("lang"), "bo");
  assert.equal(await page.locator(".stem").textContent(), question.stem);
  const texts = await page.locator(".choice-text").allTextContents();
  assert.deepEqual(texts.sort(), question.choices.map(({ text }) => text).sort());
  await page.locator(".choice").filter({ hasText: question.choices[0].text }).click();
  await page.getByRole("button", { name: say("check") }).click();
  await shows(verdict(person), say("right"));
  assert.equal(await page.locator(".reason").textContent(), question.explanation);
  assert.equal(await page.locator(".todo p").textContent(), question.action);
  const stored = await page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.lang")).value);
  assert.equal(stored, "bo");
});

story("its lines stand far enough apart, in its own font, larger, and neither bent nor thickened", options, async (person) => {
  const { page } = person;
  await open(person);
  for (const selector of [".stem", ".choice-text"]) {
    const text = page.locator(selector).first();
    const [height, size] = [await style(text, "lineHeight"), await style(text, "fontSize")].map(parseFloat);
    assert(height / size >= 1.8, `${selector}: ${height} / ${size}`);
    assert.match(await style(text, "fontFamily"), /^"Noto Serif Tibetan", Jomolhari, "Microsoft Himalaya"/);
    assert.equal(await style(text, "letterSpacing"), "normal");
    assert.equal(await style(text, "fontStyle"), "normal");
    assert.match(await style(text, "fontSynthesis"), /none/);
  }
  assert.equal(await style(page.locator("html"), "fontSize"), "18px");
});

/** The lines that a text is broken into. Runs in the page. */
function linesOf(element) {
  const [text] = element.childNodes;
  const lines = new Map();
  for (let at = 0; at < text.length; at++) {
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    const top = Math.round(box?.top ?? -1);
    lines.set(top, (lines.get(top) ?? "") + text.data[at]);
  }
  return [...lines.values()];
}

/** What the lines of a text end with, in boxes of many widths in which the longest part that holds together fits. */
async function ends(element) {
  const found = new Set();
  for (let width = 30; width <= 390; width += 5) {
    await element.evaluate((box, width) => (box.style.cssText = `display: block; flex: none; width: ${width}px`), width);
    if (Math.max(...(await element.evaluate(widthsOfParts))) > width) continue;
    const lines = await element.evaluate(linesOf);
    for (const line of lines.slice(0, -1)) found.add(line.at(-1));
  }
  return [...found];
}

story("lines break behind the dot between syllables, and never behind the one that holds them together", options, async (person) => {
  const { page } = person;
  await open(person);
  for (const end of await ends(page.locator(".stem"))) assert.match(end, /[\u0f0b\s]/);
  const held = page.locator(".choice-text").filter({ hasText: question.choices[0].text });
  assert.match(question.choices[0].text, /\p{Script=Tibetan}\u0f0c\p{Script=Tibetan}/u);
  assert.deepEqual(await ends(held), ["\u0f0b"]);
  // With the other dot in its place there is one more place to break at, and it is found.
  const syllables = (element) => element.evaluate(linesOf);
  await held.evaluate((box) => (box.style.width = "1px"));
  await held.evaluate((box) => (box.style.overflowWrap = "normal"));
  const before = (await syllables(held)).length;
  await held.evaluate((box) => (box.textContent = box.textContent.replace("\u0f0c", "\u0f0b")));
  assert.equal((await syllables(page.locator(".choice-text[style]"))).length, before + 1);
});

/** How wide each part is that must not be broken. Runs in the page. */
function widthsOfParts(element) {
  const [text] = element.childNodes;
  return [...text.data.matchAll(/[^\u0f0b\s]+[\u0f0b\s]?/g)].map(({ 0: part, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + part.length);
    return [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0);
  });
}

story("what is not said in Tibetan yet is said in Chinese, and marked as such", options, async (person) => {
  const { page } = person;
  await open(person);
  const unmarked = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement.closest("script, style")) continue;
      const lang = text.parentElement.closest("[lang]").lang;
      if (/\p{Script=Han}/u.test(text.data) !== (lang === "zh-CN") && /\p{L}/u.test(text.data)) found.push(`${lang}: ${text.data}`);
    }
    return found;
  });
  assert.deepEqual(unmarked.filter((line) => !/^bo: (A|B|C)$/.test(line)), []);
  await visit(person);
  await page.locator("#lang").click();
  await page.waitForFunction(() => document.documentElement.lang === "zh-CN");
  assert.equal(await page.locator("[data-fallback]").count(), 0, "a page in Chinese is Chinese as a whole");
});

story("the button goes round all three languages, each named in its own", { before: async (context) => {
  await context.addInitScript(() => {
    if (location.protocol === "about:" || localStorage.getItem("sixinto.lang")) return;
    localStorage.setItem("sixinto.lang", JSON.stringify({ format: 2, value: "zh-CN" }));
  });
  await offering(context);
} }, async (person) => {
  const { page } = person;
  await visit(person);
  await page.locator("template#settings").waitFor({ state: "attached" });
  const button = page.locator("#lang");
  for (const [name, lang] of [["English", "en"], [NAME, "bo"], ["中文", "zh-CN"], ["English", "en"]]) {
    await shows(button, name);
    assert.equal(await button.getAttribute("lang"), lang);
    await button.click();
    await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
  }
});

story("a page that is built without Tibetan never speaks it, whatever is stored", { before: (context) => context.addInitScript(() => {
  if (location.protocol !== "about:") localStorage.setItem("sixinto.lang", JSON.stringify({ format: 2, value: "bo" }));
}) }, async (person) => {
  const { page } = person;
  await visit(person);
  await shows(page.locator("h1"), languages["zh-CN"]["home-heading"]);
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await page.locator("#lang").click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await shows(page.locator("#lang"), languages.en.other);
});

for (const viewport of [PHONE, { width: 320, height: 568 }]) {
  story(`nothing is cut off in Tibetan, ${viewport.width} wide, and axe finds nothing`, { ...options, viewport }, async (person) => {
    const { page } = person;
    await open(person);
    await page.locator(".choice").first().click();
    await page.locator(".go").click();
    await verdict(person).waitFor();
    assert.deepEqual(await unfit(page), []);
    assert.deepEqual(await violations(page, {}), []);
  });
}
