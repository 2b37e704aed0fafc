// Papers to tell stories with: those whose questions make the story.
import { glue } from "../boundary/engine.mjs";
import { bankText, site } from "./words.mjs";

/** All kinds that the banks have at present. */
export const KINDS = ["single", "multiple", "judge", "blank", "number", "order", "match"];

const MOST_SEEDS = 5000;

/**
 * A seed whose practice paper has all of these kinds, in this order where one is asked for.
 * @param {string} theme
 * @param {string[]} kinds
 * @param {boolean} [first]  Whether the paper begins with them.
 */
export function seedWith(theme, kinds, first = false) {
  const text = bankText(theme, "zh-CN");
  const bank = new glue.Bank([text]);
  const kindOf = new Map(JSON.parse(text).questions.map(({ id, kind }) => [id, kind]));
  const blueprint = site.presets.find(({ id }) => id === "practice");
  for (let seed = 1; seed < MOST_SEEDS; seed++) {
    const request = { blueprint, themes: [theme], seed, seen: {}, now: 0 };
    const { paper } = JSON.parse(bank.start(JSON.stringify(request)));
    const drawn = paper.questions.map(({ id }) => kindOf.get(id));
    if (first ? kinds.every((kind, at) => drawn[at] === kind) : kinds.every((kind) => drawn.includes(kind))) return seed;
  }
  throw new Error(`no paper of ${theme} has ${kinds}`);
}

/** The deep link to a practice paper. @param {string} theme @param {number} seed */
export const deepLink = (theme, seed) => `#/quiz/${theme}?seed=${seed}`;

/** Loads the browser's dice, so that a fresh paper has this seed. */
export const loadedDice = (seed) => (context) =>
  context.addInitScript((seed) => {
    crypto.getRandomValues = (array) => {
      new DataView(array.buffer, array.byteOffset).setUint32(0, seed, true);
      return array;
    };
  }, seed);
