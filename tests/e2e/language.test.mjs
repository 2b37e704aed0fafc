// Two languages: whole, never mixed, and changed in the middle of a quiz without losing anything.
import assert from "node:assert/strict";

import {
  answer,
  answerAndCheck,
  answerTo,
  atQuestion,
  field,
  flagged,
  onScreen,
  row,
  stem,
  steps,
  verdict,
} from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { tell } from "./telling.mjs";
import { FAULTS, tour } from "./tour.mjs";
import { file, languages, pageFiles, saying, site, wordsOf } from "./words.mjs";

const HAN = /\p{Script=Han}/u;

/** What a page in Chinese may say in Latin letters: names, units and what people call things. */
const LATIN = /^(English|Sixinto|sixinto|mark|made|[A-Z]{1,5}|[A-Z][A-Z\d]{0,3}|[A-Z]\d*|km|cm|mm|kg|kV|min|h|m|ml|km\/h)$/;

tell("every word has its place in both languages, with the same gaps", () => {
  const gaps = (text) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();
  const [chinese, english] = [languages["zh-CN"], languages.en];
  assert.deepEqual(Object.keys(english), Object.keys(chinese));
  for (const key of Object.keys(chinese)) {
    assert.deepEqual(gaps(english[key]), gaps(chinese[key]), key);
    if (key !== "other") assert.doesNotMatch(english[key], HAN, key);
  }
});

tell("whatever the page's HTML says has its key, and says in Chinese what the key says", () => {
  const html = pageFiles(".html").map(file).join("");
  const keys = [...html.matchAll(/data-say(?:-label)?="([^"]*)"/g)].map(([, key]) => key);
  assert(keys.length > 30);
  for (const key of keys) assert(key in languages.en, key);
  for (const [, key, text] of html.matchAll(/data-say="([^"]*)">([^<]*)</g)) {
    if (text) assert.equal(text, languages["zh-CN"][key]);
  }
});

tell("the word that is shown as the right one for a blank is in the reader's language", () => {
  for (const theme of Object.keys(site.banks)) {
    const shown = wordsOf(theme, "en").flatMap(({ blanks = [] }) => blanks.map(({ accept: [first] }) => first.en ?? first));
    for (const text of shown) assert.doesNotMatch(text, HAN);
  }
});

/** Everything that a screen says, seen or only heard. Runs in the page. */
function everythingSaid() {
  const named = ["aria-label", "alt", "placeholder", "title"].flatMap((name) =>
    [...document.querySelectorAll(`body [${name}]`)].map((element) => element.getAttribute(name)),
  );
  const hidden = [...document.querySelectorAll("option, .unseen")].map((element) => element.textContent);
  const said = [document.title, document.body.innerText, ...named, ...hidden].join("\n");
  // What a paper was made of, by which it can be made again, is no language.
  const made = [...document.querySelectorAll(".made")].map((element) => element.innerText);
  return made.reduce((text, one) => text.replaceAll(one, ""), said).replace(/\S*#\/\S*/g, "");
}

/** What does not belong on a screen in a language. */
const foreign = {
  en: (text) => text.split("\n").filter((line) => HAN.test(line.replace("中文", ""))),
  "zh-CN": (text) => (text.match(/[A-Za-z][A-Za-z/\d]*/g) ?? []).filter((word) => !LATIN.test(word)),
};

for (const lang of site.langs) {
  const options = { lang, expects: FAULTS };
  story(`every screen in ${lang} is wholly in it, and needs the banks of no other language`, options, async (person) => {
    const { page, requests } = person;
    const found = {};
    await tour(person, async (screen) => {
      for (const text of foreign[lang](await page.evaluate(everythingSaid))) (found[text] ??= []).push(screen);
      assert.equal(await page.locator("html").getAttribute("lang"), lang, screen);
    });
    assert.deepEqual(found, {});
    const banks = requests.filter((address) => address.includes("/banks/"));
    assert(banks.length >= 6 && banks.every((address) => address.includes(`.${lang}-`)), banks.join("\n"));
  });
}

/** Presses the button with the other language's name on it, and speaks that language from here on. */
async function change(person) {
  const other = site.langs.find((lang) => lang !== person.lang);
  const heading = person.page.locator("h1");
  const before = await heading.textContent();
  await button(person, "other").click();
  [person.lang, person.say] = [other, saying(other)];
  await heading.filter({ hasNotText: before }).waitFor();
}

story("changing the language keeps the question, the choices where they are, and the answer", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", seedWith("home", ["multiple"], true)));
  const chinese = await onScreen(person);
  const shown = async () => {
    const texts = await page.locator(".choice-text").allTextContents();
    const { choices } = await onScreen(person);
    return texts.map((text) => choices.find((choice) => choice.text === text).id);
  };
  const before = await shown();
  await row(page, answerTo(chinese, true, person.say)[0]).click();

  await change(person);
  const english = await onScreen(person);
  assert.equal(english.id, chinese.id);
  assert.deepEqual(await shown(), before);
  assert.equal(await page.locator(".answer input:checked").count(), 1);
  assert.equal(await row(page, answerTo(english, true, person.say)[0]).getByRole("checkbox").isChecked(), true);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await atQuestion(person, 1, 10);
  assert.match(await page.title(), /^Question 1 of 10/);

  await row(page, answerTo(english, true, person.say)[0]).click();
  await answerAndCheck(person);
  await change(person);
  await shows(verdict(person), person.say("right"));
  await shows(page.locator(".reason"), chinese.explanation);
});

story("what is half typed, half sorted or half joined stays so in the other language", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", seedWith("home", ["blank", "order"], true)));
  await onScreen(person);
  await field(person).fill("half a wo");
  await change(person);
  await page.getByRole("textbox").waitFor();
  assert.equal(await field(person).inputValue(), "half a wo");
  await answerAndCheck(person, false);
  await button(person, "next").click();

  const [first] = await steps(person);
  await button(person, "move-down", { text: first }).click();
  const orderOf = async () => {
    const question = await onScreen(person);
    return (await steps(person)).map((text) => question.steps.find((step) => step.text === text).id);
  };
  const order = await orderOf();
  await change(person);
  assert.deepEqual(await orderOf(), order);

  await visit(person, deepLink("home", seedWith("home", ["match"], true)));
  const { pairs } = await onScreen(person);
  await page.getByRole("combobox", { name: pairs[0].left }).selectOption({ label: pairs[0].right });
  await change(person);
  const [pair] = (await onScreen(person)).pairs;
  const list = page.getByRole("combobox", { name: pair.left });
  await list.waitFor();
  assert.equal(await list.locator("option:checked").textContent(), pair.right);
});

story("the language is remembered, and its button is in the language it leads to", {}, async (person) => {
  const { page } = person;
  await visit(person);
  assert.equal(await button(person, "other").getAttribute("lang"), "en");
  await change(person);
  await shows(page.locator("h1"), person.say("home-heading"));
  await page.reload();
  await shows(page.locator("h1"), person.say("home-heading"));
  assert.equal(await button(person, "other").getAttribute("lang"), "zh-CN");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

const morning = { at: "2026-11-23T09:00:00+08:00" };

story("an exam changes its language without losing a second, a flag or an answer", morning, async (person) => {
  const { page } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await answer(person);
  await button(person, "flag").click();
  await person.context.clock.runFor("01:00");
  const time = () => shows(page.locator(".question .time"), person.say("time-left", { time: "44:00" }));
  await time();
  await change(person);
  await time();
  await flagged(person, true);
  assert.notEqual(await page.locator(".answer input:checked").count(), 0);
  await button(person, "sheet").click();
  await shows(page.locator(".answered"), person.say("answered", { n: 1, left: 44 }));
  await stem(person).waitFor();
});
