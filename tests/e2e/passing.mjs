// A mock exam that was taken in a browser once, for stories about what comes after it.
import { answer, atQuestion, onScreen } from "./answering.mjs";
import { arrive, button, settled, shows, visit } from "./browser.mjs";
import { loadedDice } from "./papers.mjs";

export const MORNING = "2026-11-26T09:00:00+08:00";

/** Sits the mock exam from its start screen to its report, so many questions of one single answer wrongly. */
export async function sitExam(person, wrongs = 0) {
  const { page, say } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  let wrong = 0;
  for (let n = 1; n <= 45; n++) {
    await atQuestion(person, n, 45);
    const fails = wrong < wrongs && (await onScreen(person)).kind !== "multiple";
    if (fails) wrong++;
    await answer(person, !fails);
    await button(person, n < 45 ? "next" : "hand-in").click();
  }
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-all") });
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("n-points", { n: 100 - 2 * wrongs }));
}

const known = new Map();

/** What a browser remembers after an exam with so many wrong answers. @param {number} wrongs */
export function examWith(wrongs) {
  if (!known.has(wrongs)) known.set(wrongs, sat(wrongs));
  return known.get(wrongs);
}

async function sat(wrongs) {
  const person = await arrive({ at: MORNING, before: loadedDice(20) });
  await sitExam(person, wrongs);
  const stored = await person.page.evaluate(() => ({ ...localStorage }));
  await settled(person, []);
  await person.context.close();
  return stored;
}

/** Puts into the browser what it is to remember, unless it remembers something. @param {Record<string, string>} stored */
export const remembering = (stored) => (context) =>
  context.addInitScript((stored) => {
    if (location.protocol === "about:" || localStorage.getItem("sixinto.turn")) return;
    for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
  }, stored);
