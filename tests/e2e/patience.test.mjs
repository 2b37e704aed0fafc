// No story can read, or press, a screen that is being left: whatever acts on a page waits until the page shows what came
// of it. And no story goes past that.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

import { hastily } from "./acting.mjs";
import { answerAndCheck, stem } from "./answering.mjs";
import { button, go, story, visit } from "./browser.mjs";
import { deepLink, seedWith, slowDisk } from "./papers.mjs";
import { tell } from "./telling.mjs";

/** Lets a part of the page come late. */
const slowly = (page, pattern) =>
  page.route(pattern, async (route) => {
    await setTimeout(300);
    await route.continue();
  });

const single = deepLink("home", seedWith("home", ["single", "single"], true));

/** Ways to the second question. @type {Record<string, (person: import("./browser.mjs").Person) => Promise<unknown>>} */
const ways = {
  "a click": (person) => button(person, "next").click(),
  "a key on the button": (person) => button(person, "next").press("Enter"),
  "a key wherever the focus is": async (person) => {
    await button(person, "next").focus();
    await person.page.keyboard.press("Enter");
  },
  "a mouse": async (person) => {
    const { x, y } = await button(person, "next").boundingBox();
    await person.page.mouse.click(x + 5, y + 5);
  },
};

for (const [name, act] of Object.entries(ways)) {
  story(`${name} is over once the next question stands there, however late its words and the disk are`, { before: slowDisk }, async (person) => {
    await slowly(person.page, "**/words/*");
    await visit(person, single);
    const { stem: first } = await answerAndCheck(person);
    await act(person);
    assert.notEqual(await stem(person).textContent(), first);
  });
}

story("so is an address, a reload, a step back and a step forward", {}, async (person) => {
  const { page } = person;
  const heading = () => page.locator("#screen h1").textContent();
  await slowly(page, "**/banks/*");
  await visit(person, "#/start/exam");
  const exam = await heading();
  await go(person, single);
  const first = await heading();
  assert.notEqual(first, exam);
  await page.goBack();
  assert.equal(await heading(), exam);
  await page.goForward();
  assert.equal(await heading(), first);
  await page.reload();
  assert.equal(await heading(), first);
});

story("whoever does not wait is told so by the story, and finds the old question", { before: slowDisk }, async (person) => {
  await visit(person, single);
  const { stem: first } = await answerAndCheck(person);
  await slowly(person.page, "**/words/*");
  await hastily(() => button(person, "next").click());
  assert.equal(await stem(person).textContent(), first);
});

/** What goes past the waiting, or waits for a time and not for the page; and where there is a reason for it. */
const PAST = [
  { what: /\bwaitForTimeout\b/, allowed: [] },
  { what: /\blocation\.(hash = |assign|replace\()|\bhistory\.\w+\(/, allowed: ["browser.mjs"] },
  { what: /\.mainFrame\(|\.frames\(|\bevaluateHandle\b|\.\$\$?\(/, allowed: [] },
  // The person is killed in the middle, or a tap of a program and not of a finger is the point.
  { what: /evaluate\([^\n]*\.click\(\)/, allowed: ["leaving.test.mjs"] },
];

tell("no story acts past the waiting, and none waits for a time", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".mjs") && name !== "patience.test.mjs");
  const found = files.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return PAST.filter(({ what, allowed }) => what.test(text) && !allowed.includes(name)).map(({ what }) => `${name}: ${what}`);
  });
  assert.deepEqual(found, []);
});
