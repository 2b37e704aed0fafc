// @ts-check
/** @import { More } from "../route.js" */
/** @import { Screen, UnlessLeft } from "../screen-host.js" */
/** @import { CardFile, CardSet } from "./job-card.js" */
import { presetOf } from "../content/build-data.js";
import { extra } from "../content/extras.js";
import { say } from "../i18n/i18n.js";
import { open } from "../quiz/quiz-flow.js";
import { mount as mountDeck } from "./deck-screen.js";
import { mount as mountPosts } from "./posts-screen.js";

/**
 * The job posts, `#/cards`; the three cards of one, `#/cards/welder`; and the quiz about them, `#/cards/welder/quiz`.
 * @param {More} route @param {UnlessLeft} unlessLeft @returns {Promise<Screen | undefined>}
 */
export async function prepare({ parts: [, post, then] }, unlessLeft) {
  /** @type {CardFile} */
  const file = await unlessLeft(extra("cards"));
  if (!post) return posts(file);
  const set = file.sets.find(({ id }) => id === post);
  if (!set) return undefined;
  return then === "quiz" ? quiz(set, unlessLeft) : deck(file, set);
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

/** @param {CardSet} set @param {UnlessLeft} unlessLeft */
async function quiz({ questions }, unlessLeft) {
  const preset = presetOf("cards");
  return preset && open({ preset, theme: "", questions }, "replaceState", unlessLeft);
}
