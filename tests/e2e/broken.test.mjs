// When something does not arrive, or arrives broken, the page says so in words, and there is a way on.
import assert from "node:assert/strict";

import { answer, atQuestion, onScreen, stem } from "./answering.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";
import { file, packed, site, unpacked } from "./words.mjs";

const LOAD = /^error: Failed to load resource/;
const SAID = /^error: (?!policy)/;

const json = (body) => (route) => route.fulfill({ contentType: "application/json", body });
const changed = (change) => (route, lang) => {
  const address = site.banks.home[lang];
  const bank = unpacked(address);
  change(bank);
  return json(packed(address, bank))(route);
};

const half = (route, lang) => json(file(`target/site/${site.banks.home[lang]}`).slice(0, 5000))(route);

/** The ways in which a bank may fail, what the page calls it, and what else the browser says. */
const faults = [
  { name: "the network is down", fulfil: (route) => route.abort(), failing: "network", expects: [LOAD] },
  { name: "the bank is not there", fulfil: (route) => route.fulfill({ status: 404 }), failing: "network", expects: [LOAD] },
  { name: "the bank is garbage", fulfil: json("<!doctype html><title>Log in to the wi-fi</title>"), failing: "bank" },
  { name: "the bank stops in the middle", fulfil: half, failing: "bank" },
  { name: "the bank has a newer format", fulfil: changed((bank) => (bank.format = 2)), failing: "bank" },
  { name: "the bank has too few questions", fulfil: changed((bank) => bank.questions.splice(9)), failing: "quota" },
];

const BANK = "**/banks/home.*";

const fails = async ({ page, say }, failing) => {
  await shows(page.locator("h1"), say(failing));
  await shows(page.locator(".means"), say(`${failing}-means`));
  await shows(page.locator(".do"), say(`${failing}-do`));
};

faults.forEach(({ name, fulfil, failing, expects = [] }, at) => {
  const lang = ["zh-CN", "en"][at % 2];
  story(`${name}: words in ${lang}, and a way on once it is back`, { lang, expects: [SAID, ...expects] }, async (person) => {
    const { page } = person;
    await page.route(BANK, (route) => fulfil(route, lang));
    await visit(person, deepLink("home", 1));
    await fails(person, failing);
    if (failing === "quota") return homeIsWithinReach(person);
    await page.locator("h1:focus").waitFor();
    const asked = page.waitForRequest(BANK);
    await button(person, "retry").click();
    await asked;
    await fails(person, failing);
    await page.unroute(BANK);
    await button(person, "retry").click();
    await atQuestion(person, 1, 10);
  });
});

async function homeIsWithinReach(person) {
  assert.equal(await button(person, "retry").count(), 0, "trying again would not help");
  await link(person, "home").click();
  await person.page.locator(".tiles").waitFor();
}

story("whoever pressed start and was let down starts again", { expects: [SAID, LOAD] }, async (person) => {
  const { page } = person;
  await page.route(BANK, (route) => route.abort());
  await visit(person, "#/start/practice/home");
  await button(person, "begin").click();
  await fails(person, "network");
  await page.unroute(BANK);
  await button(person, "retry").click();
  await button(person, "begin").click();
  await atQuestion(person, 1, 10);
});

for (const lang of ["zh-CN", "en"]) {
  story(`a broken place leaves the others as they were, in ${lang}`, { lang, expects: [SAID] }, async (person) => {
    const { page } = person;
    await page.route(BANK, json("{"));
    await visit(person, deepLink("home", 1));
    await fails(person, "bank");
    await link(person, "home").click();
    await page.locator("[data-theme=village]").click();
    await button(person, "begin").click();
    await atQuestion(person, 1, 10);
  });
}

story("the failure screen speaks the other language too", { expects: [SAID, LOAD] }, async (person) => {
  const { page } = person;
  await page.route("**/banks/*", (route) => route.abort());
  await visit(person, deepLink("home", 1));
  await fails(person, "network");
  await button(person, "other").click();
  await shows(page.locator("h1"), "The questions did not arrive");
});

story("a paper whose questions have changed is not marked wrongly, and can be dropped", { expects: [SAID] }, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  const asked = await answer(person);
  const turn = changed((bank) => {
    const question = bank.questions.find(({ id }) => id === asked.id);
    for (const choice of question.choices) choice.correct = !choice.correct;
    delete question.revision;
  });
  await page.route(BANK, (route) => turn(route, "zh-CN"));
  await page.reload();
  await fails(person, "changed");
  await button(person, "drop").click();
  await page.locator(".tiles").waitFor();
  assert.equal(await page.locator(".resume a").isVisible(), false);
});

story("a paper goes on where the changed question is not one of its own", {}, async (person) => {
  const { page } = person;
  await visit(person, deepLink("home", 1));
  const { stem: asked } = await answer(person);
  const { questions } = await page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].paper);
  const mine = questions.map(({ id }) => id);
  const turn = changed((bank) => {
    const other = bank.questions.find(({ id }) => !mine.includes(id));
    other.stem += "!";
    other.revision = "01234567";
  });
  await page.route(BANK, (route) => turn(route, "zh-CN"));
  await page.reload();
  await shows(stem(person), asked);
});

story("an engine that does not arrive is asked for again", { expects: [SAID, LOAD] }, async (person) => {
  const { page } = person;
  await page.route("**/engine-*.wasm", (route) => route.fulfill({ status: 503 }));
  await visit(person, deepLink("home", 1));
  await shows(page.locator("h1"), person.say("network"));
  await page.unroute("**/engine-*.wasm");
  await button(person, "retry").click();
  await onScreen(person);
});

story("an engine that arrives broken is said to be, and going on asks for it again", { expects: [SAID] }, async (person) => {
  const { page } = person;
  await page.route("**/engine-*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm, or not" }));
  await visit(person, deepLink("home", 1));
  await fails(person, "engine");
  await page.unroute("**/engine-*.wasm");
  await button(person, "go-on").click();
  await onScreen(person);
});

const WORDS = "**/words/*.home.*";
const noWords = [
  { name: "the words do not arrive", fulfil: (route) => route.abort(), failing: "network", expects: [SAID, LOAD] },
  { name: "the words arrive broken", fulfil: json("["), failing: "bank", expects: [SAID] },
];

for (const { name, fulfil, failing, expects } of noWords) {
  story(`${name}: the paper is kept, and shown once they are back`, { expects }, async (person) => {
    const { page } = person;
    await page.route(WORDS, fulfil);
    await visit(person, deepLink("home", 1));
    await fails(person, failing);
    await page.unroute(WORDS);
    await button(person, "retry").click();
    await atQuestion(person, 1, 10);
  });

  story(`${name} for the second question: the first is explained, and the second comes later`, { expects }, async (person) => {
    const { page, say } = person;
    let asked = 0;
    await page.route(WORDS, (route) => (asked++ ? fulfil(route) : route.continue()));
    await visit(person, deepLink("home", seedWith("home", ["single"], true)));
    const question = await answer(person);
    await button(person, "check").click();
    await shows(page.locator(".verdict"), say("right"));
    await shows(page.locator(".reason"), question.explanation);
    await button(person, "next").click();
    await fails(person, failing);
    await page.unroute(WORDS);
    await button(person, "retry").click();
    await shows(page.locator(".verdict"), say("right"));
    await button(person, "next").click();
    await atQuestion(person, 2, 10);
  });
}

story("trying again while the network is still down does not throw the page away", { expects: [SAID] }, async (person) => {
  const { context, page } = person;
  await visit(person);
  await page.locator("[data-theme=home]").waitFor();
  await context.setOffline(true);
  await page.locator("[data-theme=home]").click();
  await button(person, "begin").click();
  await fails(person, "network");
  await button(person, "retry").click();
  await button(person, "begin").or(button(person, "retry")).waitFor();
  await context.setOffline(false);
  if (await button(person, "retry").isVisible()) await button(person, "retry").click();
  await button(person, "begin").click();
  await atQuestion(person, 1, 10);
});

/** Scripts that the page fetches when they are needed; the others are named in its head. */
const html = file("target/site/index.html");
const isLater = ({ pathname }) => /chunk-\w+\.js$/.test(pathname) && !html.includes(pathname.slice(1));

story("a part of the page that does not arrive is asked for again", { expects: [SAID, LOAD] }, async (person) => {
  const { page, say } = person;
  await page.route(isLater, (route) => route.abort());
  await visit(person, deepLink("home", seedWith("home", ["single"], true)));
  await answer(person);
  await button(person, "check").click();
  await fails(person, "network");
  await page.unroute(isLater);
  await button(person, "retry").click();
  await shows(page.locator(".verdict"), say("right"));
});
