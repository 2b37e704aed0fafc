// @ts-check
import { addWords } from "../i18n/i18n.js";
import chinese from "../lang/zh-CN.after-answer.js";
export { report, review } from "../report/report-flow.js";
export { openFixedPaper } from "../quiz/fixed-paper.js";
export { sourceText, feedbackPanel } from "../feedback/feedback-panel.js";
export { scoreReport } from "../engine/score-report.js";
export { mountSheet } from "../quiz/answer-sheet.js";

/** Resolves once this part can speak. */
export const wordsLoaded = addWords(chinese, { en: () => import("../lang/en.after-answer.js") });
