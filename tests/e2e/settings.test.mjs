// What a person can switch on: kept on the phone, there before the first paint, and true to its word on every screen.
import assert from "node:assert/strict";

import { hastily } from "./acting.mjs";
import { answer, answerAndCheck, answerTo, atQuestion, onScreen, row, verdict } from "./answering.mjs";
import { violations } from "./axe.mjs";
import { button, dressed, link, PHONE, shows, site as siteAddress, story, visit } from "./browser.mjs";
import { hasFocus, headingHasFocus, pressOn } from "./keys.mjs";
import { deepLink, remembering, seedWith } from "./papers.mjs";

const LATER_SCRIPTS = /\/(app|chunk)-\w+\.js$/;

const toggle = ({ page, say }, name) => page.getByRole("switch", { name: say(name) });

async function openSettings(person) {
  await visit(person);
  await link(person, "me").click();
  await person.page.locator("a[href='#/settings']").click();
  await shows(person.page.locator("h1"), person.say("settings"));
}

const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);

const letters = ({ page }) => style(page.locator("html"), "fontSize");

/** Opens the page so that nothing but the first script runs. */
async function openHeld(person) {
  const { page } = person;
  await page.route(LATER_SCRIPTS, () => {});
  const address = `${await siteAddress()}#/`;
  await hastily(() => page.goto(address, { waitUntil: "commit" }));
  await page.locator(".tiles a").first().waitFor();
  await dressed(person);
}

story("everything is switched on by keys alone, large text at once, and stays", {}, async (person) => {
  const { page } = person;
  await visit(person);
  await pressOn(person, link(person, "me"));
  await headingHasFocus(person);
  await pressOn(person, page.locator("a[href='#/settings']"));
  await shows(page.locator("h1:focus"), person.say("settings"));
  assert.equal(await letters(person), "16px");
  for (const one of await page.getByRole("switch").all()) {
    await pressOn(person, one, "Space");
    assert((await one.isChecked()) && (await hasFocus(one)), "it is on, and keeps the focus");
  }
  assert.equal(await letters(person), "22.4px");
  await page.reload();
  assert.equal(await toggle(person, "big").isChecked(), true);
  assert.equal(await letters(person), "22.4px");
  await toggle(person, "big").click();
  assert.equal(await letters(person), "16px");
  await page.reload();
  await toggle(person, "big").waitFor();
  assert.equal(await letters(person), "16px");
});

const bigAndStrong = { before: remembering({ big: true, contrast: true }) };

story("what is switched on is there before the page's own script has arrived", bigAndStrong, async (person) => {
  await openHeld(person);
  assert.equal(await letters(person), "22.4px");
  assert.equal(await style(person.page.locator("body"), "backgroundColor"), "rgb(255, 255, 255)");
});

story("who has switched nothing on fetches no looks for it", {}, async (person) => {
  await visit(person, deepLink("home", 7));
  await onScreen(person);
  await person.page.locator("template#me").waitFor({ state: "attached" });
  const sheets = await person.page.locator("link[rel=stylesheet]").count();
  await visit(person, "#/settings");
  await toggle(person, "contrast").click();
  assert.equal(await person.page.locator("link[rel=stylesheet]").count(), sheets + 1);
});

story("whatever is stored in place of settings, the page opens", { before: (context) => context.addInitScript(() => {
  if (location.protocol !== "about:") localStorage.setItem("sixinto.settings", '{"format":2,"value":{"a b":true,"big":"yes","left":1}}');
}) }, async (person) => {
  await visit(person);
  await shows(person.page.locator("h1"), person.say("home-heading"));
  assert.equal(await letters(person), "16px");
});

const asked = { context: { contrast: "more", reducedMotion: "reduce" } };

story("a device that asks for contrast and stillness gets both, and the switches say so", asked, async (person) => {
  await openHeld(person);
  assert.equal(await style(person.page.locator("body"), "backgroundColor"), "rgb(255, 255, 255)");
  await person.page.unroute(LATER_SCRIPTS);
  await hastily(() => visit(person, "#/settings"));
  await person.page.reload();
  for (const name of ["contrast", "still"]) {
    await shows(person.page.locator(".switch").filter({ hasText: person.say(name) }), person.say("by-device"));
  }
});

story("contrast follows the device while the page is open", {}, async (person) => {
  const { page } = person;
  await openSettings(person);
  const ground = () => style(page.locator("body"), "backgroundColor");
  assert.equal(await ground(), "rgb(251, 248, 243)");
  await page.emulateMedia({ contrast: "more" });
  await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
  await page.emulateMedia({ contrast: "no-preference" });
  await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(251, 248, 243)");
});

/** Edges of controls, and their contrast with what is around them, where it is below 7. Runs in the page. */
function faintEdges() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return numbers(colour)[3] === 0 && element.parentElement ? groundOf(element.parentElement) : colour;
  };
  const controls = "button, a.card, a.tile, a.secondary, .choice, .control, .step, .pair, .pick, .field input, .variant, .facts, .told, .item, .switch";
  return [...document.querySelectorAll(controls)].flatMap((element) => {
    const { borderBottomWidth: width, borderBottomColor: colour, borderBottomStyle: kind } = getComputedStyle(element);
    if (!element.checkVisibility() || width === "0px" || kind === "none" || numbers(colour)[3] === 0) return [];
    const [one, other] = [light(colour), light(groundOf(element.parentElement))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    return ratio < 7 ? [`${element.localName}.${element.className}: ${colour} ${ratio.toFixed(2)}`] : [];
  });
}

const ENHANCED = { rules: { "color-contrast-enhanced": { enabled: true } } };

/** What stands out too little, and whatever else axe finds, in both schemes. */
async function faint({ page }, screen) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const lines = [...(await violations(page, ENHANCED)), ...(await page.evaluate(faintEdges))];
    found.push(...lines.map((line) => `${screen}, ${colorScheme}: ${line}`));
  }
  return found;
}

const strong = { before: remembering({ contrast: true }) };

story("with high contrast everything stands out by seven to one", strong, async (person) => {
  const { page, say } = person;
  const found = [];
  const look = async (screen) => found.push(...(await faint(person, screen)));
  await visit(person);
  await page.locator(".daily-state").waitFor();
  await look("home");
  await visit(person, "#/start/exam");
  await shows(page.locator(".rule-text"), /\S/);
  await look("start");
  await visit(person, deepLink("home", seedWith("home", ["multiple", "order"], true)));
  await onScreen(person);
  await look("question");
  await answerAndCheck(person, false);
  await look("marked");
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  await look("order");
  for (let n = 2; n <= 10; n++) {
    await atQuestion(person, n, 10);
    await answerAndCheck(person, n % 2 === 0);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("result-plain"));
  await look("report");
  await visit(person, "#/settings");
  await toggle(person, "big").click();
  await look("settings");
  assert.deepEqual(found, []);
});

story("faint edges and faint text are found where there are some", {}, async (person) => {
  await visit(person);
  await person.page.locator(".daily-state").waitFor();
  assert.notDeepEqual(await person.page.evaluate(faintEdges), []);
  assert.match((await violations(person.page, ENHANCED)).join("\n"), /^color-contrast-enhanced at .*foot/m);
});

const moving = { context: { reducedMotion: "no-preference" } };

story("nothing moves for whoever wants it still, or whose device does", moving, async (person) => {
  const { page } = person;
  const motion = () => style(page.locator(".told"), "animationName");
  const tellOne = async () => {
    await visit(person, deepLink("home", 7));
    await answerAndCheck(person);
  };
  await tellOne();
  assert.equal(await motion(), "rise");
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.equal(await motion(), "none");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await visit(person, "#/settings");
  await toggle(person, "still").click();
  await visit(person, "#/take");
  await verdict(person).waitFor();
  assert.equal(await motion(), "none");
});

for (const viewport of [PHONE, { width: 800, height: 900 }]) {
  const options = { viewport, before: remembering({ left: true }) };
  story(`the main button is under the left thumb, and Tab goes along the bar, ${viewport.width} wide`, options, async (person) => {
    const { page } = person;
    await visit(person, "#/start/exam");
    await button(person, "begin").click();
    await answer(person);
    await button(person, "next").click();
    await atQuestion(person, 2, 45);
    const places = async (names) =>
      Promise.all(names.map(async (name) => (await page.locator(`.bar ${name}`).boundingBox()).x));
    const [main, sheet, back] = await places([".go", ".open-sheet", ".back"]);
    assert(main < sheet && sheet < back, `${main} ${sheet} ${back}`);
    assert(main < viewport.width / 4, "within reach of the left hand");
    await page.locator("h1").evaluate((heading) => heading.focus());
    const order = [];
    for (let tabs = 0; tabs < 20 && order.length < 3; tabs++) {
      await page.keyboard.press("Tab");
      const x = await page.evaluate(() => document.activeElement.closest(".bar") && document.activeElement.getBoundingClientRect().x);
      if (x !== null) order.push(x);
    }
    assert.deepEqual(order, [main, sheet, back]);
  });
}

const hand = { context: { hasTouch: true, isMobile: true }, before: (context) => context.addInitScript(() => {
  window.shakes = [];
  navigator.vibrate = (length) => window.shakes.push(length);
}) };

story("the phone shakes for a wrong answer, once, and only where somebody wants it", hand, async (person) => {
  const { page } = person;
  const shakes = () => page.evaluate(() => window.shakes.length);
  const checkOne = async (theme, rightly) => {
    await visit(person, deepLink(theme, seedWith(theme, ["single"], true)));
    await page.locator(`.question[data-theme=${theme}]`).waitFor();
    const question = await onScreen(person);
    await row(page, answerTo(question, rightly, person.say)[0]).click();
    await page.locator("template#settings").waitFor({ state: "attached" });
    await button(person, "check").click();
    await verdict(person).waitFor();
    // Whoever watches the screen has seen the verdict by then.
    await page.evaluate(() => new Promise(requestAnimationFrame));
  };
  await checkOne("home", false);
  assert.equal(await shakes(), 0, "off by default");
  await visit(person, "#/settings");
  await toggle(person, "vibrate").click();
  await checkOne("school", false);
  assert.equal(await shakes(), 1);
  await checkOne("village", true);
  assert.equal(await shakes(), 1, "a right answer shakes nothing");
});

story("what this device cannot do is not offered, and why it does not read aloud is said", {}, async (person) => {
  const { page, say } = person;
  await openSettings(person);
  assert.equal(await toggle(person, "vibrate").count(), 0);
  assert.equal(await toggle(person, "slow").count(), 0);
  await shows(page.locator(".speech"), say("aloud-mute"));
});
