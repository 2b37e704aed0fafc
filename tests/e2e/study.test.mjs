// Study mode: questions with their answers, one at a time, without a score.
import assert from "node:assert/strict";

import { remembered } from "./books.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { questionAsking, saying, site, unpacked } from "./words.mjs";

const stem = ({ page }) => page.locator(".study .stem");
const rank = ({ topic, id }) => `${topic} ${id}`;
const bank = unpacked(site.banks.home["zh-CN"]).questions.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
const total = bank.length;
const at = ({ page, say }, n, of = total) => shows(page.locator(".study .count"), say("nth", { n, of }));

/** Has a person come who was at this question of a place the last time. */
const reading = (place, id) => (context) =>
  context.addInitScript(
    (text) => location.protocol !== "about:" && localStorage.setItem("sixinto.study", text),
    JSON.stringify({ format: 2, value: { [place]: id } }),
  );

/** The question on the screen, with its key. */
async function onScreen(person) {
  await stem(person).waitFor();
  return questionAsking(await stem(person).textContent(), person.lang);
}

const single = bank.findIndex(({ kind }) => kind === "single");

const atSingle = { before: reading("home", bank[single].id) };

story("the right choice is marked, and all is told that is told after an answer", atSingle, async (person) => {
  const { page } = person;
  await visit(person, "#/study/home");
  await at(person, single + 1);
  const { choices, explanation, action } = await onScreen(person);
  const right = choices.filter(({ correct }) => correct).map(({ text }) => text);
  assert.deepEqual(await page.locator(".choice[data-state=missed] .choice-text").allTextContents(), right);
  await shows(page.locator(".reason"), explanation);
  await shows(page.locator(".todo"), action);
  assert.equal(await page.locator(".verdict:visible").count(), 0, "nobody is judged");
  assert.equal(await page.locator(".right-answer:visible").count(), 0, "what is marked is not said twice");
  assert.equal(await button(person, "unsure").count(), 0, "nothing was answered");
});

story("a place is chosen, and its questions are read one by one", {}, async (person) => {
  const { page, say } = person;
  await visit(person, "#/me");
  await page.locator("a[href='#/study']").click();
  await page.locator("a[href='#/study/home']").click();
  await at(person, 1);
  assert.equal((await onScreen(person)).id, bank[0].id);
  await button(person, "next").click();
  await at(person, 2);
  await page.locator("h1:focus").waitFor();
  await button(person, "back").click();
  await at(person, 1);
  assert.equal(await page.locator(".study .back:visible").count(), 0);
  assert.match(await page.title(), new RegExp(say("study")));
});

story("nothing of it counts, and the next visit goes on where this one ended", {}, async (person) => {
  const { page } = person;
  await visit(person, "#/study/home");
  await at(person, 1);
  await button(person, "next").click();
  await at(person, 2);
  await button(person, "next").click();
  await at(person, 3);
  for (const name of ["tries", "book", "seen", "attempt"]) assert.equal(await remembered(person, name), undefined, name);
  await page.goto("about:blank");
  await visit(person, "#/study");
  await page.locator("a[href='#/study/home']").click();
  await at(person, 3);
  assert.equal((await remembered(person, "study")).home, bank[2].id);
  await page.locator("#lang").click();
  await shows(page.locator(".study .count"), saying("en")("nth", { n: 3, of: total }));
  assert.equal(questionAsking(await stem(person).textContent(), "en").id, bank[2].id, "the same one in another language");
});

story("one topic is read alone, round and round", {}, async (person) => {
  const { page } = person;
  await visit(person, "#/study/home");
  await at(person, 1);
  const count = bank.filter(({ topic }) => topic === "co").length;
  await page.locator(".study-topic select").selectOption("co");
  await at(person, 1, count);
  assert.equal(new URL(page.url()).hash, "#/study/home/co");
  for (let n = 2; n <= count; n++) {
    await button(person, "next").click();
    await at(person, n, count);
  }
  await button(person, "study-again").click();
  await at(person, 1, count);
  await page.locator(".study-topic select").selectOption("");
  await at(person, 1);
});

for (const kind of ["order", "match", "blank", "number", "multiple", "judge", "spot"]) {
  const { id, topic } = bank.find((question) => question.kind === kind);
  const before = reading(`home/${topic}`, id);
  story(`the answer to a question of the kind ${kind} is shown`, { before }, async (person) => {
    const { page } = person;
    await visit(person, `#/study/home/${topic}`);
    const question = await onScreen(person);
    assert.equal(question.id, id);
    const key = page.locator(".right-answer");
    if (kind === "order") for (const { text } of question.steps) await shows(key, text);
    else if (kind === "match") for (const { left, right } of question.pairs) await shows(key, `${left} → ${right}`);
    else if (kind === "blank") await shows(key, question.blanks[0].accept[0]);
    else if (kind === "number") await shows(key, String(question.number.value));
    else if (kind === "spot") {
      const hazards = question.areas.filter(({ hazard }) => hazard).length;
      await page.locator(".ring[data-ring=right]").first().waitFor();
      assert.equal(await page.locator(".ring[data-ring=right]").count(), hazards);
    } else assert(await page.locator(".choice[data-state=missed]").count());
  });
}

story("an address of no place or no topic leads to the choice of places", {}, async (person) => {
  for (const route of ["#/study/nowhere", "#/study/home/nothing"]) {
    await visit(person, route);
    await person.page.locator("a[href='#/study/home']").waitFor();
  }
});

story("it is read by keys alone", {}, async (person) => {
  const { page } = person;
  const tabTo = async (locator) => {
    for (let tabs = 0; !(await locator.evaluate((one) => one === document.activeElement)); tabs++) {
      assert(tabs < 40, `Tab does not come to ${locator}`);
      await page.keyboard.press("Tab");
    }
  };
  await visit(person, "#/study");
  await page.locator("a[href='#/study/home']").waitFor();
  await tabTo(page.locator("a[href='#/study/home']"));
  await page.keyboard.press("Enter");
  await at(person, 1);
  await tabTo(button(person, "next"));
  await page.keyboard.press("Enter");
  await at(person, 2);
  await page.locator("h1:focus").waitFor();
  await tabTo(button(person, "favourite"));
  await page.keyboard.press("Enter");
  await button(person, "favourite-on").waitFor();
});
