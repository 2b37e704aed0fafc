// Once it has been opened, the page works without a network; and a new build comes in without disturbing anyone.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { answer, answerAndCheck, atQuestion, onScreen, stem } from "./answering.mjs";
import { TAGS, violations } from "./axe.mjs";
import { button, launchOptions, link, PHONE, settle, settled, shows, story, visit } from "./browser.mjs";
import { deploy, firstBuild, nextBuild } from "./deploy.mjs";
import { headingHasFocus, pressOn } from "./keys.mjs";
import { deepLink, seedAbout, seedWith } from "./papers.mjs";
import { tell } from "./telling.mjs";
import { languages, saying, site } from "./words.mjs";

/** Keeping all questions takes a while on a busy machine. */
const LONG = 60_000;

const first = firstBuild();
const next = nextBuild(first, languages["zh-CN"]["home-heading"], "新的一版");
const served = await deploy(first);
const allowed = { serviceWorkers: "allow" };

const isKept = ({ page, lang }) => page.getByText(saying(lang)("kept-here")).waitFor({ timeout: LONG, state: "attached" });
const notice = ({ page, lang }) => page.getByText(saying(lang)("newer"));
const update = ({ page, lang }) => page.getByRole("button", { name: saying(lang)("update"), exact: true });

/** Every picture on the screen has arrived. */
async function picturesShow({ page }) {
  const picture = page.locator("img.media");
  await picture.waitFor();
  await page.waitForFunction(() => document.querySelector("img.media").naturalWidth > 0);
}

async function handIn(person) {
  const { page, say } = person;
  await button(person, "sheet").click();
  await button(person, "hand-in").click();
  await page.getByRole("dialog").getByRole("button", { name: say("hand-in"), exact: true }).click();
  await page.locator(".report h1").waitFor();
}

/** Does all that there is to do. */
async function useEverything(person) {
  const { page, lang, say } = person;
  await visit(person);
  await shows(page.locator("h1"), say("home-heading"));
  await visit(person, deepLink("home", seedAbout("home", "signs")));
  await picturesShow(person);
  await visit(person, deepLink("school", seedWith("school", ["single", "multiple", "blank", "order", "match"])));
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    await answerAndCheck(person);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("n-points", { n: 100 }));
  await page.locator(".marks a").first().click({ force: true });
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await atQuestion(person, 1, 45);
  await answer(person);
  await handIn(person);
  assert.equal(await page.locator(".mark").count(), 45, lang);
}

tell("a browser that has had the page once, and starts again without a network, does everything in both languages", async () => {
  const server = await deploy(first);
  const folder = await mkdtemp(join(tmpdir(), "sixinto-"));
  const open = () => chromium.launchPersistentContext(folder, { ...launchOptions(), locale: "zh-CN", viewport: PHONE });
  let person;
  try {
    person = await settle(await open(), { lang: "zh-CN", address: server.address });
    await visit(person);
    await isKept(person);
    const { usage } = await person.page.evaluate(() => navigator.storage.estimate());
    assert(usage <= 1_000_000, `${usage} bytes lie on the phone with one language`);
    await button(person, "other").click();
    await isKept({ ...person, lang: "en" });
    await settled(person, []);
    await person.context.close();

    server.goAway();
    person = await settle(await open(), { lang: "en", address: server.address });
    await useEverything(person);
    await visit(person);
    await button(person, "other").click();
    [person.lang, person.say] = ["zh-CN", saying("zh-CN")];
    await shows(person.page.locator("h1"), person.say("home-heading"));
    await useEverything(person);
    await settled(person, []);
  } finally {
    // A browser that stays open would keep the tests from ending.
    await person?.context.close();
    await rm(folder, { recursive: true, force: true });
  }
}, { isLong: true });

/** The caches of builds. */
const caches = ({ page }) => page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith("notes")));

const nextIsThere = ({ page }) =>
  page.waitForFunction(
    async () => {
      const names = (await caches.keys()).filter((name) => !name.endsWith("notes"));
      const registration = await navigator.serviceWorker.getRegistration();
      return names.length === 2 && !registration.installing && !registration.waiting;
    },
    null,
    { timeout: LONG },
  );

const there = { given: async () => ({ server: await deploy(first) }), context: allowed };

story("a new build comes while a quiz runs: the quiz goes on, and home offers the new one", there, async (person, { server }) => {
  const { page, context, say } = person;
  await visit(person);
  await isKept(person);
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await answerAndCheck(person);
  const old = person.page;
  const tab = { ...person, page: await context.newPage() };
  await visit(tab, "#/start/practice/village");

  server.publish(next);
  await page.reload();
  await nextIsThere(person);
  await page.reload();
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  const { stem: asked } = await answer(person);
  assert.equal(await notice(person).isVisible(), false, "never over a question");
  assert.equal(await page.locator("script[type=module]").getAttribute("src"), moduleOf(first), "the build it began with");

  await link(person, "leave").click();
  await notice(person).waitFor();
  await page.reload();
  await shows(page.locator("h1"), say("home-heading"));
  await notice(person).waitFor();
  await update(person).click();
  await shows(page.locator("h1"), "新的一版");
  await notice(person).waitFor({ state: "hidden" });
  await page.locator(".resume a").click();
  await shows(stem(person), asked);

  await button(tab, "begin").click();
  await answerAndCheck(tab);
  assert.equal((await caches(tab)).length, 2, "what an open page may still need");
  await tab.page.close();
  await old.close();
  person.page = await context.newPage();
  await visit(person);
  await shows(person.page.locator("h1"), "新的一版");
  await person.page.waitForFunction(async () => (await caches.keys()).length === 2, null, { timeout: LONG });
});

/** @param {Map<string, Buffer>} build */
const moduleOf = (build) => /<script type="module" src="([^"]*)"/.exec(build.get("index.html"))[1];

for (const lang of site.langs) {
  story(`a new build is found and taken by keys alone, and axe finds nothing in its notice in ${lang}`, { ...there, lang }, async (person, { server }) => {
    const { page } = person;
    await visit(person);
    await isKept(person);
    await visit(person, deepLink("home", seedWith("home", ["single"], true)));
    await onScreen(person);
    server.publish(next);
    await page.reload();
    await nextIsThere(person);
    await pressOn(person, link(person, "leave"));
    await notice(person).waitFor();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page, { runOnly: TAGS }), [], colorScheme);
    }
    await pressOn(person, update(person));
    await page.locator(`script[type=module][src="${moduleOf(next)}"]`).waitFor({ state: "attached" });
    await pressOn(person, page.locator(".resume a"));
    await headingHasFocus(person);
  });
}

story("who has nothing under way gets a new build the next time, without being asked", there, async (person, { server }) => {
  const { page, say } = person;
  await visit(person);
  await isKept(person);
  server.publish(next);
  await page.reload();
  await notice(person).waitFor({ timeout: LONG });
  await shows(page.locator("h1"), say("home-heading"));
  const [, id] = /index-(\w+)\.html/.exec([...next.keys()].join());
  await page.waitForFunction(async (id) => (await (await caches.match("adopted")).text()) === id, id);
  assert((await page.evaluate(countAdoptions)) <= 1, "it is adopted once");
  await page.reload();
  await shows(page.locator("h1"), "新的一版");
  await isKept(person);
  assert.equal(await notice(person).isVisible(), false);
});

/** How often the worker says within half a second that a build is adopted. Runs in the page. */
function countAdoptions() {
  let count = 0;
  navigator.serviceWorker.addEventListener("message", ({ data }) => (count += Number(data.type === "adopted")));
  return new Promise((resolve) => setTimeout(() => resolve(count), 500));
}

/** Leaves this much room to the page. @param {import("./browser.mjs").Person} person @param {number} bytes */
async function allow({ context, page, site }, bytes) {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site).origin, quotaSize: bytes });
}

for (const [what, bytes] of [["nothing", 20_000], ["the page but not the questions", 450_000]]) {
  const options = { address: served.address, context: allowed };
  story(`where there is room for ${what} the person is told, and the quiz runs`, options, async (person) => {
    const { page, say } = person;
    await allow(person, bytes);
    await visit(person);
    await page.getByText(say("no-room")).waitFor({ timeout: LONG });
    await page.reload();
    await shows(page.locator("h1"), say("home-heading"));
    await visit(person, deepLink("home", seedWith("home", ["single"], true)));
    await answerAndCheck(person);
    await onScreen(person);
  });
}

const refused = (context) =>
  context.addInitScript(() => {
    const register = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
    if (navigator.serviceWorker) navigator.serviceWorker.register = register;
  });

const noWorker = { address: served.address, before: refused, context: allowed };

story("where nothing may be kept the quiz runs from the network", noWorker, async (person) => {
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  await answerAndCheck(person);
  await visit(person);
  await shows(person.page.locator("h1"), person.say("home-heading"));
  for (const word of ["kept-here", "no-room"]) assert.equal(await person.page.getByText(person.say(word)).count(), 0);
});

story("the page can be installed", { address: served.address, context: allowed }, async (person) => {
  const { context, page } = person;
  await visit(person);
  await isKept(person);
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).lang, "zh-CN");
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});
