// @ts-check
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { CardFile, CardSet } from "./job-card.js" */
import { presetOf } from "../content/build-data.js";
import { extra } from "../content/extras.js";
import { say } from "../i18n/i18n.js";
import { startQuiz } from "../quiz/quiz-flow.js";
import { mount as mountDeck } from "./deck-screen.js";
import { mount as mountPosts } from "./posts-screen.js";

/**
 * The job posts, `#/cards`; the three cards of one, `#/cards/welder`; and the quiz about them, `#/cards/welder/quiz`.
 * @param {ReturnVisit} route @param {Guard} guard @returns {Promise<Screen | undefined>}
 */
export async function prepare({ parts: [, post, then] }, guard) {
  /** @type {CardFile} */
  const file = await guard(extra("cards"));
  if (!post) return posts(file);
  const set = file.sets.find(({ id }) => id === post);
  if (!set) return undefined;
  return then === "quiz" ? quiz(set, guard) : deck(file, set);
}

/** @param {CardFile} file @returns {Screen} */
const posts = ({ sets }) => ({ name: "cards", mount: mountPosts, model: () => sets, title: () => say("cards") });

/** @param {CardFile} file @param {CardSet} set @returns {Screen} */
const deck = (file, set) => ({
  name: `cards ${set.id}`,
  mount: mountDeck,
  model: () => ({ file, set }),
  title: () => say("cards-title", { post: set.post }),
});

/** @param {CardSet} set @param {Guard} guard */
async function quiz({ questions }, guard) {
  const preset = presetOf("cards");
  return preset && startQuiz({ preset, theme: "", questions }, "replaceState", guard);
}
