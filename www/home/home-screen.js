// @ts-check
/** @import { Blueprint } from "../generated/engine.js" */
import { buildData, sizeOf } from "../content/build-data.js";
import { duration, localized, say, sayAll } from "../i18n/i18n.js";
import { fillLine, find } from "../platform/dom.js";
import { passMark } from "../quiz/points.js";

/**
 * @typedef {object} HomeModel
 * @property {Blueprint | undefined} daily
 * @property {Blueprint | undefined} exam
 * @property {boolean} dailyOpen     Whether today's five are under way.
 * @property {number | undefined} dailyPercent
 * @property {{ words: { title: string, n: number, of: number }, over: boolean } | undefined} resume
 * @property {string | undefined} due  How many questions of the review book are due, in words; empty where none is or
 *   nobody knows.
 * @property {boolean} storageBlocked
 */

/** The home screen stands in the HTML, so that it shows before any script; here it is only kept up to date. */
export const page = find(document, "#home");

/** @param {HTMLElement} element */
export function mount(element) {
  document.documentElement.classList.remove("elsewhere");
  // While it was away, another language may have been chosen.
  if (!page.isConnected) element.replaceChildren(sayAll(page));
  const link = find(page, ".resume a");

  return (/** @type {HomeModel} */ model) => {
    for (const theme of buildData.themes) {
      const tile = page.querySelector(`[data-theme="${theme.id}"]`);
      if (!tile) continue;
      find(tile, ".tile-name").textContent = localized(theme.label);
      find(tile, ".tile-about").textContent = localized(theme.about);
    }
    fill(".daily-state", dailyState(model));
    fill(".exam-about", examAbout(model.exam));
    fill(".book-state", model.due || say("book-about"));
    fill(".foot", say(model.storageBlocked ? "storage-blocked" : "private"));
    find(page, ".foot").classList.toggle("notice", model.storageBlocked);
    find(page, ".resume").hidden = !model.resume;
    if (model.resume) link.textContent = say(model.resume.over ? "resume-over" : "resume", model.resume.words);
  };
}

/** @param {string} selector @param {string} text */
function fill(selector, text) {
  fillLine(find(page, selector), text);
}

/** @param {HomeModel} model */
function dailyState({ daily, dailyOpen, dailyPercent }) {
  if (dailyOpen) return say("daily-open");
  if (dailyPercent !== undefined) return say("daily-done", { percent: dailyPercent });
  return say("daily-new", { time: duration(daily?.seconds ?? 0) });
}

/** @param {Blueprint | undefined} exam */
function examAbout(exam) {
  if (!exam) return "";
  const { questions, points } = sizeOf(exam);
  const passing = passMark(points, exam.pass_percent);
  return say("exam-about", { questions, points: passing, time: duration(exam.seconds ?? 0) });
}
