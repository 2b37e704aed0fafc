// A trap in the engine costs nothing but a moment: the page takes a fresh instance, and the attempt was never in it.
import assert from "node:assert/strict";

import { answer, atQuestion, onScreen, stem, verdict } from "./answering.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";

/**
 * Makes an export of every instance throw as a trap does: so many times, counted over all instances of a page, from the
 * moment that `window.trapping` is set.
 */
const trapIn = (name, times) => (context) => context.addInitScript(setTrap, { name, times });

function setTrap({ name, times }) {
  window.trapping = { left: 0, instances: 0, arm: () => (window.trapping.left = times ?? Infinity) };
  const { Instance, instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...args) => {
    const result = await instantiateStreaming(...args);
    return { module: result.module, instance: undermine(result.instance) };
  };
  WebAssembly.Instance = new Proxy(Instance, { construct: (_, args) => undermine(new Instance(...args)) });
  if (location.protocol !== "about:" && sessionStorage.getItem("trapping")) window.trapping.arm();

  function undermine(instance) {
    window.trapping.instances++;
    const real = instance.exports;
    if (!(name in real)) throw new Error(`no export ${name} in ${Object.keys(real)}`);
    const broken = (...args) => {
      if (window.trapping.left <= 0) return real[name](...args);
      window.trapping.left--;
      throw new WebAssembly.RuntimeError("unreachable");
    };
    Object.defineProperty(instance, "exports", { value: { ...real, [name]: broken } });
    return instance;
  }
}

const arm = ({ page }) => page.evaluate(() => window.trapping.arm());
const instances = ({ page }) => page.evaluate(() => window.trapping.instances);

for (const method of ["act", "prompt", "feedback"]) {
  const once = { before: trapIn(`bank_${method}`, 1) };
  story(`a trap in ${method} is got over without a word, and no answer is lost`, once, async (person) => {
    const { page, say } = person;
    await visit(person, deepLink("home", seedWith("home", ["single", "multiple"], true)));
    await onScreen(person);
    const before = await instances(person);
    await arm(person);
    await answer(person, false);
    await button(person, "check").click();
    await shows(verdict(person), say("wrong"));
    assert.equal(await instances(person), before + 1, "a fresh instance");
    await button(person, "next").click();
    await atQuestion(person, 2, 10);
    await answer(person);
    await button(person, "check").click();
    await shows(verdict(person), say("right"));
    assert.equal(await instances(person), before + 1, "and no more than one");
    assert.equal(await page.locator(".failure").count(), 0);
  });
}

story("a trap in the report is got over too", { before: trapIn("bank_report", 1) }, async (person) => {
  await visit(person, "#/start/daily");
  await button(person, "begin").click();
  await answer(person);
  await arm(person);
  for (let n = 1; n <= 5; n++) {
    await atQuestion(person, n, 5);
    await button(person, n < 5 ? "next" : "hand-in").click();
  }
  await person.page.getByRole("dialog").getByRole("button", { name: person.say("hand-in") }).click();
  await shows(person.page.locator("h1"), person.say("n-points", { n: 20 }));
});

const always = { before: trapIn("bank_act"), expects: [/RuntimeError/] };

story("where it traps every time the page says so, keeps the attempt, and goes on after the fault", always, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", ["single", "single"], true)));
  await answer(person);
  await button(person, "check").click();
  await button(person, "next").click();
  const { stem: second } = await onScreen(person);
  await arm(person);
  await answer(person);
  await shows(page.locator("h1"), say("engine"));
  await shows(page.locator(".means"), say("kept").trim());
  const stored = await page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0]);
  assert.equal(Object.keys(stored.answers).length, 1);
  assert.equal(stored.current, 1);

  await page.reload();
  await shows(stem(person), second);
  await answer(person);
  await button(person, "check").click();
  await shows(verdict(person), say("right"));
});

story("where it traps every time, going on shows the question again", always, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", 1));
  const { stem: asked } = await onScreen(person);
  await arm(person);
  await answer(person);
  await shows(page.locator("h1"), say("engine"));
  await button(person, "go-on").click();
  await shows(stem(person), asked);
});

const fromTheStart = { before: trapIn("bank_new"), expects: [/RuntimeError/] };

story("an engine that takes no bank leaves home within reach and the attempt stored", fromTheStart, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", 1));
  const { stem: asked } = await answer(person);
  await page.evaluate(() => sessionStorage.setItem("trapping", "yes"));
  await page.reload();
  await shows(page.locator("h1"), say("engine"));
  await link(person, "home").click();
  await shows(page.locator(".resume a"), say("resume", { title: "", n: 1, of: 10 }).trim().split("：")[0]);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.locator(".resume a").click();
  await shows(stem(person), asked);
});
