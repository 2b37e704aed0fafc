// A paper goes to others by its link or QR code: the same questions for everyone, and nobody's answers.
import assert from "node:assert/strict";

import { glue } from "../boundary/book.mjs";
import { answer, onScreen } from "./answering.mjs";
import { arrive, button, link, settled, shows, site, story, visit } from "./browser.mjs";
import { pressOn } from "./keys.mjs";
import { remembering } from "./passing.mjs";
import { changingTheirMind, shared, sharing } from "./sharing.mjs";

const MORNING = "2026-11-26T08:00:00+08:00";

const linkShown = ({ page }) => page.locator(".share-paper .link").textContent();

/** The QR code on the screen is the one of its link, which is its name too. */
async function isDrawn({ page }, address) {
  const code = page.getByRole("img", { name: address, exact: true });
  const { size, path } = JSON.parse(glue.qr(address));
  assert.equal(await code.locator("path").getAttribute("d"), path);
  assert.equal(await code.getAttribute("viewBox"), `0 0 ${size} ${size}`);
}

/** The stem that somebody else finds first behind a link. */
async function firstStem(address, seen) {
  const other = await arrive();
  if (seen) {
    await visit(other, seen);
    await onScreen(other);
  }
  await other.page.goto("about:blank");
  await other.page.goto(address);
  const { stem } = await onScreen(other);
  await settled(other, []);
  await other.context.close();
  return stem;
}

story("who opens the link gets the same paper, whatever they did before", {}, async (person) => {
  const { page } = person;
  await visit(person, "#/share");
  await page.locator(".list [data-theme=home]").click();
  await page.locator(".code").waitFor();
  const address = await linkShown(person);
  assert.match(address, /#\/quiz\/home\?preset=practice&seed=\d+$/);
  await isDrawn(person, address);
  await page.reload();
  await page.locator(".code").waitFor();
  assert.equal(await linkShown(person), address, "the paper stays the same one");
  await link(person, "share-begin").click();
  const { stem } = await onScreen(person);
  assert.equal(await firstStem(address), stem);
});

story("the code is dark on light in the dark scheme too", { scheme: "dark", lang: "en" }, async (person) => {
  await visit(person, "#/share/practice/home?seed=7");
  const fill = (selector) => person.page.locator(selector).evaluate((element) => getComputedStyle(element).fill);
  assert.equal(await fill(".code .paper"), "rgb(255, 255, 255)");
  assert.equal(await fill(".code path"), "rgb(0, 0, 0)");
  assert.equal(await linkShown(person), `${await site()}#/quiz/home?preset=practice&seed=7`);
});

/** Hands an exam in as it is. @param {import("./browser.mjs").Person} person @param {"timed" | "untimed"} [how] */
async function handIn(person, how = "timed") {
  await visit(person, "#/start/exam");
  if (how === "untimed") await person.page.getByRole("checkbox", { name: person.say("untimed") }).click();
  await button(person, "begin").click();
  await answer(person);
  const { page, say } = person;
  await button(person, "next").click();
  const sheet = page.locator(".open-sheet");
  if (await sheet.isVisible()) await sheet.click();
  await button(person, "hand-in").click();
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("result-failed"));
}

const seedDone = ({ page }) => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.done.paper.seed);

story("a finished paper is shared where its seed alone gives it, and another one honestly where not", {}, async (person) => {
  const { page, say } = person;
  await handIn(person);
  await link(person, "share-report").click();
  await shows(page.locator(".means"), say("share-means-done"));
  assert.equal(await linkShown(person), `${await site()}#/quiz?preset=exam&seed=${await seedDone(person)}`);
  // The second exam leaves out what was asked in the first.
  await handIn(person);
  await link(person, "share-report").click();
  await shows(page.locator(".means"), say("share-means-other"));
  const address = await linkShown(person);
  assert.notEqual(address, `${await site()}#/quiz?preset=exam&seed=${await seedDone(person)}`);
  await isDrawn(person, address);
  await link(person, "share-begin").click();
  const { stem } = await onScreen(person);
  assert.equal(await firstStem(address), stem);
});

story("a paper done without its time limit is shared as one that has it, and says so", {}, async (person) => {
  const { page, say } = person;
  await handIn(person, "untimed");
  await link(person, "share-report").click();
  await shows(page.locator(".means"), say("share-means-untimed"));
  await link(person, "share-begin").click();
  await onScreen(person);
  await page.locator(".question .time:visible").waitFor();
});

story("today's five are shared with their day, by keys alone", { at: MORNING, context: { permissions: ["clipboard-read", "clipboard-write"] } }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/share");
  await page.locator("h1:focus").waitFor();
  await pressOn(person, link(person, "share-today"));
  await shows(page.locator(".what"), say("daily"));
  await pressOn(person, button(person, "share-copy"));
  await shows(page.getByRole("status"), say("share-copied"));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, `${await site()}#/quiz?preset=daily&seed=20261126`);
  await pressOn(person, link(person, "share-begin"));
  await onScreen(person);
});

story("a phone that sends things to others sends the link, and nothing of the person's own", { before: sharing }, async (person) => {
  const { say } = person;
  await visit(person, "#/share/practice/school?seed=4294967295");
  await button(person, "share-send").click();
  const links = await shared(person);
  const url = `${await site()}#/quiz/school?preset=practice&seed=4294967295`;
  assert.deepEqual(links.map((one) => one.url), [url]);
  assert.deepEqual(Object.keys(links[0]).sort(), ["title", "url"]);
  assert.match(links[0].title, new RegExp(say("brand")));
});

const pledge = { at: Date.parse(MORNING), theme: "home", promises: ["home-stove-night"], name: "卓玛", strokes: [] };
const pledged = remembering({ "sixinto.turn": "1", "sixinto.pledges": JSON.stringify({ format: 2, value: [pledge] }) });

/** Does several things to a context, one after the other. */
const both = (...all) => async (context) => {
  for (const one of all) await one(context);
};

story("a phone that sends things to others sends the wall as a picture", { before: both(pledged, sharing) }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/wall");
  await page.locator(".send-png").click();
  const [{ title, files, ...rest }] = await shared(person);
  assert.deepEqual(rest, {});
  assert.deepEqual(files.map(({ name, type }) => [name, type]), [[`${say("wall-file")}.png`, "image/png"]]);
  assert.equal(title, files[0].name);
  assert.equal(String.fromCharCode(...files[0].bytes.slice(1, 4)), "PNG");
  assert(files[0].bytes.length > 10_000, `${files[0].bytes.length} bytes`);
});

story("a phone that sends things to others sends one's own records as a file", { before: both(pledged, sharing) }, async (person) => {
  await visit(person, "#/data");
  await button(person, "data-send").click();
  const [{ files: [{ name, type, bytes }] }] = await shared(person);
  assert.match(name, /\.json$/);
  assert.equal(type, "application/json");
  assert.deepEqual(JSON.parse(Buffer.from(bytes).toString()).pledges, [pledge]);
});

story("whoever changes their mind about sending hears nothing of it", { before: both(pledged, changingTheirMind) }, async (person) => {
  const { page } = person;
  const ways = [["share/practice/home?seed=7", ".send", ".outcome"], ["wall", ".send-png", ".picture-told"], ["data", ".send", ".outcome"]];
  for (const [n, [route, send, outcome]] of ways.entries()) {
    await visit(person, `#/${route}`);
    await page.locator(send).click();
    await page.waitForFunction((times) => window.asked === times, n + 1);
    assert.equal(await page.locator(outcome).textContent(), "", route);
    assert.equal(await page.locator(".failure").count(), 0, route);
  }
});

story("an address that asks for no paper is home", {}, async (person) => {
  for (const route of ["nothing", "practice", "practice/nowhere", "review", `practice/${encodeURIComponent("<img src=x>")}`]) {
    await visit(person, `#/share/${route}`);
    await person.page.locator(".tiles").waitFor();
    await person.page.goto("about:blank");
  }
  await visit(person, "#/share/done");
  await shows(person.page.locator(".lead"), person.say("share-lead"));
});
