// @ts-check
import { loadStyles } from "#source";
import { Unreachable } from "./content/banks.js";
import { buildData } from "./content/build-data.js";

/** @type {Map<string, Promise<unknown>>} */
const loaded = new Map();

/** The ways to answer that most first questions do not need. */
const WAYS = {
  order: () => import("./kinds/order.js"),
  match: () => import("./kinds/match.js"),
  blank: () => import("./kinds/blanks.js"),
  number: () => import("./kinds/blanks.js"),
};

/** Whether a kind is answered in a way that has to come first. @param {string} kind @returns {kind is keyof typeof WAYS} */
export const isRare = (kind) => kind in WAYS;

/** How one of those kinds is answered. @param {keyof typeof WAYS} kind */
export const wayOf = (kind) => withStyles(WAYS[kind](), buildData.styles.kinds);

/** Fetches everything that may be needed some time. */
export const fetchAll = () => Promise.all([afterAnswer(), wayOf("order"), wayOf("match"), wayOf("blank"), spotPicture(), returnVisit()]);

/** How hazards are tapped in a picture. Until it is there, they are picked from a list as choices are. */
export async function spotPicture() {
  const [scene] = await Promise.all([withStyles(import("./kinds/spot/spot.js"), buildData.styles.after_answer), afterAnswer()]);
  return scene;
}

/** What no first question needs: everything that comes after an answer. */
export const afterAnswer = () => withStyles(import("./entries/after-answer.js"), buildData.styles.after_answer);

/** The screens that a person comes back for. By then every preset has a name. */
export async function returnVisit() {
  const screens = await withStyles(import("./entries/return-visit.js"), buildData.styles.return_visit);
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
