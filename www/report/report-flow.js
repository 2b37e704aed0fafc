// @ts-check
// After a paper: its report, what is remembered of it, and looking back at its questions.
/** @import { Try } from "../generated/book.js" */
/** @import { Attempt, ScoreReport } from "../generated/engine.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { Onward, ReportModel } from "./report-screen.js" */
import { withScore } from "../calendar/best-scores.js";
import { earnsCertificate } from "../certificate/earned.js";
import { presetOf } from "../content/build-data.js";
import * as engine from "../engine/quiz-engine.js";
import { scoreReport } from "../engine/score-report.js";
import { fail } from "../error/error-screen.js";
import { lang, say } from "../i18n/i18n.js";
import { returnVisit } from "../lazy.js";
import { openFixedPaper } from "../quiz/fixed-paper.js";
import * as models from "../quiz/models.js";
import { readyWhole } from "../quiz/quiz-flow.js";
import { change, dispatch, getState } from "../state/store.js";
import { mount as mountReport } from "./report-screen.js";
import { mount as mountReview } from "./review-screen.js";

/** Papers of given questions begin where those were chosen. @type {Record<string, Onward>} */
const CHOSEN = {
  review: { href: "#/book", word: "to-book" },
  favourites: { href: "#/book/favourites", word: "to-favourites" },
  cards: { href: "#/cards", word: "to-cards" },
};

/**
 * The report on the attempt that was finished last; nothing where there is none.
 * @param {Guard} guard @returns {Promise<Screen | undefined>}
 */
export async function report(guard) {
  const attempt = getState().done;
  if (!attempt) return undefined;
  await guard(readyWhole(attempt));
  // What a paper of given questions is called comes with the later screens.
  if (!presetOf(attempt.paper.preset)) await guard(returnVisit());
  await engine.openPaper(attempt.paper, lang());
  const came = scoreReport(attempt, lang());
  note(attempt, came);
  const wrong = came.marks.filter(({ outcome }) => outcome !== "right").map(({ id }) => id);
  const isCertified = earnsCertificate(attempt, came);
  return {
    name: `report ${attempt.started}`,
    mount: (element) => mountReport(element, { redo: () => openFixedPaper("review", wrong) }),
    model: () => ({ ...modelOf(attempt), isCertified }),
    title: () => `${say("report")} · ${models.titleOf(attempt)}`,
  };
}

/** @param {Attempt} attempt @returns {Omit<ReportModel, "isCertified">} */
function modelOf(attempt) {
  const questions = attempt.paper.questions.map(({ id }, index) => ({
    prompt: engine.prompt(attempt, index, lang()),
    feedback: engine.feedback(attempt, id, lang()),
  }));
  const [report, onward] = [scoreReport(attempt, lang()), onwardFrom(attempt)];
  return { report, attempt, questions, onward, untimed: isUntimed(attempt) };
}

/** Where another paper of this kind begins. @param {Attempt} attempt @returns {Onward} */
function onwardFrom({ paper: { preset, themes } }) {
  if (Object.hasOwn(CHOSEN, preset)) return CHOSEN[preset];
  const href = ["#/start", preset, ...(presetOf(preset)?.scope === "theme" ? themes : [])].join("/");
  return { href, word: "again" };
}

/** Remembers what a finished paper came to. @param {Attempt} attempt @param {ScoreReport} report */
function note(attempt, { percent, marks }) {
  const at = attempt.finished ?? attempt.started;
  /** @type {Try[]} */
  const tries = marks.map(({ id, outcome }) => ({
    question: id,
    outcome,
    at,
    flagged: attempt.flagged.includes(id),
  }));
  // What is explained question by question was noted question by question.
  dispatch({ type: "reported", attempt, tries: attempt.paper.feedback === "each" ? [] : tries });
  const isDays = presetOf(attempt.paper.preset)?.seed === "day";
  if (isDays && !isUntimed(attempt)) change(({ daily }) => ({ daily: withScore(daily, attempt, percent) }));
}

/** Whether a paper that has a time limit was done without it: for practice, so that its score counts nowhere. @param {Attempt} attempt */
const isUntimed = ({ paper }) => !paper.seconds && !!presetOf(paper.preset)?.seconds;

/**
 * A question of that attempt with everything that is said about it.
 * @param {number} index @param {Guard} guard @returns {Promise<Screen | undefined>}
 */
export async function review(index, guard) {
  const attempt = getState().done;
  if (!attempt) return undefined;
  await guard(readyWhole(attempt));
  await engine.openPaper(attempt.paper, lang());
  const actions = {
    look: (/** @type {number} */ at) => location.replace(`#/review/${at + 1}`),
    back: () => (location.hash = "#/report"),
    fail,
  };
  return {
    name: "review",
    mount: (element) => mountReview(element, actions),
    model: () => reviewModel(attempt, index),
    title: () => say("review", { n: index + 1 }),
    place: () => index,
  };
}

/** @param {Attempt} attempt @param {number} index */
function reviewModel(attempt, index) {
  return models.questionModel(getState(), attempt, Math.min(index, attempt.paper.questions.length - 1), "review", true);
}
