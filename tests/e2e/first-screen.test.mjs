// The home screen stands in the HTML: it is there before any script, and what a quiz needs comes side by side.
import assert from "node:assert/strict";

import { atRest, hastily } from "./acting.mjs";
import { answerAndCheck, onScreen } from "./answering.mjs";
import { button, go, shows, site as siteAddress, story, visit } from "./browser.mjs";
import { deepLink } from "./papers.mjs";
import { site } from "./words.mjs";

const SCRIPTS = /\/(app|chunk)-\w+\.js$/;

async function showsSixTiles({ page, say }) {
  const tiles = page.locator(".tiles a");
  await tiles.first().waitFor();
  assert.deepEqual(await page.locator(".tile-name").allTextContents(), site.themes.map(({ label }) => label["zh-CN"]));
  assert.deepEqual(await page.locator(".tile-about").allTextContents(), site.themes.map(({ about }) => about["zh-CN"]));
  for (const tile of await tiles.all()) assert(await tile.isVisible());
  await shows(page.locator("h1"), say("home-heading"));
  await shows(page.locator(".exam"), say("exam"));
  await shows(page.locator(".daily"), say("daily"));
}

const noScript = { context: { javaScriptEnabled: false } };

story("without scripts there are six tiles and a line that says what is missing", noScript, async (person) => {
  await hastily(() => visit(person));
  await showsSixTiles(person);
  assert.match(await person.page.locator("body").innerText(), /关掉了脚本/);
});

/** Holds answers back until it is told to let them go. */
async function hold(page, pattern) {
  let letGo;
  const gate = new Promise((resolve) => (letGo = resolve));
  await page.route(pattern, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

story("the tiles are there while the scripts are still on their way, and work once they are", {}, async (person) => {
  const { page } = person;
  const letGo = await hold(page, SCRIPTS);
  await hastily(async () => {
    await page.goto(`${await siteAddress()}#/`, { waitUntil: "commit" });
    await showsSixTiles(person);
    await page.locator("[data-theme=home]").click();
  });
  letGo();
  await button(person, "begin").waitFor();
});

story("home and the start screen do not wait for the engine, and a quiz says that it is opening", {}, async (person) => {
  const { page, say } = person;
  const letGo = await hold(page, "**/engine-*.wasm");
  await page.goto(`${await siteAddress()}#/`, { waitUntil: "commit" });
  await showsSixTiles(person);
  await page.locator("[data-theme=school]").click();
  await shows(page.locator(".facts"), say("questions", { n: 10 }));
  await hastily(() => button(person, "begin").click());
  await shows(page.locator(".loading"), say("loading"));
  letGo();
  await onScreen(person);
});

for (const [held, other] of [["**/engine-*.wasm", "/banks/"], ["**/banks/*", "/engine-"]]) {
  story(`what the first question needs is asked for side by side: ${other} before ${held} has come`, {}, async (person) => {
    const { page } = person;
    const letGo = await hold(page, held);
    const asked = page.waitForRequest((request) => request.url().includes(other));
    const address = (await siteAddress()) + deepLink("home", 7);
    await hastily(() => page.goto(address, { waitUntil: "commit" }));
    await asked;
    letGo();
    await onScreen(person);
  });
}

/** Waits until the page has taken up what came late, and has done whatever it does about it. */
async function taken({ page }, late) {
  await (await late).finished();
  await atRest(page);
  await page.evaluate(() => new Promise(requestIdleCallback));
}

story("words that come late change nothing for whoever has begun another paper", {}, async (person) => {
  const { page } = person;
  let [asked, letGo] = [0, () => {}];
  const gate = new Promise((resolve) => (letGo = resolve));
  await page.route("**/words/*.home.*", async (route) => {
    if (asked++) await gate;
    await route.continue();
  });
  await visit(person, deepLink("home", 1));
  await onScreen(person);
  await go(person, deepLink("village", 1));
  await page.locator(".question[data-theme=village]").waitFor();
  const late = page.waitForResponse("**/words/*.home.*");
  letGo();
  await taken(person, late);
  await answerAndCheck(person);
});

story("a quiz that comes late stays away from whoever has left it and begun another", {}, async (person) => {
  const { page } = person;
  await visit(person);
  const letGo = await hold(page, "**/banks/home.*");
  await hastily(async () => {
    await go(person, deepLink("home", 1));
    await shows(page.locator(".loading"), person.say("loading"));
    await go(person, "#/");
    await go(person, deepLink("village", 1));
  });
  await page.locator(".question[data-theme=village]").waitFor();
  const late = page.waitForResponse("**/banks/home.*");
  letGo();
  await taken(person, late);
  await answerAndCheck(person);
  await shows(page.locator(".question[data-theme=village] .count"), person.say("nth", { n: 1, of: 10 }));
});
