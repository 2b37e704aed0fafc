// A person's own records go to another phone in a file; a file that is none changes nothing; and all of it can be wiped.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { answerAndCheck, atQuestion, onScreen, stem } from "./answering.mjs";
import { arrive, button, link, settled, shows, story, visit } from "./browser.mjs";
import { hasFocus, headingHasFocus, pressOn } from "./keys.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { savedByKeys } from "./pictures.mjs";
import { file } from "./words.mjs";

const NOW = "2026-11-26T09:00:00+08:00";
const LATER = "2026-11-26T10:00:00+08:00";
const MEGABYTE = 1024 * 1024;
const MARKUP = `<img src=x onerror="ran=1">`;

const whole = file("tests/fixtures/memory/whole.json");

/** The file with something else in it. */
function changed(old, fresh) {
  assert(whole.includes(old), old);
  return whole.replace(old, fresh);
}

/** Chooses a file with that text: one on the disk, because large ones take their time otherwise. */
async function choose({ page }, text, name = "六进-2026-11-26.json") {
  const folder = await mkdtemp(join(tmpdir(), "sixinto-"));
  const path = join(folder, name);
  await writeFile(path, text);
  await page.locator("input[type=file]").setInputFiles(path);
  // The page has read it once it says something about it.
  await page.locator(".outcome:not(:empty), dialog[open]").first().waitFor();
  await rm(folder, { recursive: true });
}

const outcome = ({ page }) => page.locator(".data .outcome");

/** All that the page has stored, byte for byte. */
const stored = ({ page }) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

const part = ({ page }, name) => page.evaluate((name) => JSON.parse(localStorage.getItem(`sixinto.${name}`))?.value, name);

/** Everything in the journal. */
const journal = ({ page }) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("sixinto", 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = opening.result.transaction("texts").objectStore("texts").getAllKeys();
          names.onsuccess = () => resolve(names.result);
        };
      }),
  );

const count = ({ page, say }, key) =>
  page.locator(".counts div").filter({ hasText: say(key) }).locator("dd").textContent();

const openData = async (person) => {
  await visit(person, "#/data");
  await shows(person.page.locator("h1"), person.say("data"));
};

/** Answers one question wrongly and saves everything to a file. Gives its name and text. */
async function leave(person) {
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await answerAndCheck(person, false);
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  await openData(person);
  const coming = person.page.waitForEvent("download");
  await button(person, "data-save-do").click();
  const download = await coming;
  await shows(outcome(person), person.say("data-saved"));
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

story("what was done on one phone goes on upon another", { at: NOW }, async (person) => {
  const { name, text } = await leave(person);
  assert.equal(name, "六进-2026-11-26.json");
  const other = await arrive({ at: LATER, lang: "en" });
  await visit(other, deepLink("school", seedWith("school", ["judge"], true)));
  await answerAndCheck(other);
  await openData(other);
  await choose(other, text, name);
  const dialog = other.page.getByRole("dialog");
  await shows(dialog, other.say("data-gain", { name: other.say("data-open"), n: 1 }));
  assert.equal((await part(other, "attempt")).open.length, 1, "nothing is added before it is wanted");
  await button(other, "data-add-yes").click();
  await shows(outcome(other), other.say("data-added"));
  const mine = (await part(person, "attempt")).open[0];
  const theirs = (await part(other, "attempt")).open;
  assert.deepEqual(theirs[1], mine);
  assert.equal(await count(other, "data-seen"), "2");
  const [wrong] = Object.keys(mine.answers);
  assert.equal((await part(other, "book")).cards[wrong].wrong, 1, "the mistake is in the book");
  assert.equal(await other.page.locator("html").getAttribute("lang"), "en", "the language is who takes it");
  await settled(other, []);
  await other.context.close();
});

/** Where one is in study mode. */
const studied = ({ page, say }, n) => shows(page.locator(".study .count"), new RegExp(`^${say("nth", { n, of: "\\d+" })}$`));

/** Reads on in study mode to the next question of a place. */
async function read(person, place, n) {
  await visit(person, `#/study/${place}`);
  await studied(person, n - 1);
  await button(person, "next").click();
  await studied(person, n);
}

story("study mode goes on where it was left on the other phone, unless one has read there oneself", {}, async (person) => {
  await read(person, "home", 2);
  await read(person, "school", 2);
  const { text } = await leave(person);
  const other = await arrive({ lang: "en" });
  await read(other, "school", 2);
  await read(other, "school", 3);
  await openData(other);
  await choose(other, text);
  await button(other, "data-add-yes").click();
  await shows(outcome(other), other.say("data-added"));
  for (const [place, n] of [["home", 2], ["school", 3]]) {
    await visit(other, `#/study/${place}`);
    await studied(other, n);
  }
  await settled(other, []);
  await other.context.close();
});

story("one's own file changes nothing", { at: NOW }, async (person) => {
  const { text } = await leave(person);
  const before = await stored(person);
  await choose(person, text);
  await shows(outcome(person), person.say("data-nothing-new"));
  assert.equal(await stored(person), before);
});

story("who says no to a file has nothing of it", {}, async (person) => {
  await openData(person);
  const before = await stored(person);
  await choose(person, whole);
  await button(person, "data-no").click();
  await person.page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await stored(person), before);
  assert.equal(await count(person, "data-certificates"), "0");
});

/** Files that are refused, each with something of what is said about it. */
const hostile = {
  "a picture": ["\x89PNG\r\n", /不是正确的 JSON/],
  "a text": ["六进", /第 1 行第 1 个字/],
  "half a file": [whole.slice(0, whole.length / 2), /不是正确的 JSON/],
  "10 MB": [whole + " ".repeat(10 * MEGABYTE), /文件太大：最多 4 MB/],
  "brackets without end": ["[".repeat(100_000), /最多 127 层/],
  "a list without end": [changed('"gas"', Array(10_001).fill('"gas"').join()), /最多 10000 项/],
  "a name for all objects": [changed('"q0": 2', '"__proto__": 2'), /\/seen/],
  "a field of all objects": [changed('"made"', '"__proto__": {"done": 1}, "made"'), /没有“__proto__”这个字段/],
  "a list for an object": [changed('"seen": {', '"seen": [], "daily": {'), /\/seen/],
  "a negative number": [changed('"q0": 2', '"q0": -2'), /\/seen\/q0/],
  "a score beyond all": [changed('"percent": 80', '"percent": 101'), /\/daily\/2026-06-01\/percent/],
  "a place beyond the end": [changed('"current": 0', '"current": 5'), /\/open\/0\/current/],
  "a name without end": [changed("扎西", "名".repeat(41)), /最多 40 个字/],
  "a format to come": [changed('"format": 1', '"format": 2'), /第 2 版，本程序只读第 1 版/],
  "a file of questions": [file("questions/home-co.json"), /没有“id”这个字段|没有“\$schema”这个字段/],
};

story("files that are none are refused with the reason, and change nothing", { lang: "zh-CN" }, async (person) => {
  await visit(person, deepLink("home", 1));
  await onScreen(person);
  await openData(person);
  const before = await stored(person);
  for (const [name, [text, reason]] of Object.entries(hostile)) {
    await outcome(person).evaluate((element) => element.replaceChildren());
    await choose(person, text);
    await shows(outcome(person), person.say("data-refused"));
    await shows(outcome(person), reason);
    assert.equal(await stored(person), before, name);
    assert.equal(await person.page.getByRole("dialog").count(), 0, name);
  }
  assert.equal(await person.page.evaluate(() => ({}).done), undefined);
});

story("markup in names stays text, and a paper of other questions can be dropped", { expects: [/^error: (?!policy)/] }, async (person) => {
  const { page, say } = person;
  await openData(person);
  await choose(person, changed("扎西", MARKUP.replaceAll('"', '\\"')));
  await button(person, "data-add-yes").click();
  await shows(outcome(person), say("data-added"));
  assert.equal((await part(person, "certificates"))[0].name, MARKUP);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  await visit(person);
  await page.locator(".resume a").click();
  await shows(page.locator("h1"), say("changed"));
  await button(person, "drop").click();
  await page.locator(".tiles").waitFor();
  assert.equal((await part(person, "attempt")).open.length, 1);
});

story("a file is saved, and taken on another phone, by keys alone", { at: NOW }, async (person) => {
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  await answerAndCheck(person);
  await goToData(person);
  const saved = await savedByKeys(person, button(person, "data-save-do"));
  await shows(outcome(person), person.say("data-saved"));
  const other = await arrive({ at: LATER });
  await visit(other);
  await goToData(other);
  const dialog = other.page.getByRole("dialog");
  for (const key of ["data-no", "data-add-yes"]) {
    const [chooser] = await Promise.all([other.page.waitForEvent("filechooser"), pressOn(other, button(other, "data-add-do"))]);
    await chooser.setFiles(saved.path);
    await dialog.locator("h2:focus").waitFor();
    await pressOn(other, button(other, key));
    await dialog.waitFor({ state: "detached" });
    assert(await hasFocus(button(other, "data-add-do")), "one is back where one was");
  }
  await shows(outcome(other), other.say("data-added"));
  assert.equal(await count(other, "data-open"), "1");
  await settled(other, []);
  await other.context.close();
});

/** From home, by keys alone. */
async function goToData(person) {
  if (await link(person, "leave").isVisible()) await pressOn(person, link(person, "leave"));
  await pressOn(person, link(person, "me"));
  await headingHasFocus(person);
  await pressOn(person, person.page.locator('.item[href="#/data"]'));
  await shows(person.page.locator("h1:focus"), person.say("data"));
}

story("everything is wiped by keys alone, after a question", {}, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  await answerAndCheck(person);
  await openData(person);
  await pressOn(person, button(person, "data-wipe-do"));
  await page.locator("h2:focus").waitFor();
  await page.keyboard.press("Escape");
  assert.notDeepEqual(await journal(person), [], "nothing is wiped before it is wanted");
  await pressOn(person, button(person, "data-wipe-do"));
  await pressOn(person, button(person, "data-wipe-yes"));
  await shows(outcome(person), say("data-wiped"));
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.deepEqual(await journal(person), []);
  for (const key of ["data-seen", "data-open"]) assert.equal(await count(person, key), "0");
  await visit(person);
  await page.reload();
  await page.locator(".tiles").waitFor();
  assert.equal(await page.locator(".resume a").isVisible(), false);
});

const forbidden = (context) =>
  context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });

story("where nothing can be stored a file still saves what was done, and wiping forgets it", { before: forbidden }, async (person) => {
  const { say } = person;
  const { text } = await leave(person);
  assert.equal(JSON.parse(text).open.length, 1);
  await shows(person.page.locator(".data .notice"), say("storage-blocked"));
  await button(person, "data-wipe-do").click();
  await button(person, "data-wipe-yes").click();
  await shows(outcome(person), say("data-wiped"));
  assert.equal(await count(person, "data-open"), "0");
  await choose(person, text);
  await button(person, "data-add-yes").click();
  await shows(outcome(person), say("data-added-only-now"));
  await visit(person, "#/take");
  await stem(person).waitFor();
});
