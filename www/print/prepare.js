// @ts-check
/** @import { Attempt, Blueprint } from "../generated/engine.js" */
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { PrintModel } from "./print-screen.js" */
import { dayOf, seedOfDay } from "../calendar/day.js";
import { buildData, drawnBy, themeOf, themesOf } from "../content/build-data.js";
import * as engine from "../engine/quiz-engine.js";
import { lang, localized, say } from "../i18n/i18n.js";
import { afterAnswer } from "../lazy.js";
import { titleOf } from "../quiz/models.js";
import { ready, readyWhole } from "../quiz/quiz-flow.js";
import { seedIn } from "../route.js";
import { rename } from "../screen-host.js";
import { getState } from "../state/store.js";
import { mount as mountList } from "./list-screen.js";
import { mount } from "./print-screen.js";

/**
 * A paper to print. It is handed in unanswered at once, because only then the engine tells the key; nobody remembers it.
 * @typedef {object} Printed
 * @property {Attempt} attempt
 * @property {string} title
 * @property {string} [another]  Where another paper of its kind is printed.
 * @property {string} [again]    What makes this very paper again, on any device.
 */

/**
 * A paper on paper: `#/print/exam`, `#/print/practice/home?seed=7`, `#/print/done`, `#/print/book`; and, where nothing
 * of that is named, what there is to print.
 * @param {ReturnVisit} route @param {Guard} guard @returns {Promise<Screen | undefined>}
 */
export async function prepare({ parts: [, what = "", theme = ""], asked }, guard) {
  if (!what) return list();
  const printed = await printedAs(what, theme, seedIn(asked.get("seed")), guard);
  if (!printed) return what === "done" || what === "book" ? list() : undefined;
  const { sourceText } = await guard(afterAnswer());
  const model = modelOf(printed);
  return {
    name: "print",
    mount: (element) => mount(element, sourceText),
    model: () => model,
    title: () => say("print-title", { title: printed.title }),
    place: () => printed.again ?? what,
  };
}

/** @param {string} what @param {string} theme @param {number | undefined} seed @param {Guard} guard */
async function printedAs(what, theme, seed, guard) {
  if (what === "done") return doneLast(guard);
  if (what === "book") return wrongOnes(guard);
  const preset = drawnBy(what);
  if (!preset || (preset.scope === "theme" && !themeOf(theme))) return undefined;
  return drawn(preset, preset.scope === "theme" ? theme : "", seed, guard);
}

/** @param {Blueprint} preset @param {string} theme @param {number | undefined} seed @param {Guard} guard @returns {Promise<Printed>} */
async function drawn(preset, theme, seed, guard) {
  const another = ["#/print", preset.id, theme].filter(Boolean).join("/");
  const attempt = await made(preset, themesOf(preset, theme), { seed: seedFor(preset, seed) }, guard);
  const again = `${another}?seed=${attempt.paper.seed}`;
  // The address says which paper this is, so that it is the same one in another language and the next time.
  rename("replaceState", again);
  return { attempt, title: titleOf(attempt), again, another: preset.seed === "day" ? undefined : another };
}

/** Nobody prints the paper of a day to come. @param {Blueprint} preset @param {number | undefined} seed */
function seedFor(preset, seed) {
  if (preset.seed !== "day") return seed;
  const today = seedOfDay(dayOf(Date.now()));
  return Math.min(seed ?? today, today);
}

/** @param {Guard} guard @returns {Promise<Printed | undefined>} */
async function doneLast(guard) {
  const attempt = getState().done;
  if (!attempt) return undefined;
  await guard(readyWhole(attempt));
  await engine.openPaper(attempt.paper, lang());
  return { attempt, title: titleOf(attempt) };
}

/** What is in the review book. @param {Guard} guard @returns {Promise<Printed | undefined>} */
async function wrongOnes(guard) {
  const questions = keptInBook();
  if (!questions.length) return undefined;
  /** @type {Blueprint} */
  const blueprint = {
    id: "book",
    title: { [lang()]: say("book") },
    scope: "all",
    sections: [{ count: questions.length, points: 1 }],
    rule: "all-or-nothing",
    feedback: "end",
    seed: "fresh",
  };
  const attempt = await made(blueprint, buildData.themes.map(({ id }) => id), { seed: 0, questions }, guard);
  return { attempt, title: localized(blueprint.title) };
}

/** Ids of the questions in the review book. */
function keptInBook() {
  const cards = Object.entries(getState().book.cards ?? {});
  return cards.flatMap(([id, { kept }]) => (kept ? [id] : []));
}

/**
 * A paper as everyone gets it, handed in.
 * @param {Blueprint} blueprint
 * @param {string[]} themes
 * @param {{ seed: number | undefined, questions?: string[] }} wanted
 * @param {Guard} guard
 */
async function made(blueprint, themes, wanted, guard) {
  await guard(ready(themes));
  await engine.openThemes(themes, lang());
  const now = Date.now();
  const attempt = engine.start({ blueprint, themes, seen: {}, now, ...wanted });
  await guard(readyWhole(attempt));
  await engine.openPaper(attempt.paper, lang());
  return engine.act(attempt, "finish", now);
}

/** @param {Printed} printed @returns {PrintModel} */
function modelOf({ attempt, title, again, another }) {
  const { paper } = attempt;
  const questions = paper.questions.map(({ id }, index) => ({
    prompt: engine.prompt(attempt, index, lang()),
    feedback: engine.feedback(attempt, id, lang()),
  }));
  const address = again && new URL(again, location.href).href;
  return { paper, title, questions, ruleText: engine.ruleText(paper.rule, lang()), address, another };
}

/** @returns {Screen} */
function list() {
  return {
    name: "print list",
    mount: mountList,
    model: () => ({ presets: buildData.presets.filter(isOffered), done: !!getState().done, book: keptInBook().length > 0 }),
    title: () => say("print-papers"),
  };
}

/** On paper a stricter pass mark is no other paper. @param {Blueprint} preset */
const isOffered = ({ id }) => !id.includes("-");
