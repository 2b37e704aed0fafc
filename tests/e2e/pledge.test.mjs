// Promises are signed, by typing or with a finger, and hang on a wall that can be shown to everyone.
import assert from "node:assert/strict";

import { button, link, shows, story, visit } from "./browser.mjs";
import { headingHasFocus, pressOn, tabTo } from "./keys.mjs";
import { examWith, MORNING, remembering } from "./passing.mjs";
import { looked, readSvg, savedBy, savedByKeys } from "./pictures.mjs";
import { file, site } from "./words.mjs";

/** The promises of a theme. */
function promisesOf(theme, lang) {
  const { promises } = JSON.parse(file("questions/pledges.json"));
  return promises.filter((promise) => promise.theme === theme).map(({ text }) => text[lang]);
}

const tick = ({ page }, text) => page.getByRole("checkbox", { name: text, exact: true });

const note = ({ page }) => page.locator(".note-card");

const nameField = ({ page, say }) => page.getByRole("textbox", { name: say("pledge-type") });

/** Ticks these promises of a theme. */
async function choose(person, theme, count) {
  await visit(person, `#/pledge/${theme}`);
  const texts = promisesOf(theme, person.lang).slice(0, count);
  for (const text of texts) await tick(person, text).check();
  return texts;
}

/** Signs promises of a theme with a name. */
async function pledge(person, theme, count, name) {
  const texts = await choose(person, theme, count);
  await nameField(person).fill(name);
  await button(person, "pledge-do").click();
  await shows(person.page.locator("h1"), person.say("wall"));
  return texts;
}

/** What is remembered of pledges. */
const kept = ({ page }) => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.pledges")).value);

story("a pledge that is typed hangs on the wall, after a reload too, until it is taken down", { at: MORNING }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/wall");
  await page.getByText(say("wall-none")).waitFor();
  await link(person, "wall-sign").click();
  assert.equal(await page.locator(".item").count(), site.themes.length);
  await page.locator('.item[data-theme="home"]').click();
  await button(person, "pledge-do").click();
  await shows(page.getByRole("alert"), say("pledge-tick"));
  const [first] = promisesOf("home", "zh-CN");
  await tick(person, first).check();
  await button(person, "pledge-do").click();
  await shows(page.getByRole("alert"), say("pledge-name"));
  const texts = await pledge(person, "home", 2, "  才让·卓玛 ");
  for (const text of [...texts, "才让·卓玛", "2026年11月26日"]) await shows(note(person), text);
  await page.reload();
  await shows(note(person), "才让·卓玛");
  await page.getByRole("button", { name: say("take-down-of", { name: "才让·卓玛" }) }).click();
  await button(person, "keep-up").click();
  assert.equal(await note(person).count(), 1);
  await page.getByRole("button", { name: say("take-down-of", { name: "才让·卓玛" }) }).click();
  await button(person, "take-down").click();
  await page.getByText(say("wall-none")).waitFor();
  assert.deepEqual(await kept(person), []);
});

const phone = { at: MORNING, context: { hasTouch: true, isMobile: true } };

story("a finger signs, clears and signs again, and the page does not scroll under it", phone, async (person) => {
  const { context, page, say } = person;
  await choose(person, "village", 1);
  const pad = page.getByRole("img", { name: say("pledge-pad") });
  await pad.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await swipe(context, page, pad);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await button(person, "pledge-clear").click();
  await pad.locator('path[d=""]').waitFor({ state: "attached" });
  await swipe(context, page, pad);
  await button(person, "pledge-do").click();
  await note(person).getByRole("img", { name: say("by-hand") }).waitFor();
  const [{ name, theme, strokes }] = await kept(person);
  assert.deepEqual([name, theme, strokes.length], ["", "village", 1]);
  const [stroke] = strokes;
  assert(stroke.length >= 8 && stroke.length % 2 === 0);
  assert(stroke.every((at) => Number.isInteger(at) && at >= 0 && at <= 1000), `${stroke}`);
  assert.deepEqual(stroke.slice(0, 2), [200, 300]);
  assert.equal(stroke.at(-1), 1000, "beyond the edge is the edge");
});

/** Draws a finger over a box and beyond its lower edge. */
async function swipe(context, page, pad) {
  const session = await context.newCDPSession(page);
  const { x, y, width, height } = await pad.boundingBox();
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const at = (right, down) => [{ x: x + right * width, y: y + down * height }];
  await touch("touchStart", at(0.2, 0.3));
  for (let step = 1; step <= 6; step++) await touch("touchMove", at(0.2 + step * 0.1, 0.3 + step * 0.15));
  await touch("touchEnd", []);
}

story("a mouse signs as well", { at: MORNING, viewport: { width: 1280, height: 900 } }, async (person) => {
  const { page, say } = person;
  await choose(person, "school", 1);
  const pad = page.getByRole("img", { name: say("pledge-pad") });
  await pad.scrollIntoViewIfNeeded();
  const { x, y } = await pad.boundingBox();
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 40, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x + 200, y + 40);
  await button(person, "pledge-do").click();
  await note(person).waitFor();
  const [{ strokes }] = await kept(person);
  assert.equal(strokes.length, 1, "only what was written while the button was down");
});

story("keys alone choose, sign, save the wall and take down", { at: MORNING, lang: "en" }, async (person) => {
  const { page, say } = person;
  await visit(person, "#/pledge");
  await pressOn(person, page.locator('.item[data-theme="public"]'));
  await headingHasFocus(person);
  const [first, second] = promisesOf("public", "en");
  await pressOn(person, tick(person, first), "Space");
  await pressOn(person, tick(person, second), "Space");
  await tabTo(person, nameField(person));
  await page.keyboard.type("Dolma");
  await pressOn(person, button(person, "pledge-do"));
  await shows(note(person), "Dolma");
  await headingHasFocus(person);
  assert.match((await savedByKeys(person, button(person, "save-picture"))).name, /\.png$/);
  await pressOn(person, page.getByRole("button", { name: say("take-down-of", { name: "Dolma" }) }));
  await pressOn(person, button(person, "take-down"));
  await headingHasFocus(person);
  await page.getByText(say("wall-none")).waitFor();
});

story("the wall becomes one picture of the newest, in which a name is a text", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  const hostile = '<script>alert("1")</script>\u0001';
  const strokes = [[100, 200, 300, 800], [500, 500]];
  const signed = Array.from({ length: 14 }, (_, at) => ({
    at: Date.parse(MORNING) - 1000 * (14 - at),
    theme: site.themes[at % 6].id,
    promises: ["home-stove-night", "no-promise-of-today"],
    name: at === 13 ? hostile : `第 ${at} 人`,
    strokes: at === 12 ? strokes : [],
  }));
  await remembering({ "sixinto.turn": "1", "sixinto.pledges": JSON.stringify({ format: 2, value: signed }) })(context);
  await visit(person, "#/wall");
  await page.getByText('<script>alert("1")</script>').first().waitFor();
  assert.equal(await note(person).count(), 14);
  const picture = await savedBy(person, button(person, "save-picture"));
  assert.equal(picture.name, `${say("wall-file")}.png`);
  const { width, height, colours } = await looked(person, picture);
  assert.deepEqual([width, height], [1080, 300 + 6 * 336 + 190]);
  assert(colours > 50, `${colours} colours`);
  const { names, texts } = await readSvg(person, await savedBy(person, button(person, "save-svg")));
  assert(!names.includes("script") && !names.includes("parsererror"), `${names}`);
  assert(texts.some((text) => text.includes("<script>")), `${texts}`);
  assert(!texts.includes("第 1 人") && texts.includes("第 2 人"));
  assert(texts.some((text) => text.startsWith(say("wall-some", { n: 12, of: 14 }))));
  assert.doesNotMatch(texts.join(" "), /https?:|\.\w+\//, "no address");
});

story("what somebody has promised stands on their certificate, with the signature", { at: MORNING }, async (person) => {
  const { context, page, say } = person;
  await remembering(await examWith(0))(context);
  await visit(person, "#/certificate");
  await page.getByLabel(say("cert-name")).fill("索南");
  await button(person, "cert-write").click();
  await link(person, "cert-to-pledge").click();
  await page.locator('.item[data-theme="home"]').click();
  const [first, second] = promisesOf("home", "zh-CN");
  await tick(person, second).check();
  await tick(person, first).check();
  assert.equal(await nameField(person).inputValue(), "索南");
  await button(person, "pledge-do").click();
  await shows(note(person), "索南");
  const [other] = await pledge(person, "public", 1, "卓玛");
  await visit(person, "#/certificate");
  const sheet = page.locator(".sheet-of-paper > svg > text");
  for (const text of [first, second, say("cert-signed")]) await shows(sheet, text);
  assert(!(await sheet.allTextContents()).includes(other), "what others on this phone have promised");
});
