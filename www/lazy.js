// @ts-check
// The parts of the page that are downloaded after the first question: each with its styles and its words, each once.
import { loadStyles } from "#source";
import { Unreachable } from "./content/banks.js";
import { buildData } from "./content/build-data.js";

/** @type {Map<string, Promise<unknown>>} */
const loaded = new Map();

/**
 * The parts of the page that are not downloaded with the first question, and how each is fetched.
 * @typedef {object} Parts
 * @property {Record<string, () => Promise<{ mount: typeof import("./kinds/choices.js").mount }>>} ways  The ways to
 *   answer that most first questions do not need, by kind.
 * @property {() => Promise<typeof import("./kinds/spot/spot.js")>} spot
 * @property {() => Promise<typeof import("./entries/after-answer.js")>} afterAnswer
 * @property {() => Promise<typeof import("./entries/return-visit.js")>} returnVisit
 */

/** @type {Parts} */
let parts;

/** Tells where the parts are. Only main.js names them, so that no part is imported by what it imports. @param {Parts} all */
export const setParts = (all) => (parts = all);

/** Whether a kind is answered in a way that has to come first. @param {string} kind */
export const isRare = (kind) => kind in parts.ways;

/** How one of those kinds is answered. @param {string} kind */
export const wayOf = (kind) => withStyles(parts.ways[kind](), buildData.styles.kinds);

/** Fetches everything that may be needed some time. */
export const fetchAll = () => Promise.all([afterAnswer(), wayOf("order"), wayOf("match"), wayOf("blank"), spotPicture(), returnVisit()]);

/** How hazards are tapped in a picture. Until it is there, they are picked from a list as choices are. */
export async function spotPicture() {
  const [scene] = await Promise.all([withStyles(parts.spot(), buildData.styles.after_answer), afterAnswer()]);
  return scene;
}

/** What no first question needs: everything that comes after an answer. */
export const afterAnswer = () => withStyles(parts.afterAnswer(), buildData.styles.after_answer);

/** The screens that a person comes back for. By then every preset has a name. */
export async function returnVisit() {
  const screens = await withStyles(parts.returnVisit(), buildData.styles.return_visit);
  await screens.known();
  return screens;
}

/**
 * A part of the page with the styles for it and the words.
 * @template T
 * @param {Promise<T>} part
 * @param {string} styles
 * @returns {Promise<T>}
 */
async function withStyles(part, styles) {
  if (!loaded.has(styles)) loaded.set(styles, loadStyles(styles));
  try {
    const [module] = await Promise.all([part, loaded.get(styles)]);
    await /** @type {{ wordsLoaded?: Promise<void> }} */ (module).wordsLoaded;
    return module;
  } catch (cause) {
    loaded.delete(styles);
    throw new Unreachable("part of the page", { cause });
  }
}
