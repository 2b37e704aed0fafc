// Without a pointer: everything is reached by Tab and worked by Enter, Space and the arrows.
import assert from "node:assert/strict";

import { answerTo, atQuestion, flagged, onScreen, stem, steps, verdict } from "./answering.mjs";
import { button, DESK, link, shows, story, visit } from "./browser.mjs";
import { hasFocus, headingHasFocus, MOST_TABS, pressOn, tabTo } from "./keys.mjs";
import { KINDS, loadedDice, seedWith, slowDisk } from "./papers.mjs";

const choice = (page, role, text) => page.getByRole(role, { name: text, exact: true });

/** Answers the question on the screen by keys alone. */
async function answerByKeys(person) {
  const { page, say } = person;
  const question = await onScreen(person);
  const parts = answerTo(question, true, say);
  switch (question.kind) {
    case "single":
    case "judge":
      await walkTo(person, choice(page, "radio", parts[0]));
      break;
    case "multiple":
      for (const text of parts) {
        const box = choice(page, "checkbox", text);
        await page.locator("h1").evaluate((heading) => heading.focus());
        await pressOn(person, box, "Space");
      }
      break;
    case "blank":
    case "number":
      await tabTo(person, page.getByRole("textbox"));
      await page.keyboard.type(parts[0]);
      break;
    case "order":
      await arrange(person, parts);
      break;
    case "match":
      for (const [left, right] of parts) await choose(person, page.getByLabel(left, { exact: true }), right);
  }
  return question;
}

/** Into a group of radio buttons by Tab, through it by the arrows. */
async function walkTo({ page }, radio) {
  const inGroup = () => page.evaluate(() => document.activeElement?.matches("[type=radio]"));
  for (let tabs = 0; !(await inGroup()); tabs++) {
    assert(tabs < MOST_TABS, "Tab does not come to the choices");
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  for (let arrows = 0; !(await radio.isChecked()); arrows++) {
    assert(arrows < 10, "the arrows do not come to every choice");
    await page.keyboard.press("ArrowDown");
  }
}

/** Each step up to its place; the focus goes with the step. */
async function arrange(person, wanted) {
  const { page, say } = person;
  for (const [to, text] of wanted.entries()) {
    const from = (await steps(person)).indexOf(text);
    if (from === to) continue;
    await page.locator("h1").evaluate((heading) => heading.focus());
    await tabTo(person, button(person, "move-up", { text }));
    for (let at = from; at > to; at--) {
      await page.keyboard.press("Enter");
      await shows(page.locator("#live"), say("moved", { text, n: at }));
    }
    const own = page.locator(".step").filter({ hasText: text }).locator(":focus");
    assert.equal(await own.count(), 1, "the focus stays with the step");
  }
}

async function choose(person, list, text) {
  await tabTo(person, list);
  for (let arrows = 0; (await list.locator("option:checked").textContent()) !== text; arrows++) {
    assert(arrows < 10, "the arrows do not come to every partner");
    await person.page.keyboard.press("ArrowDown");
  }
}

const options = { before: loadedDice(seedWith("home", KINDS)) };

story("a whole practice paper by keys alone", options, async (person) => {
  const { page, say } = person;
  await visit(person);
  await pressOn(person, page.locator("[data-theme=home]"));
  await headingHasFocus(person);
  await pressOn(person, button(person, "begin"));
  const kinds = [];
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    await headingHasFocus(person);
    kinds.push((await answerByKeys(person)).kind);
    await pressOn(person, button(person, "check"));
    await shows(verdict(person), say("right"));
    // The button that was pressed leads on from here: one more Enter is the next question.
    const next = button(person, n < 10 ? "next" : "see-score");
    await next.waitFor();
    assert(await hasFocus(next), "the way on has the focus");
    await page.keyboard.press("Enter");
  }
  assert.deepEqual(KINDS.filter((kind) => !kinds.includes(kind)), []);
  await shows(page.locator("h1"), say("n-points", { n: 100 }));
  await headingHasFocus(person);
  await pressOn(person, page.locator(".mark summary").first());
  await pressOn(person, page.locator(".mark").first().getByRole("link"));
  await headingHasFocus(person);
  await pressOn(person, button(person, "next"));
  await atQuestion(person, 2, 10);
  await headingHasFocus(person);
});

story("Enter in a field has the answer checked, however slow the disk is", { before: slowDisk }, async (person) => {
  const { page, say } = person;
  await visit(person, `#/quiz/home?seed=${seedWith("home", ["blank"], true)}`);
  await answerByKeys(person);
  await page.keyboard.press("Enter");
  await shows(verdict(person), say("right"));
});

story("the exam, its flags, its sheet and handing in by keys alone", {}, async (person) => {
  const { page, say } = person;
  await visit(person, "#/start/exam");
  await headingHasFocus(person);
  await tabTo(person, page.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await shows(page.locator(".facts .pass"), say("n-points", { n: 60 }));
  assert(await hasFocus(page.getByRole("radio", { name: say("pass-at", { n: 60 }) })), "the choice keeps the focus");
  await pressOn(person, button(person, "begin"));
  await headingHasFocus(person);
  await answerByKeys(person);
  await tabTo(person, button(person, "flag"), "Shift+Tab");
  await page.keyboard.press("Space");
  await flagged(person, true);

  await pressOn(person, button(person, "sheet"));
  await page.getByRole("dialog").getByRole("heading", { name: say("sheet") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert(await hasFocus(button(person, "sheet")), "the focus comes back to where it was");
  await page.keyboard.press("Enter");
  await pressOn(person, page.getByRole("button", { name: say("sheet-open", { n: 45 }), exact: true }));
  await atQuestion(person, 45, 45);
  await headingHasFocus(person);

  await pressOn(person, button(person, "hand-in"));
  await pressOn(person, page.getByRole("dialog").getByRole("button", { name: say("not-yet") }));
  await stem(person).waitFor();
  await pressOn(person, button(person, "hand-in"));
  await pressOn(person, page.getByRole("dialog").getByRole("button", { name: say("hand-in") }));
  await shows(page.locator("h1"), say("result-failed"));
});

story("a job's cards are found, turned and asked about by keys alone", {}, async (person) => {
  const { page, say } = person;
  await visit(person, "#/me");
  await headingHasFocus(person);
  await pressOn(person, page.getByRole("link", { name: say("cards") }));
  await headingHasFocus(person);
  await tabTo(person, page.getByRole("searchbox"));
  await page.keyboard.type("牧民");
  await pressOn(person, page.getByRole("link", { name: "牧民" }));
  await headingHasFocus(person);
  await page.keyboard.press("ArrowRight");
  await shows(page.locator(".deck-nth"), say("cards-nth", { n: 2, of: 3 }));
  await pressOn(person, button(person, "cards-next"));
  await shows(page.locator(".deck-nth"), say("cards-nth", { n: 3, of: 3 }));
  assert(await hasFocus(button(person, "cards-next")), "the button keeps the focus");
  await pressOn(person, page.locator(".quiz"));
  await atQuestion(person, 1, 8);
  await headingHasFocus(person);
});

story("a paper to print is chosen, given its key or not, and printed by keys alone", {}, async (person) => {
  const { page, say } = person;
  await page.addInitScript(() => (window.print = () => document.body.setAttribute("data-printed", "")));
  await visit(person, "#/print");
  await headingHasFocus(person);
  await pressOn(person, page.locator('.item[href="#/print/exam"]'));
  await page.locator(".asked").first().waitFor();
  await headingHasFocus(person);
  await pressOn(person, page.getByRole("checkbox", { name: say("print-with-key") }), "Space");
  assert.equal(await page.locator(".key-page").isVisible(), false);
  await pressOn(person, button(person, "print"));
  await page.locator("body[data-printed]").waitFor({ state: "attached" });
});

const lowDesk = { viewport: { ...DESK, height: 500 } };

story("nothing that has the focus hides under the bar", lowDesk, async (person) => {
  const { page } = person;
  await visit(person, `#/quiz/home?seed=${seedWith("home", ["match"], true)}`);
  await page.getByRole("combobox").first().waitFor();
  for (const name of await page.getByRole("combobox").all()) {
    await tabTo(person, name);
    const [own, bar] = await Promise.all([name.boundingBox(), page.locator(".bar").boundingBox()]);
    assert(own.y + own.height <= bar.y + 1, "the list that has the focus stands above the bar");
  }
  await tabTo(person, link(person, "leave"), "Shift+Tab");
});
