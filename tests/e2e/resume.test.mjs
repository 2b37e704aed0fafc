// Whatever ends a page in the middle of a quiz, the next one goes on at the same question with the same answers.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { hastily } from "./acting.mjs";
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
import { button, launchOptions, link, settle, settled, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { tell } from "./telling.mjs";

const NINE = "2026-11-23T09:00:00+08:00";

/** The ways in which a page ends without a goodbye. */
const deaths = {
  "the tab is closed": ({ page }) => page.close({ runBeforeUnload: false }),
  "the page is loaded again": () => {},
  "the page's process crashes": async ({ page }) => {
    const crashed = page.waitForEvent("crash");
    page.goto("chrome://crash").catch(() => {});
    await crashed;
    await page.close();
  },
};

/** Ends the page and opens another one: by the address it had, or at home and from there. */
async function reopen(person, die = deaths["the tab is closed"], route) {
  const { page, context } = person;
  const address = new URL(page.url()).hash;
  await die(person);
  if (page.isClosed()) person.page = await context.newPage();
  if (page.isClosed() || route) await visit(person, route ?? address);
  else await page.reload();
}

const goOn = async (person) => {
  await visit(person);
  await person.page.locator(".resume a").click();
};

for (const [name, die] of Object.entries(deaths)) {
  story(`${name} at several moments of a practice paper, and nothing is lost`, {}, async (person) => {
    const { say } = person;
    await visit(person, deepLink("home", seedWith("home", ["single", "multiple"], true)));

    const first = await onScreen(person);
    await reopen(person, die);
    await shows(stem(person), first.stem);

    await answer(person, false);
    await reopen(person, die);
    const [wrong] = answerTo(first, false, say);
    assert.equal(await row(person.page, wrong).getByRole("radio").isChecked(), true, "the answer that was picked");

    await button(person, "check").click();
    await verdict(person).waitFor();
    await reopen(person, die);
    await shows(verdict(person), say("wrong"));
    assert.equal(await row(person.page, wrong).getByRole("radio").isDisabled(), true, "what was told stays told");

    await button(person, "next").click();
    await atQuestion(person, 2, 10);
    const second = await onScreen(person);
    const [one] = answerTo(second, true, say);
    await row(person.page, one).click();
    await reopen(person, die);
    await atQuestion(person, 2, 10);
    await shows(stem(person), second.stem);
    assert.equal(await row(person.page, one).getByRole("checkbox").isChecked(), true, "one tick of several");
    assert.equal(await person.page.locator(".answer input:checked").count(), 1);
  });
}

story("a word that is half typed is still there, and so are steps half sorted and pairs half joined", {}, async (person) => {
  const { say } = person;
  await visit(person, deepLink("home", seedWith("home", ["blank", "order"], true)));
  const { stem: blank } = await onScreen(person);
  await field(person).pressSequentially("总电");
  await reopen(person);
  await shows(stem(person), blank);
  assert.equal(await field(person).inputValue(), "总电");
  await field(person).fill("");
  await reopen(person);
  assert.equal(await field(person).inputValue(), "", "an answer that was taken back stays so");
  await answerAndCheck(person);
  await button(person, "next").click();

  const [top, ...others] = await steps(person);
  await button(person, "move-down", { text: top }).click();
  await reopen(person);
  assert.deepEqual(await steps(person), [others[0], top, ...others.slice(1)]);

  await visit(person, deepLink("home", seedWith("home", ["match"], true)));
  const { pairs } = await onScreen(person);
  const list = () => person.page.getByRole("combobox", { name: pairs[0].left, exact: true });
  await list().selectOption({ label: pairs[1].right });
  await reopen(person);
  assert.equal(await list().locator("option:checked").textContent(), pairs[1].right);
  await shows(person.page.locator(".pair").first(), pairs[1].right);
  await shows(person.page.locator(".question .count"), say("nth", { n: 1, of: 10 }));
});

story("an exam goes on where it was, and its clock has not stopped meanwhile", { at: NINE }, async (person) => {
  const { context, say } = person;
  const time = (left) => shows(person.page.locator(".question .time"), say("time-left", { time: left }));
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await answer(person);
  await button(person, "flag").click();
  await button(person, "next").click();
  const { stem: second } = await answer(person, false);
  await context.clock.runFor("10:00");
  await time("35:00");
  await person.page.close();
  await context.clock.runFor("05:00");
  person.page = await context.newPage();
  await goOn(person);
  await atQuestion(person, 2, 45);
  await shows(stem(person), second);
  await time("30:00");
  assert.notEqual(await person.page.locator(".answer input:checked").count(), 0);
  await button(person, "back").click();
  await atQuestion(person, 1, 45);
  await flagged(person, true);
});

story("who comes back after the deadline finds the report on what was answered before it", { at: NINE }, async (person) => {
  const { context, page, say } = person;
  await visit(person, "#/start/daily");
  await button(person, "begin").click();
  await answer(person);
  await page.close();
  await context.clock.runFor("10:00:00");
  person.page = await context.newPage();
  await visit(person);
  await shows(person.page.locator(".resume a"), say("resume-over", { title: say("daily") }));
  await person.page.locator(".resume a").click();
  await shows(person.page.locator("h1"), say("n-points", { n: 20 }));
  const spent = say("minutes-seconds", { n: 2, s: 30 });
  await shows(person.page.locator(".detail"), say("detail", { questions: 5, right: 1, time: spent }));
  await link(person, "home").click();
  await shows(person.page.locator(".daily-state"), say("daily-done", { percent: 20 }));
});

story("the report is still there the next time, and nothing is left to go on with", {}, async (person) => {
  const { say } = person;
  await visit(person, "#/start/daily");
  await button(person, "begin").click();
  await answer(person);
  await button(person, "sheet").click();
  await button(person, "hand-in").click();
  await person.page.getByRole("dialog").getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(person.page.locator("h1"), say("n-points", { n: 20 }));
  await reopen(person);
  await shows(person.page.locator("h1"), say("n-points", { n: 20 }));
  await visit(person);
  await shows(person.page.locator(".daily-state"), say("daily-done", { percent: 20 }));
  assert.equal(await person.page.locator(".resume a").isVisible(), false);
});

/** What the browser had not put on the disk yet when it died, but in the journal, which takes its time now. Runs in the page. */
function dieWithSlowDisk() {
  localStorage.clear();
  sessionStorage.setItem("slow-disk", "yes");
}

const slowToRead = (context) =>
  context.addInitScript(() => {
    if (location.protocol === "about:" || !sessionStorage.getItem("slow-disk")) return;
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      set(then) {
        set.call(this, this.mode === "readonly" ? () => setTimeout(then, 6000) : then);
      },
    });
  });

story("what only the journal has comes up even where the disk answers when the page has long begun", { at: NINE, before: slowToRead }, async (person) => {
  const { context, page } = person;
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  const { stem: asked } = await answer(person);
  await visit(person);
  await page.evaluate(dieWithSlowDisk);
  await hastily(() => page.reload());
  await context.clock.runFor(4500);
  const resume = page.locator(".resume a");
  assert.equal(await resume.isVisible(), false, "the page has not waited");
  await context.clock.runFor(2000);
  await resume.click();
  await shows(stem(person), asked);
  assert.equal(await page.locator(".answer input:checked").count(), 1);
});

story("another tab shows what this one has answered", {}, async (person) => {
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  const here = person.page;
  await stem(person).waitFor();
  person.page = await person.context.newPage();
  await visit(person, "#/take");
  await answer(person);
  const checked = here.locator(".answer input:checked");
  await checked.waitFor({ state: "attached" });
  await button(person, "check").click();
  await verdict({ page: here }).waitFor();
  await button(person, "next").click();
  await atQuestion({ ...person, page: here }, 2, 10);
});

tell("the browser is closed and opened again, and the quiz goes on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sixinto-"));
  const open = () => chromium.launchPersistentContext(folder, { ...launchOptions(), locale: "zh-CN" });
  try {
    let person = await settle(await open(), { lang: "zh-CN" });
    await visit(person, deepLink("village", 5));
    const { stem: asked } = await answer(person);
    await settled(person, []);
    await person.context.close();

    person = await settle(await open(), { lang: "zh-CN" });
    await goOn(person);
    await shows(stem(person), asked);
    await button(person, "check").click();
    await shows(verdict(person), person.say("right"));
    await settled(person, []);
    await person.context.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
