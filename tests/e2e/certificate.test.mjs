// Whoever passes the mock exam gets a certificate: to keep, to send, to print, to check.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";

import { sixinto } from "../boundary/program.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { hasFocus, headingHasFocus, pressOn, tabTo } from "./keys.mjs";
import { loadedDice } from "./papers.mjs";
import { examWith, MORNING, remembering, sitExam } from "./passing.mjs";
import { looked, readSvg, savedBy, savedByKeys } from "./pictures.mjs";

/** Everything that a certificate may be made of. */
const PARTS = ["circle", "line", "path", "rect", "svg", "text"];

const field = ({ page, say }) => page.getByLabel(say("cert-name"));

const sheet = ({ page }) => page.locator(".sheet-of-paper > svg");

/** Types a name and has it written. */
async function sign(person, name) {
  await field(person).fill(name);
  await button(person, "cert-write").click();
}

/** What a browser remembers after an exam whose attempt was changed. */
async function changed(change) {
  const stored = await examWith(0);
  const attempt = JSON.parse(stored["sixinto.attempt"]);
  change(attempt.value.done);
  return { ...stored, "sixinto.attempt": JSON.stringify(attempt) };
}

/** What the command says of a code and a file of answers. */
const marked = (path, code) => sixinto("mark", path, "--code", code);

/** The code on the certificate that the last exam has earned. */
async function codeOf(person) {
  await visit(person, "#/certificate");
  await sheet(person).waitFor();
  return person.page.locator(".code-shown").textContent();
}

const exam = { at: MORNING, before: loadedDice(20) };

story("an exam that is passed gives a certificate, whose code fits the saved answers", exam, async (person) => {
  const { page, say } = person;
  await sitExam(person, 4);
  await link(person, "get-certificate").click();
  await shows(page.locator("h1"), say("certificate"));
  await page.waitForURL(/#\/certificate\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const code = page.url().split("/").pop();
  await sign(person, "才让·卓玛");
  await shows(page.getByRole("status"), say("cert-named"));
  const texts = await sheet(person).locator("text").allTextContents();
  const told = [say("cert-exam"), "才让·卓玛", say("n-points", { n: 92 }), say("cert-full", { of: 100, pass: 80 })];
  for (const text of [...told, "2026年11月26日", code, say("cert-own")]) assert(texts.includes(text), text);

  const answers = await savedBy(person, button(person, "save-answers"));
  assert.equal(answers.name, `${say("answers-file", { code })}.json`);
  assert.match(await marked(answers.path, code), /对得上[^]*92|it fits[^]*92/);
  const attempt = JSON.parse(answers.bytes);
  attempt.finished += 1000;
  await writeFile(answers.path, JSON.stringify(attempt));
  assert.match(await marked(answers.path, code), /对不上|does not fit/);

  await page.reload();
  await shows(sheet(person).locator("text"), "才让·卓玛");
  assert.equal(await field(person).inputValue(), "才让·卓玛");
  await link(person, "certificates").click();
  await shows(page.locator(".item"), code);
  await visit(person, "#/certificate");
  await sheet(person).waitFor();
  await visit(person, "#/certificates");
  await shows(page.locator("h1"), say("certificates"));
  assert.equal(await page.locator(".item").count(), 1, "who asks twice gets it once");
});

story("it is saved as a picture large enough for paper, and as a drawing", { at: MORNING }, async (person) => {
  const { context, say } = person;
  await remembering(await examWith(0))(context);
  const code = await codeOf(person);
  const blank = await looked(person, await savedBy(person, button(person, "save-picture")));
  await sign(person, "Aleksandra Wiśniewska-Kowalczyk");
  const picture = await savedBy(person, button(person, "save-picture"));
  assert.equal(picture.name, `${say("cert-file", { code })}.png`);
  const { width, height, colours, drawn } = await looked(person, picture);
  assert.deepEqual([width, height], [2376, 1680]);
  assert(colours > 50 && drawn > 0.05, `${colours} colours`);
  assert(drawn > blank.drawn, "the name is on it");
  const drawing = await readSvg(person, await savedBy(person, button(person, "save-svg")));
  assert(drawing.texts.includes("Aleksandra Wiśniewska-Kowalczyk"));
});

story("it is printed alone, on one sheet on its side", { at: MORNING }, async (person) => {
  const { context, page } = person;
  await remembering(await examWith(0))(context);
  await codeOf(person);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.deepEqual(sheets.match(/\/Type \/Page\b/g)?.length, 1);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets).map(Math.round);
  assert.deepEqual([width, height], [842, 595]);
  await page.emulateMedia({ media: "print" });
  for (const part of [".top", "h1", ".naming", ".code-about"]) assert.equal(await page.locator(part).isVisible(), false, part);
  const { width: wide, height: high } = await sheet(person).boundingBox();
  assert(Math.abs(wide / high - 297 / 210) < 0.01, `${wide} x ${high}`);
});

story("it is in the language that is spoken", { at: MORNING, lang: "en" }, async (person) => {
  const { context, page, say } = person;
  await remembering(await examWith(0))(context);
  const code = await codeOf(person);
  for (const text of ["26 November 2026", say("cert-own")]) await shows(sheet(person).locator("text"), text);
  await page.locator("#lang").click();
  await shows(sheet(person).locator("text"), "自测成绩，由本人在自己的手机上完成");
  await shows(sheet(person).locator("text"), code);
});

story("a name is a text, whatever it is, and stays within the sheet", { at: MORNING }, async (person) => {
  const { context, page } = person;
  await remembering(await examWith(0))(context);
  await codeOf(person);
  const names = {
    '<image href=x onerror="alert(1)">&amp;': '<image href=x onerror="alert(1)">&amp;',
    "\u202Eتسيرينغ\u202C": "تسيرينغ",
    "👨‍👩‍👧‍👦🏔️": "👨‍👩‍👧‍👦🏔️",
    "ཚེ་རིང་སྒྲོལ་མ།": "ཚེ་རིང་སྒྲོལ་མ།",
    ["长".repeat(60)]: "长".repeat(40),
    "a\u0007b": "a b",
    [`W${"w".repeat(38)}W`]: `W${"w".repeat(38)}W`,
    "阿卜杜热依木·阿卜杜热合曼·麦麦提图尔荪": "阿卜杜热依木·阿卜杜热合曼·麦麦提图尔荪",
  };
  for (const [typed, written] of Object.entries(names)) {
    await sign(person, typed);
    await page.getByRole("img").first().waitFor();
    assert.equal(await field(person).inputValue(), written);
    const { names, handlers, texts } = await readSvg(person, await savedBy(person, button(person, "save-svg")));
    assert.deepEqual(names.filter((name) => !PARTS.includes(name)), []);
    assert.deepEqual(handlers, []);
    assert(texts.join("").replaceAll(" ", "").includes(written.replaceAll(" ", "")), `${texts}`);
    assert.deepEqual(await sheet(person).evaluate(outside), [], written);
  }
  assert((await looked(person, await savedBy(person, button(person, "save-picture")))).colours > 50);
  await sign(person, " ");
  await shows(page.getByRole("status"), person.say("cert-unnamed"));
});

/** Texts that reach beyond the inner line. Runs in the page. */
function outside(drawing) {
  const [, , width] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const isOut = ({ x, width: own }) => x < 40 || x + own > width - 40;
  return [...drawing.querySelectorAll("text")].filter((text) => isOut(text.getBBox())).map((text) => text.textContent);
}

const UNEARNED = {
  "an exam that was failed": (attempt) => (attempt.answers = {}),
  "a paper without a time limit": (attempt) => [delete attempt.paper.seconds, delete attempt.deadline],
  "a paper without a pass mark": (attempt) => delete attempt.paper.pass_percent,
  "an exam that took too long": (attempt) => (attempt.finished += attempt.paper.seconds * 1000 + 1),
};

for (const [name, change] of Object.entries(UNEARNED)) {
  story(`${name} has no certificate`, { at: MORNING }, async (person) => {
    const { context, page, say } = person;
    await remembering(await changed(change))(context);
    await visit(person, "#/report");
    await page.locator(".marks .mark").first().waitFor();
    assert.equal(await link(person, "get-certificate").count(), 0);
    await visit(person, "#/certificate");
    await page.getByText(say("certificates-none")).waitFor();
  });
}

const printed = (context) =>
  context.addInitScript(() => (window.print = () => document.body.setAttribute("data-printed", "")));

story("it is earned, named, saved in every way and found again by keys alone", { at: MORNING, before: printed }, async (person) => {
  const { context, page, say } = person;
  await remembering(await examWith(0))(context);
  await visit(person, "#/report");
  await headingHasFocus(person);
  await pressOn(person, link(person, "get-certificate"));
  await headingHasFocus(person);
  await tabTo(person, field(person));
  await page.keyboard.type("Dolma");
  await page.keyboard.press("Enter");
  await shows(page.getByRole("status"), say("cert-named"));
  await shows(sheet(person).locator("text"), "Dolma");
  assert(await hasFocus(field(person)), "who has mistyped goes on typing");
  const { width } = await looked(person, await savedByKeys(person, button(person, "save-picture")));
  assert.equal(width, 2376);
  const { texts } = await readSvg(person, await savedByKeys(person, button(person, "save-svg")));
  assert(texts.includes("Dolma"));
  assert.match((await savedByKeys(person, button(person, "save-answers"))).name, /\.json$/);
  await pressOn(person, button(person, "print-certificate"));
  await page.locator("body[data-printed]").waitFor({ state: "attached" });
  await pressOn(person, link(person, "certificates"));
  await headingHasFocus(person);
  await pressOn(person, page.locator(".item"));
  await headingHasFocus(person);
  await pressOn(person, link(person, "cert-to-pledge"));
  await headingHasFocus(person);
  await page.locator('.item[data-theme="home"]').waitFor();
});
