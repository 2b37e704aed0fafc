// @ts-check
// What the start screen and the question screen show, made of what is remembered and of what the engine says.
/** @import { Attempt, Blueprint, Paper } from "../generated/engine.js" */
/** @import { State } from "../state/reducer.js" */
/** @import { QuestionModel } from "./question-screen.js" */
/** @import { StartModel } from "./start-screen.js" */
import { dayOf } from "../calendar/day.js";
import { presetOf, themeOf, variantsOf } from "../content/build-data.js";
import * as engine from "../engine/quiz-engine.js";
import { lang, localized, say } from "../i18n/i18n.js";

/**
 * @param {State} state
 * @param {Blueprint} preset
 * @param {string} theme
 * @param {string} ruleText
 * @param {number} now
 * @returns {StartModel}
 */
export function startModel(state, preset, theme, ruleText, now) {
  const percent = preset.seed === "day" ? state.daily[dayOf(now)]?.percent : undefined;
  const done = percent === undefined ? undefined : say("daily-again", { percent });
  const notice = state.storageBlocked ? say("storage-blocked") : done;
  const chosen = preset.scope === "theme" ? themeOf(theme) : undefined;
  return { preset, theme: chosen, variants: variantsOf(preset), ruleText, notice };
}

/**
 * The question on the screen of somebody who is taking a paper.
 * @param {State} state
 * @param {Attempt} attempt
 * @returns {QuestionModel}
 */
export function quizModel(state, attempt) {
  const practice = attempt.paper.feedback === "each";
  const id = attempt.paper.questions[attempt.current].id;
  const told = attempt.locked.includes(id);
  return questionModel(state, attempt, attempt.current, practice ? "practice" : "exam", told);
}

/**
 * A question of a paper.
 * @param {State} state
 * @param {Attempt} attempt
 * @param {number} index
 * @param {QuestionModel["mode"]} mode
 * @param {boolean} told
 * @returns {QuestionModel}
 */
export function questionModel(state, attempt, index, mode, told) {
  const prompt = engine.prompt(attempt, index, lang());
  const feedback = told ? engine.feedback(attempt, prompt.id, lang()) : undefined;
  const notice = state.storageBlocked && mode !== "review" ? say("storage-blocked") : undefined;
  return { mode, attempt, index, prompt, feedback, theme: themeOfPaper(attempt.paper) ?? prompt.themes[0], notice };
}

/** The theme of a paper that has only one. @param {Paper} paper */
const themeOfPaper = ({ preset, themes }) => (presetOf(preset)?.scope === "theme" ? themes[0] : undefined);

/** What a paper is called: by its theme where it has one. @param {Attempt} attempt */
export function titleOf({ paper }) {
  const preset = presetOf(paper.preset);
  const theme = themeOf(themeOfPaper(paper) ?? "");
  const names = [theme && localized(theme.label), preset && localized(preset.title)];
  return names.filter(Boolean).join(" · ");
}
