// Text from a question file is shown as text, whatever it looks like.
import assert from "node:assert/strict";

import { atQuestion, field, verdict } from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { deepLink, KINDS, seedWith } from "./papers.mjs";
import { packed, questionAsking, unpacked } from "./words.mjs";

const MARKUP = `<img src="x" onerror="ran=1"><script>ran=1</script>&amp;&lt;<a href="javascript:ran=1">x</a></p>`;

/** What of a bank is text that a person reads; the rest are ids and numbers. */
const TEXTS = ["stem", "text", "why", "explanation", "action", "left", "right", "unit", "title", "article"];

/** Puts markup at the end of every text of a file of the site. @param {string} address */
function spoiled(address) {
  const text = JSON.stringify(unpacked(address));
  return packed(
    address,
    JSON.parse(text, (key, value) => {
      if (typeof value === "string" && TEXTS.includes(key)) return value + MARKUP;
      return key === "number" ? { ...value, unit: `次${MARKUP}` } : value;
    }),
  );
}

async function spoil(route) {
  const { pathname } = new URL(route.request().url());
  await route.fulfill({ contentType: "application/json", body: spoiled(pathname.slice(1)) });
}

/** Nothing of it has become part of the page or was run. */
async function isText({ page }) {
  const strange = page.locator("main").locator("img[src=x], script, a[href^='javascript']");
  assert.equal(await strange.count(), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
}

/** All texts that a question shows before it is answered. */
const textsOf = ({ choices, steps, pairs, number }) =>
  [choices, steps].flatMap((parts) => parts?.map(({ text }) => text) ?? [])
    .concat(pairs?.flatMap(({ left, right }) => [left, right]) ?? [])
    .concat(number ? "次" : []);

/** Whether an element holds these texts, each with its markup, letter by letter. */
async function hold(element, texts) {
  const text = await element.textContent();
  for (const part of texts) assert(text.includes(part + MARKUP), `${part} and its markup in ${text}`);
}

async function answerSomehow(person, { kind }) {
  const { page } = person;
  if (kind === "blank") await field(person).fill(MARKUP);
  else if (kind === "number") await field(person).fill("7");
  else if (kind === "match") await page.getByRole("combobox").first().selectOption({ index: 1 });
  else if (kind !== "order") await page.locator(".choice").first().click();
}

story("markup in stems, choices, reasons and sources is shown as it is written", {}, async (person) => {
  const { page, say } = person;
  await page.route("**/*home.*.json", spoil);
  await visit(person, deepLink("home", seedWith("home", KINDS)));
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    const stem = await page.locator(".stem").textContent();
    assert(stem.endsWith(MARKUP));
    const question = questionAsking(stem.slice(0, -MARKUP.length), "zh-CN");
    await page.locator(".answer").locator("input, select, button").first().waitFor({ state: "attached" });
    await hold(page.locator(".answer"), textsOf(question));
    await isText(person);
    await answerSomehow(person, question);
    await button(person, "check").click();
    await verdict(person).waitFor();
    await hold(page.locator(".feedback"), [question.explanation, question.action, question.source.title]);
    await isText(person);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("result-plain"));
  await shows(page.locator(".marks"), MARKUP);
  assert.equal(await page.getByText(say("yours", { text: MARKUP }), { exact: true }).count(), 1, "what a person typed, too");
  await isText(person);
  await visit(person, "#/review/1");
  await shows(page.locator(".stem"), MARKUP);
  await isText(person);
});

story("markup in an address is nothing either", {}, async (person) => {
  await visit(person, `#/start/practice/${encodeURIComponent(MARKUP)}`);
  await person.page.locator(".tiles").waitFor();
  await visit(person, `#/quiz/home?preset=${encodeURIComponent(MARKUP)}`);
  await person.page.locator(".tiles").waitFor();
  await isText(person);
});
