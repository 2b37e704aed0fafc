// Answering as a person with a finger or a mouse does, right or wrong on purpose.
import { button, shows } from "./browser.mjs";
import { questionAsking } from "./words.mjs";

/** A question to be answered, and not to be read only. */
const QUESTION = ".question:not(.study)";

/** The heading of the question on the screen. @param {import("./browser.mjs").Person} person */
export const stem = ({ page }) => page.locator(`${QUESTION} h1`);

/** Waits for the question with this number. */
export const atQuestion = ({ page, say }, n, of) => shows(page.locator(`${QUESTION} .count`), say("nth", { n, of }));

/** Waits until the question on the screen is flagged, or no longer. */
export const flagged = ({ page, say }, pressed) =>
  page.getByRole("button", { name: say("flag"), exact: true, pressed }).waitFor();

/** The question on the screen, with its key. */
export async function onScreen(person) {
  await stem(person).waitFor();
  return questionAsking(await stem(person).textContent(), person.lang);
}

const picked = (choices, right) => choices.filter(({ correct }) => !!correct === right).map(({ text }) => text);

/** What to give for an answer: the texts to pick or type, in order; or the partner of each left side. */
export function answerTo(question, rightly, say) {
  switch (question.kind) {
    case "single":
      return picked(question.choices, rightly).slice(0, 1);
    case "multiple":
      return picked(question.choices, rightly);
    case "judge":
      return [say(String(question.answer === rightly))];
    case "blank":
      return question.blanks.map(({ accept }) => (rightly ? accept[0] : "?"));
    case "number":
      return [String(rightly ? question.number.value : question.number.value + 2 * question.number.tolerance + 1)];
    case "order": {
      const [first, second, ...rest] = question.steps.map(({ text }) => text);
      return rightly ? [first, second, ...rest] : [second, first, ...rest];
    }
    case "match": {
      const rights = question.pairs.map(({ right }) => right);
      if (!rightly) rights.push(rights.shift());
      return question.pairs.map(({ left }, at) => [left, rights[at]]);
    }
    case "spot":
      return question.areas.filter(({ hazard }) => !!hazard === rightly).map(({ label }) => label);
    default:
      throw new Error(`a person cannot answer a ${question.kind} yet`);
  }
}

/** Answers the question on the screen and gives it back. */
export async function answer(person, rightly = true) {
  const question = await onScreen(person);
  const parts = answerTo(question, rightly, person.say);
  const { page } = person;
  if (question.kind === "order") await arrange(person, parts);
  else if (question.kind === "match") for (const [left, right] of parts) await join(person, left, right);
  else if (question.kind === "blank" || question.kind === "number") await type(person, parts);
  else {
    if (question.kind === "spot") await openPlaces(person);
    for (const text of parts) await row(page, text).click();
  }
  return question;
}

/** The row of a choice. */
export const row = (page, text) => page.locator(".choice").filter({ has: page.getByText(text, { exact: true }) });

/** Unfolds the list under a picture, once the picture can be tapped. */
export async function openPlaces({ page }) {
  const places = page.locator(".places");
  await places.waitFor();
  if ((await places.getAttribute("open")) === null) await places.locator("summary").click();
}

/** The field to type in. @param {number} [at] Which blank, where there are several. */
export const field = ({ page }, at = 0) => page.locator(".answer").getByRole("textbox").nth(at);

async function type(person, texts) {
  for (const [at, text] of texts.entries()) await field(person, at).fill(text);
}

const join = ({ page }, left, right) =>
  page.getByRole("combobox", { name: left, exact: true }).selectOption({ label: right });

/** The steps as they stand. */
export async function steps({ page }) {
  await page.locator(".step-text").first().waitFor();
  return page.locator(".step-text").allTextContents();
}

async function arrange(person, wanted) {
  for (const [to, text] of wanted.entries()) {
    const from = (await steps(person)).indexOf(text);
    for (let at = from; at > to; at--) await button(person, "move-up", { text }).click();
  }
  // Who finds the steps in order says so by pressing on, which is an answer too.
}

/** Answers a question of a practice paper, has it checked and reads the verdict. */
export async function answerAndCheck(person, rightly = true) {
  const question = await answer(person, rightly);
  await button(person, "check").click();
  await shows(verdict(person), person.say(rightly ? "right" : "wrong"));
  return question;
}

export const verdict = ({ page }) => page.locator(".feedback .verdict");
