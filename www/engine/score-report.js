// @ts-check
/** @import { Attempt, ScoreReport } from "../generated/engine.js" */
import { needWords, withBank } from "./quiz-engine.js";

/** The score report of a finished attempt, whose paper is the one that is open. @param {Attempt} attempt @param {string} lang */
export function scoreReport(attempt, lang) {
  needWords(attempt.paper.questions.map(({ id }) => id));
  return /** @type {ScoreReport} */ (JSON.parse(withBank((bank) => bank.report(JSON.stringify(attempt), lang))));
}
