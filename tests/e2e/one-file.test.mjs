// The page as one file, opened by a double click: no server, no network, and all there is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

import { answer, answerAndCheck, atQuestion, onScreen, stem } from "./answering.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink, remembering, seedAbout, seedWith } from "./papers.mjs";
import { file } from "./words.mjs";

const path = fileURLToPath(new URL("../../target/sixinto.html", import.meta.url));
const alone = { address: pathToFileURL(path).href, context: { offline: true, serviceWorkers: "allow" } };

for (const lang of ["zh-CN", "en"]) {
  story(`a whole practice paper from a file, with a picture, in ${lang}`, { ...alone, lang }, async (person) => {
    const { page, say } = person;
    await visit(person);
    await shows(page.locator("h1"), say("home-heading"));
    await visit(person, deepLink("home", seedAbout("home", "signs")));
    await page.locator("img.media").waitFor();
    await page.waitForFunction(() => document.querySelector("img.media").naturalWidth > 0);
    const { stem: asked } = await onScreen(person);
    await page.reload();
    await shows(stem(person), asked);

    await visit(person, deepLink("school", seedWith("school", ["single", "multiple", "blank", "order", "match"])));
    for (let n = 1; n <= 10; n++) {
      await atQuestion(person, n, 10);
      await answerAndCheck(person);
      await button(person, n < 10 ? "next" : "see-score").click();
    }
    await shows(page.locator("h1"), say("n-points", { n: 100 }));
    await page.reload();
    await shows(page.locator("h1"), say("n-points", { n: 100 }));
  });

  story(`an exam from a file goes on after a reload, and ends with its report, in ${lang}`, { ...alone, lang }, async (person) => {
    const { page, say } = person;
    await visit(person);
    await page.locator(".exam").click();
    await button(person, "begin").click();
    await answer(person);
    await button(person, "next").click();
    await atQuestion(person, 2, 45);
    const { stem: second } = await onScreen(person);
    await page.reload();
    await atQuestion(person, 2, 45);
    await shows(stem(person), second);
    await button(person, "sheet").click();
    await button(person, "hand-in").click();
    await page.getByRole("dialog").getByRole("button", { name: say("hand-in"), exact: true }).click();
    await page.locator(".report .result").waitFor();
    assert.equal(await page.locator(".mark").count(), 45);
    await link(person, "home").click();
    await page.locator(".tiles").waitFor();
  });
}

/** The screens that come after the first question, each with what stands there once it is up. */
const LATER = {
  me: "h1",
  calendar: ".month",
  book: ".segments",
  "book/mistakes": ".segments",
  progress: "h1",
  cards: ".list a",
  "cards/herder": ".job-card",
  print: ".list a",
  "print/practice/home?seed=7": ".print",
  certificate: "h1",
  certificates: "h1",
  pledge: ".item",
  "pledge/home": "input[type=checkbox]",
  wall: "h1",
  settings: "[role=switch]",
  study: "a[href='#/study/home']",
  "study/home": ".study .reason",
  share: ".list a",
  "share/practice/home?seed=7": ".code path",
};

for (const lang of ["zh-CN", "en"]) {
  story(`dangers are found in a picture from a file in ${lang}`, { ...alone, lang }, async (person) => {
    await visit(person, deepLink("home", seedAbout("home", "scene")));
    await onScreen(person);
    await person.page.locator(".picture img").evaluate((image) => image.decode());
    await answerAndCheck(person);
  });

  story(`every later screen opens from a file in ${lang}`, { ...alone, lang }, async (person) => {
    const { page } = person;
    await visit(person);
    await page.locator(".tiles").waitFor();
    for (const [route, there] of Object.entries(LATER)) {
      await visit(person, `#/${route}`);
      await page.locator(".tiles").waitFor({ state: "detached" });
      await page.locator(`#screen ${there}`).first().waitFor();
      assert.equal(await page.locator(".failure, .tiles").count(), 0, route);
    }
    await visit(person, "#/data");
    const coming = page.waitForEvent("download");
    await button(person, "data-save-do").click();
    const text = await readFile(await (await coming).path(), "utf8");
    assert.equal(JSON.parse(text).lang, lang);
  });
}

const violations = [
  /^error: policy violated: script-src-elem inline/,
  /^error: policy violated: img-src/,
  /^error: .*Content Security Policy/,
];

story("the file asks nobody for anything, and runs no other script than its own", { ...alone, expects: violations }, async (person) => {
  const { page, requests } = person;
  await visit(person, deepLink("village", 3));
  await answerAndCheck(person);
  assert.deepEqual(requests.filter((address) => !/^(file|data|blob):/.test(address)), []);
  assert.deepEqual(requests.filter((address) => address.startsWith("file:") && !address.startsWith(alone.address)), []);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const image = Object.assign(new Image(), { src: "other.png" });
    document.head.append(script, image);
    await new Promise((resolve) => image.addEventListener("error", resolve));
    return "ran" in window;
  });
  assert.equal(ran, false);
  assert.doesNotMatch(file("target/sixinto.html"), /<(script|link|img)\b[^>]*\s(src|href)="(?!data:)/);
});

story("settings hold in a file, too", { ...alone, before: remembering({ big: true, contrast: true }) }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/settings");
  assert.equal(await page.getByRole("switch", { name: say("contrast") }).isChecked(), true);
  const looks = () => page.evaluate(() => [document.documentElement, document.body].map((element) => {
    const { fontSize, backgroundColor } = getComputedStyle(element);
    return { fontSize, backgroundColor };
  }));
  const [html, body] = await looks();
  assert.equal(html.fontSize, "22.4px");
  assert.equal(body.backgroundColor, "rgb(255, 255, 255)");
});
