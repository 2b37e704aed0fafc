// @ts-check
/** @import { Attempt, Feedback, Outcome, Prompt, ScoreReport, Share } from "../generated/engine.js" */
import { buildData, themeOf } from "../content/build-data.js";
import { answerLines } from "../feedback/answer-text.js";
import { feedbackPanel, fillVerdict } from "../feedback/feedback-panel.js";
import { duration, localized, say } from "../i18n/i18n.js";
import { addTemplates, clone, find } from "../platform/dom.js";
import { passMark, pointsOf } from "../quiz/points.js";
import html from "./report.html";

addTemplates(html);

/**
 * @typedef {object} ReportModel
 * @property {ScoreReport} report
 * @property {Attempt} attempt
 * @property {{ prompt: Prompt, feedback: Feedback }[]} questions  In the paper's order.
 * @property {boolean} untimed  Whether it was done without the time limit it has.
 * @property {boolean} isCertified  Whether there is a certificate to have.
 * @property {Onward} onward  Where another paper of this kind begins.
 *
 * @typedef {{ href: string, word: "again" | "to-book" | "to-favourites" | "to-cards" }} Onward
 */

/** How many of the wrong answers stand open; more would bury the rest. */
const MAX_OPEN = 10;

/** What went wrong comes first. @type {Record<Outcome, number>} */
const URGENCY = { wrong: 0, blank: 0, partial: 1, right: 2 };

/** @param {HTMLElement} element @param {{ redo: () => void }} actions */
export function mount(element, { redo }) {
  const screen = clone("report");
  element.replaceChildren(screen);
  find(screen, ".redo").addEventListener("click", redo);

  return (/** @type {ReportModel} */ { report, attempt, questions, untimed, isCertified, onward }) => {
    const result = report.passed === undefined ? "plain" : report.passed ? "passed" : "failed";
    screen.dataset.result = result;
    find(screen, ".score").textContent = say("n-points", { n: pointsOf(report.micropoints) });
    find(screen, ".result").textContent = say(`result-${result}`);
    find(screen, ".detail").textContent = detail(report);
    find(screen, ".notice").hidden = !untimed;
    find(screen, ".rule-text").textContent = report.rule_text;
    find(screen, ".to-certificate").hidden = !isCertified;
    find(screen, ".shares").replaceChildren(...shares(report, attempt.paper.themes.length === 1));
    const marks = questions.map((question, at) => ({ ...question, at }));
    marks.sort((one, other) => URGENCY[one.feedback.outcome] - URGENCY[other.feedback.outcome] || one.at - other.at);
    find(screen, ".marks").replaceChildren(...marks.map((mark, rank) => makeMark(mark, rank, attempt)));
    /** @type {HTMLAnchorElement} */ (find(screen, ".again")).href = onward.href;
    find(screen, ".again").textContent = say(onward.word);
    find(screen, ".redo").hidden = report.right === report.questions;
    placeAgain(screen, report);
  };
}

/**
 * The bar has room for two: after mistakes, what is most worth doing next takes the place of another paper.
 * @param {HTMLElement} screen
 * @param {ScoreReport} report
 */
function placeAgain(screen, { right, questions }) {
  const again = find(screen, ".again");
  again.className = `${right < questions ? "secondary" : "primary"} again`;
  if (right < questions) find(screen, ".marks").after(again);
  else find(screen, ".bar").append(again);
}

/** @param {ScoreReport} report */
function detail({ questions, right, used, of, pass_percent: percent }) {
  const values = { questions, right, time: duration(Math.round(used / 1000)) };
  if (percent === undefined) return say("detail", values);
  return say("detail-pass", { ...values, n: passMark(pointsOf(of), percent) });
}

/** The themes of the page as the page has them. @param {Share[]} list */
const inOrder = (list) => buildData.themes.flatMap(({ id }) => list.filter(({ key }) => key === id));

/** Breakdowns with one bar only say what the score says already. @param {ScoreReport} report @param {boolean} ofOne */
function shares(report, ofOne) {
  const themes = makeShares("by-theme", inOrder(report.by_theme), (key) => localized(themeOf(key)?.label ?? { key }));
  const difficulties = makeShares("by-difficulty", report.by_difficulty, (key) =>
    say(key === "1" ? "difficulty-1" : key === "2" ? "difficulty-2" : "difficulty-3"),
  );
  // A question of one place may be about another too, which would look odd on a paper about one place.
  return [...(ofOne ? [] : themes), ...difficulties];
}

/** @param {"by-theme" | "by-difficulty"} title @param {Share[]} list @param {(key: string) => string} name */
function makeShares(title, list, name) {
  if (list.length < 2) return [];
  const section = clone("share");
  find(section, "h2").textContent = say(title);
  const bars = list.map(({ key, right, questions, micropoints, of }) => {
    const item = document.createElement("li");
    const [label, bar, numbers] = ["span", "i", "span"].map((tag) => item.appendChild(document.createElement(tag)));
    if (title === "by-theme") item.dataset.theme = key;
    label.textContent = name(key);
    bar.appendChild(document.createElement("b")).style.setProperty("width", `${of ? (100 * micropoints) / of : 0}%`);
    numbers.textContent = say("share", { right, questions });
    return item;
  });
  find(section, "ul").append(...bars);
  return [section];
}

/** @param {{ prompt: Prompt, feedback: Feedback, at: number }} mark @param {number} rank @param {Attempt} attempt */
function makeMark({ prompt, feedback, at }, rank, attempt) {
  /** @type {HTMLDetailsElement} */
  const row = clone("mark");
  row.setAttribute("aria-label", say("review", { n: at + 1 }));
  find(row, ".mark-number").textContent = String(at + 1);
  find(row, ".mark-stem").textContent = prompt.stem;
  fillVerdict(find(row, ".tag"), feedback.outcome);
  const lines = answerLines(prompt, attempt.answers[prompt.id]);
  find(row, ".yours").textContent = say("yours", { text: lines.join(say("apart")) });
  const link = document.createElement("a");
  link.href = `#/review/${at + 1}`;
  link.textContent = say("open-review");
  find(row, ".mark-body").append(feedbackPanel(prompt, feedback), link);
  row.open = feedback.outcome !== "right" && rank < MAX_OPEN;
  return row;
}
