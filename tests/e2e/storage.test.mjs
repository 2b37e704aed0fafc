// A browser that stores nothing, or has no room left, or holds something strange, still gives its owner a quiz.
import assert from "node:assert/strict";

import { answer, answerAndCheck, atQuestion, onScreen, stem } from "./answering.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { saying } from "./words.mjs";

const forbidden = (context) =>
  context.addInitScript(() => {
    const denied = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: denied });
  });

const full = (context) =>
  context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });

/** Uses up all the room there is, to the last letter. Runs in the page. */
function fill() {
  for (let size = 1 << 23; size >= 1; size >>= 1) {
    try {
      for (let at = 0; ; at++) localStorage.setItem(`filler ${size} ${at}`, "x".repeat(size));
    } catch {
      // The next one is smaller.
    }
  }
}

const notices = ({ page, say }) =>
  page.locator("main").getByText(say("storage-blocked"), { exact: true }).filter({ visible: true });

story("where storage may not be used a whole quiz runs, and one line tells of it", { before: forbidden }, async (person) => {
  const { page, say } = person;
  await visit(person);
  await notices(person).waitFor();
  await page.locator("[data-theme=school]").click();
  await notices(person).waitFor();
  await button(person, "begin").click();
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    assert.equal(await notices(person).count(), 1);
    await answerAndCheck(person);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("n-points", { n: 100 }));
  await link(person, "home").click();
  await page.locator(".tiles").waitFor();
  assert.equal(await notices(person).count(), 1);
});

story("storage that fills up in the middle of a quiz is told about at once, and the quiz goes on", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await onScreen(person);
  assert.equal(await notices(person).count(), 0);
  await page.evaluate(fill);
  await answer(person);
  await notices(person).waitFor();
  await button(person, "check").click();
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  await answerAndCheck(person);
  assert.equal(await notices(person).count(), 1);
});

story("where storage is full a paper outlasts a look at the home screen", { lang: "en", before: full }, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", 2));
  await notices(person).waitFor();
  const { stem: asked } = await answer(person);
  await link(person, "leave").click();
  await notices(person).waitFor();
  await page.locator(".resume a").click();
  await shows(stem(person), asked);
  assert.notEqual(await page.locator(".answer").locator("input:checked, input[type=text]").count(), 0);
});

const attempt = (fields) => JSON.stringify({ format: 1, attempt: { format: 1, ...fields } });

/** What may lie in storage that this page did not put there, or not like this. */
const strange = {
  "half of a text": '{"format":1,"attempt":{',
  "another format": '{"format":7,"attempt":{"format":7}}',
  "nothing": "null",
  "an attempt without a paper": attempt({ answers: {} }),
  "an attempt with half a paper": attempt({ paper: { questions: [] }, answers: {} }),
};

for (const [name, text] of Object.entries(strange)) {
  story(`${name} in storage keeps nobody from home or from a new paper`, {}, async (person) => {
    const { page } = person;
    await visit(person);
    await page.locator(".tiles").waitFor();
    await page.evaluate((text) => localStorage.setItem("sixinto.attempt", text), text);
    await page.reload();
    await page.locator("[data-theme=home]").click();
    await button(person, "begin").click();
    await atQuestion(person, 1, 10);
    await answerAndCheck(person);
  });
}

story("an attempt that the engine refuses can be dropped", { expects: [/^error: (?!policy)/] }, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", 1));
  await onScreen(person);
  await page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem("sixinto.attempt"));
    stored.value.open[0].paper.questions[0].id = "nobody-asked-this";
    localStorage.setItem("sixinto.attempt", JSON.stringify(stored));
  });
  await page.reload();
  await shows(page.locator("h1"), say("changed"));
  await button(person, "drop").click();
  await page.locator(".tiles").waitFor();
  assert.equal(await page.locator(".resume a").isVisible(), false);
  await page.reload();
  await page.locator(".tiles").waitFor();
  assert.equal(await page.locator(".resume a").isVisible(), false, "the next time, too");
});

const part = ({ page }, name) => page.evaluate((name) => localStorage.getItem(`sixinto.${name}`), name);

/** Rewrites what is stored as the first format had it. Runs in the page. */
function growOld() {
  const value = (name) => JSON.parse(localStorage.getItem(`sixinto.${name}`)).value;
  const put = (name, fields) => localStorage.setItem(`sixinto.${name}`, JSON.stringify({ format: 1, ...fields }));
  const { open: [attempt, ...waiting], done } = value("attempt");
  const percent = Object.entries(value("daily")).map(([day, { percent }]) => [day, percent]);
  put("attempt", { attempt, waiting, finished: done ?? undefined });
  put("seen", { times: value("seen") });
  put("daily", { percent: Object.fromEntries(percent) });
  put("lang", { lang: "en" });
  for (const name of ["marked", "tries", "turn"]) localStorage.removeItem(`sixinto.${name}`);
}

story("what the page stored in its first format is all there in its second", { at: "2026-11-26T09:00:00+08:00" }, async (person) => {
  const { page } = person;
  await visit(person, "#/quiz?preset=daily");
  for (let n = 1; n <= 5; n++) {
    await atQuestion(person, n, 5);
    await answer(person, n > 1);
    await button(person, n < 5 ? "next" : "hand-in").click();
  }
  const { say } = person;
  await page.getByRole("dialog").getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: 80 }));
  for (const theme of ["home", "school"]) {
    await person.context.clock.runFor(1000);
    await page.goto("about:blank");
    await visit(person, deepLink(theme, seedWith(theme, ["single", "single"], true)));
    await answerAndCheck(person);
  }
  const before = JSON.parse(await part(person, "attempt")).value;
  const seen = JSON.parse(await part(person, "seen")).value;
  await page.goto("about:blank");
  await visit(person);
  await page.locator(".tiles").waitFor();
  await page.evaluate(growOld);
  await page.reload();
  const english = saying("en");
  await shows(page.locator(".daily-state"), english("daily-done", { percent: 80 }));
  await page.locator(".resume a").click();
  await page.getByRole("button", { name: english("next"), exact: true }).click();
  await shows(page.locator(".count"), english("nth", { n: 2, of: 10 }));
  const after = JSON.parse(await part(person, "attempt"));
  assert.equal(after.format, 2);
  assert.deepEqual(after.value, { ...before, open: [{ ...before.open[0], current: 1 }, before.open[1]] });
  await page.locator(".choice").first().click();
  await page.getByRole("button", { name: english("check"), exact: true }).click();
  await page.locator(".verdict").waitFor();
  const counted = JSON.parse(await part(person, "seen"));
  assert.equal(counted.format, 2);
  assert.deepEqual({ ...seen, ...counted.value }, counted.value);
  assert.equal(Object.keys(counted.value).length, Object.keys(seen).length + 1);
});

story("a newer format is neither read nor overwritten, and the person is told", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await onScreen(person);
  await page.goto("about:blank");
  await visit(person);
  const newer = JSON.stringify({ format: 3, value: { papers: ["of a time to come"] } });
  await page.evaluate((text) => localStorage.setItem("sixinto.attempt", text), newer);
  await page.reload();
  await page.locator(".tiles").waitFor();
  assert.equal(await page.locator(".resume a").isVisible(), false);
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await answerAndCheck(person);
  await notices(person).waitFor();
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  assert.equal(await part(person, "attempt"), newer);
  await page.reload();
  await page.locator(".tiles, .question").first().waitFor();
  assert.equal(await part(person, "attempt"), newer, "the next time, too");
});
