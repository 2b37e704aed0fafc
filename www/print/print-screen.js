// @ts-check
/** @import { Feedback, Paper, Prompt, Source } from "../generated/engine.js" */
import { duration, say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find, make } from "../platform/dom.js";
import { passMark, pointsOf } from "../quiz/points.js";
import { groupsOf } from "./groups.js";
import { keyOf } from "./key.js";
import html from "./print.html";
import { questionOnPaper } from "./question.js";

addTemplates(html);

/**
 * @typedef {{ prompt: Prompt, feedback: Feedback }} Asked
 *
 * @typedef {object} PrintModel
 * @property {Paper} paper
 * @property {string} title
 * @property {Asked[]} questions  In the paper's order.
 * @property {string} ruleText
 * @property {string} [address]  Where this very paper can be made again.
 * @property {string} [another]  Where another paper of its kind is printed.
 */

/**
 * A paper and its key as they will lie on the table, and a button that prints them.
 * @param {HTMLElement} element
 * @param {(source: Source) => string} sourceText
 */
export function mount(element, sourceText) {
  const screen = clone("print");
  element.replaceChildren(screen);
  /** @type {HTMLInputElement} */
  const withKey = find(screen, ".with-key input");
  const key = find(screen, ".key-page");
  withKey.addEventListener("change", () => (key.hidden = !withKey.checked));
  find(screen, ".print-now").addEventListener("click", () => print());

  return (/** @type {PrintModel} */ model) => {
    find(screen, "h1").textContent = say("print-title", { title: model.title });
    /** @type {HTMLAnchorElement} */
    const another = find(screen, ".another");
    another.hidden = !model.another;
    another.href = model.another ?? "";
    find(screen, ".paper-title").textContent = model.title;
    find(screen, ".key-title").textContent = say("print-key-title", { title: model.title });
    find(screen, ".paper-facts").textContent = facts(model.paper);
    find(screen, ".paper-rule").textContent = model.ruleText;
    find(screen, ".paper-questions").replaceChildren(...groupsOf(model.questions).flatMap(groupOnPaper));
    find(screen, ".key-list").replaceChildren(...model.questions.map((asked, at) => keyOnPaper(asked, at, sourceText)));
    for (const line of screen.querySelectorAll(".made")) line.textContent = madeOf(model.paper);
    for (const line of screen.querySelectorAll(".made-again")) fillLine(/** @type {HTMLElement} */ (line), model.address);
  };
}

/** @param {Paper} paper */
function facts({ questions, seconds, pass_percent: percent }) {
  const each = questions.map(({ micropoints }) => pointsOf(micropoints));
  const points = pointsOf(questions.reduce((sum, { micropoints }) => sum + micropoints, 0));
  const isEven = each.every((one) => one === each[0]);
  const parts = [
    say("print-size", { n: questions.length, points }),
    isEven ? say("print-each", { n: each[0] }) : "",
    seconds ? duration(seconds) : "",
    percent === undefined ? "" : say("pass-at", { n: passMark(points, percent) }),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What a desk needs to make this paper again. @param {Paper} paper */
function madeOf({ preset, themes, seed, bank }) {
  return say("print-made", { preset, themes: themes.join(" "), seed, bank });
}

/** @param {import("./groups.js").Group} group */
function groupOnPaper({ heading, asked, first, label }) {
  const questions = asked.map(({ prompt }, at) => questionOnPaper(prompt, first + at, label?.(prompt)));
  if (!heading) return questions;
  const line = make("h3", heading);
  line.className = "part";
  return [line, ...questions];
}

/** @param {Asked} asked @param {number} at @param {(source: Source) => string} sourceText */
function keyOnPaper({ prompt, feedback }, at, sourceText) {
  const item = clone("print-key");
  find(item, ".number").textContent = `${at + 1}.`;
  find(item, ".key").textContent = keyOf(prompt, feedback.key);
  find(item, ".key-reason").textContent = feedback.explanation;
  const whys = prompt.kind === "spot" ? (prompt.areas ?? []) : [];
  const lines = whys.flatMap(({ id }, at) => {
    const why = feedback.whys.find((item) => item.id === id)?.text;
    return why ? [make("li", `${at + 1}. ${why}`)] : [];
  });
  find(item, ".key-whys").replaceChildren(...lines);
  fillLine(find(item, ".key-action"), feedback.action && say("print-action", { text: feedback.action }));
  find(item, ".key-source").textContent = sourceText(feedback.source);
  return item;
}
