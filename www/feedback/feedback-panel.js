// @ts-check
/** @import { Feedback, Outcome, Prompt, Source } from "../generated/engine.js" */
import { statusButtons } from "../book/status-buttons.js";
import { lang, say } from "../i18n/i18n.js";
import { addTemplates, clone, fillTag, find, make } from "../platform/dom.js";
import { answerLines } from "./answer-text.js";
import html from "./feedback.html";

addTemplates(html);

/** @type {Record<Outcome, { image: string, word: "right" | "partial" | "wrong" | "none" }>} */
const VERDICTS = {
  right: { image: "i-tick", word: "right" },
  partial: { image: "i-half", word: "partial" },
  wrong: { image: "i-cross", word: "wrong" },
  blank: { image: "i-cross", word: "none" },
};

/** Puts an outcome, its icon and its word into a tag. @param {HTMLElement} tag @param {Outcome} outcome */
export function fillVerdict(tag, outcome) {
  const { image, word } = VERDICTS[outcome];
  tag.dataset.outcome = outcome;
  fillTag(tag, image, say(word));
}

/**
 * Tells everything about a question that is answered. A right answer is not said twice.
 * @param {Prompt} prompt
 * @param {Feedback} feedback
 */
export function feedbackPanel(prompt, feedback) {
  const panel = clone("feedback");
  panel.dataset.outcome = feedback.outcome;
  fillVerdict(find(panel, ".verdict"), feedback.outcome);
  const lines = answerLines(prompt, feedback.key).map((line) => make("li", line));
  find(panel, ".right-answer").hidden = feedback.outcome === "right";
  find(panel, ".right-answer ul").replaceChildren(...lines);
  find(panel, ".reason").textContent = feedback.explanation;
  find(panel, ".todo").hidden = !feedback.action;
  find(panel, ".todo p").textContent = feedback.action ?? "";
  find(panel, ".source").textContent = sourceText(feedback.source);
  panel.append(statusButtons(prompt.id));
  return panel;
}

/** What something rests on, in words. @param {Source} source */
export function sourceText({ title, article, as_of: day }) {
  if (!article) return say("source", { title, day });
  const [n, m] = article.split("-").map((part) => (lang() === "zh-CN" ? chineseNumber(Number(part)) || part : part));
  return say("source-article", { title, day, article: m ? say("sub-article", { n, m }) : say("article", { n }) });
}

/** A number below 10 000 as laws write it, 133 as 一百三十三; empty for anything else. @param {number} number */
function chineseNumber(number) {
  if (!(number > 0 && number < 10_000)) return "";
  const digits = [...String(number)].map(Number);
  const spelled = digits.map((digit, at) => {
    const unit = ["", "十", "百", "千"][digits.length - 1 - at];
    return digit ? "零一二三四五六七八九"[digit] + unit : "零";
  });
  // Zeros in a row are said once, and not at the end; ten is 十, not 一十.
  return spelled.join("").replace(/零+/g, "零").replace(/零$/, "").replace(/^一十/, "十");
}
