// Papers to tell stories with: those whose questions make the story.
import { glue } from "../boundary/engine.mjs";
import { bankText, site } from "./words.mjs";

/** The kinds of which every bank has several. */
export const KINDS = ["single", "multiple", "judge", "blank", "number", "order", "match"];

const MOST_SEEDS = 5000;

/**
 * A seed whose practice paper has all of these kinds, in this order where one is asked for.
 * @param {string} theme
 * @param {string[]} kinds
 * @param {boolean} [first]  Whether the paper begins with them.
 */
export function seedWith(theme, kinds, first = false) {
  const isFit = (drawn) => kinds.every((kind, at) => (first ? drawn[at].kind === kind : drawn.some((one) => one.kind === kind)));
  return seedFor(theme, isFit, kinds);
}

/** A seed whose practice paper begins with a question of this topic. @param {string} theme @param {string} topic */
export const seedAbout = (theme, topic) => seedFor(theme, ([first]) => first.topic === topic, topic);

function seedFor(theme, isFit, wanted) {
  const text = bankText(theme, "zh-CN");
  const bank = new glue.Bank([text]);
  const byId = new Map(JSON.parse(text).questions.map((question) => [question.id, question]));
  const blueprint = site.presets.find(({ id }) => id === "practice");
  for (let seed = 1; seed < MOST_SEEDS; seed++) {
    const request = { blueprint, themes: [theme], seed, seen: {}, now: 0 };
    const { paper } = JSON.parse(bank.start(JSON.stringify(request)));
    if (isFit(paper.questions.map(({ id }) => byId.get(id)))) return seed;
  }
  throw new Error(`no paper of ${theme} has ${wanted}`);
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

/** Has these settings stored before the page is opened for the first time. @param {Record<string, boolean>} settings */
export const remembering = (settings) => (context) =>
  context.addInitScript((settings) => {
    if (location.protocol === "about:" || localStorage.getItem("sixinto.settings")) return;
    localStorage.setItem("sixinto.settings", JSON.stringify({ format: 2, value: settings }));
  }, settings);

/** Every writing to the disk takes its time. */
export const slowDisk = (context) =>
  context.addInitScript(() => {
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    const late = (then) => () => setTimeout(then, 300);
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set(then) { set.call(this, late(then)); } });
  });
