// A worker sits the mock exam: forty-five questions, forty-five minutes by a clock that is moved on by hand.
import assert from "node:assert/strict";

import { answer, atQuestion, flagged, onScreen, row, stem, verdict } from "./answering.mjs";
import { button, DESK, link, shows, story, visit } from "./browser.mjs";
import { loadedDice } from "./papers.mjs";

const MORNING = "2026-11-23T09:00:00+08:00";
const SEED = 20;

const options = { at: MORNING, before: loadedDice(SEED) };

async function begin(person) {
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await atQuestion(person, 1, 45);
}

/** The time left, as the page shows it. */
const timeLeft = ({ page, say }, time) => shows(page.locator(".question .time"), say("time-left", { time }));

const cell = ({ page, say }, n, key, flagged = false) => {
  const text = say(key, { n });
  return page.getByRole("button", { name: flagged ? say("sheet-flagged", { text }) : text, exact: true });
};

story("the start screen tells what the exam asks for, and lets one choose the pass mark", options, async (person) => {
  const { page, say } = person;
  await visit(person);
  await page.locator(".exam").click();
  const facts = page.locator(".facts");
  const told = [say("questions", { n: 45 }), say("minutes", { n: 45 }), say("n-points", { n: 100 })];
  for (const fact of [...told, say("n-points", { n: 80 })]) await shows(facts, fact);
  await shows(page.locator(".points"), say("kind-points", { kind: say("single"), n: 2 }));
  await shows(page.locator(".points"), say("kind-points", { kind: say("multiple"), n: 3 }));
  await page.getByText(say("pass-at", { n: 60 })).click();
  await shows(page.locator(".facts .pass"), say("n-points", { n: 60 }));
  assert.equal(await page.getByRole("radio", { name: say("pass-at", { n: 60 }) }).isChecked(), true);
  await button(person, "begin").click();
  await timeLeft(person, "45:00");
});

story("the exam ends at the bell, and what was not answered earns nothing", options, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  await timeLeft(person, "45:00");
  for (let n = 1; n <= 5; n++) {
    await answer(person);
    assert.equal(await verdict(person).count(), 0, "an exam tells nothing before the end");
    await button(person, "next").click();
    await atQuestion(person, n + 1, 45);
  }
  await context.clock.runFor("44:50");
  await timeLeft(person, "0:10");
  await shows(page.locator("#live"), say("time-left", { time: say("seconds", { n: 10 }) }));
  await context.clock.runFor("00:10");
  await shows(page.locator("h1"), say("result-failed"));
  await shows(page.locator("h1"), say("n-points", { n: 10 }));
  const time = say("minutes", { n: 45 });
  await shows(page.locator(".detail"), say("detail-pass", { questions: 45, right: 5, time, n: 80 }));
  assert.equal(await page.locator(".mark summary").filter({ hasText: say("none") }).count(), 40);
});

/** Everything that a screen reader is told from now on. */
async function hearing({ page }) {
  await page.evaluate(() => {
    const live = document.querySelector("#live");
    window.heard = [];
    new MutationObserver(() => live.textContent && window.heard.push(live.textContent)).observe(live, { childList: true });
  });
  return () => page.evaluate(() => window.heard.splice(0));
}

story("a screen reader is told of half the time, five minutes, one minute and ten seconds, once each", options, async (person) => {
  const { context, say } = person;
  await begin(person);
  const heard = await hearing(person);
  const left = (key, values) => say("time-left", { time: say(key, values) });
  const told = [
    ["22:29", []],
    ["00:02", [left("minutes-seconds", { n: 22, s: 30 })]],
    ["17:28", []],
    ["00:02", [left("minutes", { n: 5 })]],
    ["03:58", []],
    ["00:02", [left("minutes", { n: 1 })]],
    ["00:48", []],
    ["00:02", [left("seconds", { n: 10 })]],
    ["00:08", []],
  ];
  for (const [time, words] of told) {
    await context.clock.runFor(time);
    assert.deepEqual(await heard(), words, `after ${time} more`);
  }
});

story("who turns the page or comes back is not told of the time again", options, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  const heard = await hearing(person);
  await context.clock.runFor("40:01");
  assert.equal((await heard()).length, 2, "half, and five minutes");
  await answer(person);
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await link(person, "leave").click();
  await page.locator(".resume a").click();
  await atQuestion(person, 2, 45);
  await context.clock.runFor("00:30");
  assert.deepEqual(await heard(), []);
  // The phone slept past the last minute: what is left now is told, and told once.
  await context.clock.fastForward("04:00");
  await context.clock.runFor("00:01");
  assert.deepEqual(await heard(), [say("time-left", { time: say("seconds", { n: 29 }) })]);
});

story("the deadline stays where it was when the clock is turned on or back", options, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  await answer(person);
  await context.clock.setSystemTime("2026-11-23T09:10:00+08:00");
  await context.clock.runFor(1000);
  await timeLeft(person, "34:59");
  await context.clock.setSystemTime("2026-11-23T07:00:00+08:00");
  await context.clock.runFor(1000);
  await timeLeft(person, "45:00");
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await answer(person);
  await page.reload();
  await atQuestion(person, 2, 45);
  await timeLeft(person, "45:00");
  await context.clock.setSystemTime("2026-11-23T18:00:00+08:00");
  await context.clock.runFor(1000);
  await shows(page.locator("h1"), say("result-failed"));
  await shows(page.locator(".detail"), say("minutes", { n: 45 }));
});

story("the exam can be practised without its time limit, and the report says that it was", options, async (person) => {
  const { context, page, say } = person;
  await visit(person, "#/start/exam");
  await page.getByRole("checkbox", { name: say("untimed") }).click();
  await shows(page.locator(".facts .time"), say("no-limit"));
  await page.getByText(say("pass-at", { n: 60 })).click();
  await shows(page.locator(".facts .pass"), say("n-points", { n: 60 }));
  await shows(page.locator(".facts .time"), say("no-limit"));
  await button(person, "begin").click();
  await atQuestion(person, 1, 45);
  assert.equal(await page.locator(".question .time").isVisible(), false);
  await context.clock.runFor("01:00:00");
  await answer(person);
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await page.reload();
  await atQuestion(person, 2, 45);
  await button(person, "sheet").click();
  await button(person, "hand-in").click();
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: 2 }));
  await shows(page.locator(".report .notice"), say("was-untimed"));
  await visit(person, "#/start/practice/home");
  await page.locator(".start[data-theme=home]").waitFor();
  assert.equal(await page.getByRole("checkbox").isVisible(), false, "what has no limit needs no choice");
});

story("an exam with its time limit says nothing of practice", options, async (person) => {
  const { context, page, say } = person;
  await begin(person);
  await context.clock.runFor("45:00");
  await shows(page.locator("h1"), say("result-failed"));
  assert.equal(await page.locator(".report > .notice").isVisible(), false);
});

story("flags and the answer sheet bring one back to what is left", options, async (person) => {
  const { page, say } = person;
  await begin(person);
  await answer(person);
  await button(person, "flag").click();
  await flagged(person, true);
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await flagged(person, false);
  await button(person, "sheet").click();
  await shows(page.locator(".answered"), say("answered", { n: 1, left: 44 }));
  await cell(person, 1, "sheet-answered", true).waitFor();
  await cell(person, 45, "sheet-open").click();
  await atQuestion(person, 45, 45);
  await button(person, "hand-in").waitFor();
  await button(person, "sheet").click();
  await cell(person, 1, "sheet-answered", true).click();
  await atQuestion(person, 1, 45);
  assert.equal(await page.locator(".answer input:checked").count(), 1, "the answer is still there");
  await button(person, "flag").click();
  await button(person, "sheet").click();
  await cell(person, 1, "sheet-answered").waitFor();
  await button(person, "close").click();
  await cell(person, 1, "sheet-answered").waitFor({ state: "hidden" });
});

story("on a desk the sheet stands beside the question", { ...options, viewport: DESK }, async (person) => {
  await begin(person);
  await answer(person);
  await cell(person, 1, "sheet-answered").waitFor();
  await cell(person, 30, "sheet-open").click();
  await atQuestion(person, 30, 45);
  await shows(person.page.locator("[aria-current=step]"), "30");
});

story("an answer can be changed and taken back until the paper is handed in", options, async (person) => {
  const { page } = person;
  await begin(person);
  const { choices } = await onScreen(person);
  await row(page, choices[0].text).click();
  await row(page, choices[1].text).click();
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await button(person, "back").click();
  await atQuestion(person, 1, 45);
  assert.equal(await row(page, choices[1].text).getByRole("radio").isChecked(), true);
  assert.equal(await page.locator(".answer input:checked").count(), 1);
});

story("handing in warns about what is left, and can wait", options, async (person) => {
  const { page, say } = person;
  await begin(person);
  const asked = await answer(person);
  await button(person, "sheet").click();
  await button(person, "hand-in").click();
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await shows(ask, say("hand-in-left", { n: 44 }));
  await button(person, "not-yet").click();
  await shows(stem(person), asked.stem);
  await button(person, "sheet").click();
  await button(person, "hand-in").click();
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: 2 }));
  await shows(page.locator("h1"), say("result-failed"));
});

story("eighty points of a hundred are a pass", options, async (person) => {
  const { page, say } = person;
  await begin(person);
  let wrong = 0;
  for (let n = 1; n <= 45; n++) {
    await atQuestion(person, n, 45);
    const { kind } = await onScreen(person);
    // Ten wrong answers at two points each.
    const fails = kind !== "multiple" && wrong < 10;
    if (fails) wrong++;
    await answer(person, !fails);
    await button(person, n < 45 ? "next" : "hand-in").click();
  }
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-all") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: 80 }));
  await shows(page.locator("h1"), say("result-passed"));
  const rights = await page.locator(".share").last().locator("li span:last-child").allTextContents();
  assert.equal(rights.reduce((sum, share) => sum + Number(share.split("/")[0]), 0), 35, "by difficulty");
});
