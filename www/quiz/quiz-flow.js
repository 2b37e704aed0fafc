// @ts-check
// Taking a paper: opens it, shows its questions, and does with the attempt what the person does.
/** @import { Try } from "../generated/book.js" */
/** @import { Action, Attempt, Blueprint } from "../generated/engine.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
import { pastSeed } from "../calendar/day.js";
import { banksWith } from "../content/banks.js";
import { themesOf } from "../content/build-data.js";
import * as engine from "../engine/quiz-engine.js";
import { codeOf, fail } from "../error/error-screen.js";
import { lang, say } from "../i18n/i18n.js";
import { during, refresh, rename } from "../screen-host.js";
import { shown, underWay } from "../state/reducer.js";
import { dispatch, flushed, getState, sync } from "../state/store.js";
import * as models from "./models.js";
import { mount as mountQuestion } from "./question-screen.js";

/** When the attempt was started that this tab is about; another tab may be about another one. */
let mine = 0;

/** Whatever was taken up last is what this tab goes on with. */
export function releaseAttempt() {
  mine = 0;
}

/** The attempt that this tab is about. @returns {Attempt | undefined} */
export function currentAttempt() {
  const { open } = getState();
  return open.find(({ started }) => started === mine) ?? open[0];
}

/** Waits for the engine and for banks with the words of these questions. @param {string[]} themes @param {string[]} [ids] */
export const ready = (themes, ids) => Promise.all([banksWith(themes, lang(), ids), engine.started()]);

/** The same for all questions of a paper. @param {Attempt} attempt */
export const readyWhole = ({ paper: { themes, questions } }) => ready(themes, questions.map(({ id }) => id));

/**
 * What to open: a paper by a preset, and how it differs from others of its kind.
 * @typedef {object} Wanted
 * @property {Blueprint} preset
 * @property {string} theme
 * @property {number} [seed]         The seed in the address, if there is one.
 * @property {string[]} [questions]  Exactly these, instead of drawing some.
 */

/**
 * Opens a paper: a new one, or this very one where it is under way.
 * @param {Wanted} wanted
 * @param {"pushState" | "replaceState"} how
 * @param {Guard} guard
 */
export async function startQuiz(wanted, how, guard) {
  const themes = themesOf(wanted.preset, wanted.theme);
  await guard(ready(themes));
  await engine.openThemes(themes, lang());
  const now = Date.now();
  const { preset, questions } = wanted;
  const seed = preset.seed === "day" ? pastSeed(wanted.seed, now) : wanted.seed;
  // A given paper is the same for everyone, whatever they have seen.
  const seen = seed === undefined ? getState().seen : {};
  const fresh = () => engine.start({ blueprint: preset, themes, seed, seen, now, questions });
  const known = seed === undefined ? undefined : underWay(getState(), preset, themes, seed);
  const attempt = known ?? fresh();
  dispatch({ type: "began", attempt });
  mine = attempt.started;
  rename(how, "#/take");
  return resumeQuiz(guard, !known);
}

/**
 * The question on the screen of whoever is taking a paper; nothing where no paper is under way.
 * @param {Guard} guard
 * @param {boolean} [isFresh]  Whether the attempt began just now.
 * @returns {Promise<Screen | undefined>}
 */
export async function resumeQuiz(guard, isFresh = false) {
  const attempt = currentAttempt();
  if (!attempt) return undefined;
  mine = attempt.started;
  const { paper } = attempt;
  // The question on the screen comes first, with those that the engine holds answers against; the words of the others
  // come while it is read.
  const needed = [paper.questions[attempt.current].id, ...Object.keys(attempt.answers)];
  await guard(ready(paper.themes, needed));
  await engine.openPaper(paper, lang(), needed);
  const resumed = isFresh ? attempt : engine.resume(attempt, Date.now());
  if (resumed.finished !== undefined) {
    dispatch({ type: "acted", attempt: resumed, tries: [] });
    location.replace("#/report");
    return undefined;
  }
  return screenOf(attempt);
}

/** @param {Attempt} attempt @returns {Screen} */
function screenOf(attempt) {
  const { paper, started } = attempt;
  const act = actor(started);
  const others = () => readyWhole(attempt);
  others().catch(() => {});
  /** Goes to another question once its words are there. @param {number} index */
  const move = async (index) => {
    await others();
    // Whoever has begun another paper meanwhile must not find this one's questions under it.
    if (mine !== started) return;
    await engine.openPaper(paper, lang());
    act({ go: index });
  };
  const attemptNow = () => currentAttempt() ?? attempt;
  /** @type {import("./question-screen.js").QuestionActions} */
  const actions = {
    answer: (question, answer) => act({ answer: { question, answer } }),
    lock: (question) => act({ lock: question }),
    move: (index) => during(move(index).catch(fail)),
    flag: (question, flagged) => act(flagged ? { flag: question } : { unflag: question }),
    settled: flushed,
    finish: () => act("finish"),
    fail,
  };
  return {
    name: `question ${started}`,
    mount: (element) => mountQuestion(element, actions),
    model: () => models.quizModel(getState(), attemptNow()),
    title: () => `${say("nth", { n: attemptNow().current + 1, of: paper.questions.length })} · ${models.titleOf(attempt)}`,
    place: () => attemptNow().current,
  };
}

/**
 * What changes this attempt, and no other that this tab may have turned to meanwhile.
 * @param {number} started
 */
function actor(started) {
  /** @param {Action} action */
  return function act(action) {
    sync();
    const attempt = currentAttempt();
    if (attempt?.started !== started) return;
    try {
      const now = Date.now();
      const changed = engine.act(attempt, action, now);
      dispatch({ type: "acted", attempt: changed, tries: triesOf(attempt, changed, now) });
      during(flushed().then(() => (changed.finished === undefined ? refresh() : location.replace("#/report"))));
    } catch (error) {
      if (codeOf(error) === "time-over") act("finish");
      else fail(error);
    }
  };
}

/**
 * What the person is told about single answers now, for the review book; a whole paper is told about in its report.
 * @param {Attempt} before @param {Attempt} after @param {number} now @returns {Try[]}
 */
function triesOf(before, after, now) {
  if (after.paper.feedback !== "each") return [];
  const fresh = shown(after).filter((id) => !shown(before).includes(id));
  return fresh.map((id) => {
    const { outcome } = engine.feedback(after, id, lang());
    return { question: id, outcome, at: now, flagged: after.flagged.includes(id) };
  });
}
