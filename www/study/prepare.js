// @ts-check
/** @import { Known } from "../content/catalogue.js" */
/** @import { Attempt, Paper } from "../generated/engine.js" */
/** @import { Prepare } from "../screen-host.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
import { banksWith } from "../content/banks.js";
import { buildData, themeOf } from "../content/build-data.js";
import { extra } from "../content/extras.js";
import * as engine from "../engine/quiz-engine.js";
import { fail } from "../error/error-screen.js";
import { lang, localized, say } from "../i18n/i18n.js";
import { afterAnswer, spotPicture } from "../lazy.js";
import { during, isShown, refresh } from "../screen-host.js";
import { change, getState } from "../state/store.js";
import { mountCard, mountPlaces } from "./study-screen.js";

/** Questions with their answers, one at a time: `#/study/home/gas` has those of a topic. @type {Prepare} */
export function prepare({ parts: [, theme = "", topic = ""] }, guard) {
  return themeOf(theme) ? cards(theme, topic, guard) : places();
}

/** @returns {Screen} */
const places = () => ({
  name: "study",
  mount: mountPlaces,
  model: () => buildData.themes,
  title: () => say("study"),
});

/** @param {string} theme @param {string} topic @param {Guard} guard @returns {Promise<Screen | undefined>} */
async function cards(theme, topic, guard) {
  const coming = Promise.all([banksWith([theme], lang()), extra("topics"), afterAnswer(), spotPicture()]);
  const [[{ file }], labels, { feedbackPanel }, { mount: mountScene }] = await guard(coming);
  const questions = inOrder(file.questions);
  const listed = questions.filter((question) => !topic || question.topic === topic);
  if (!listed.length) return places();
  const topics = topicsOf(questions, labels);
  const place = topic ? `${theme}/${topic}` : theme;
  const name = `study ${place}`;
  const before = listed.findIndex(({ id }) => id === getState().study[place]);
  const start = await guard(reveal(theme, listed[Math.max(before, 0)].id));
  let shown = start;

  /** @param {number} to */
  async function move(to) {
    const { id } = listed[to];
    await banksWith([theme], lang(), [id]);
    // Whoever has turned to something else meanwhile must not find another question under it.
    if (!isShown(name)) return;
    shown = await reveal(theme, id);
    change(({ study }) => ({ study: { ...study, [place]: id } }));
    refresh();
  }
  const actions = {
    move: (/** @type {number} */ to) => during(move(to).catch(fail)),
    filter: (/** @type {string} */ chosen) =>
      location.replace(`#/${["study", theme, chosen].filter(Boolean).join("/")}`),
  };
  return {
    name,
    mount: (element) => mountCard(element, { feedbackPanel, mountScene }, actions),
    model: () => {
      const index = listed.findIndex(({ id }) => id === shown.prompt.id);
      return { ...shown, theme, topic, topics, total: questions.length, index, of: listed.length };
    },
    title: () => `${say("study")} · ${localized(themeOf(theme)?.label ?? {})}`,
    place: () => shown.prompt.id,
  };
}

/** Topic by topic, and the same in every language, which the order in the files is not. @param {Known[]} questions */
const inOrder = (questions) => [...questions].sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));

/** @param {Known} question */
const rankOf = ({ topic, id }) => `${topic} ${id}`;

/** A question with its key and everything that is said about it. Nothing of this is remembered. @param {string} theme @param {string} id */
async function reveal(theme, id) {
  const paper = /** @type {Paper} */ ({ themes: [theme], questions: [{ id }] });
  // Any preset will do for a paper that nobody takes.
  const [blueprint] = buildData.presets;
  await engine.openPaper(paper, lang());
  const now = Date.now();
  const asked = engine.start({ blueprint, themes: [theme], seed: 0, seen: {}, now, questions: [id] });
  /** @type {Attempt} */
  const attempt = engine.act(asked, "finish", now);
  return { prompt: engine.prompt(attempt, 0, lang()), feedback: engine.feedback(attempt, id, lang()) };
}

/** The topics of some questions, as they come, and how many each has. @param {Known[]} questions @param {Record<string, string>} labels */
function topicsOf(questions, labels) {
  const ids = [...new Set(questions.map(({ topic }) => topic))];
  return ids.map((id) => ({
    id,
    label: labels[id] ?? "",
    count: questions.filter(({ topic }) => topic === id).length,
  }));
}
