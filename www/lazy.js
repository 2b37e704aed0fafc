// @ts-check
import { dress } from "#source";
import { Unreachable } from "./content/banks.js";
import { site } from "./content/build-data.js";

/** @type {Map<string, Promise<unknown>>} */
const worn = new Map();

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
export const wayOf = (kind) => dressed(WAYS[kind](), site.styles.kinds);

/** Fetches everything that may be needed some time. */
export const fetchAll = () => Promise.all([later(), wayOf("order"), wayOf("match"), wayOf("blank"), tapping(), more()]);

/** How hazards are tapped in a picture. Until it is there, they are picked from a list as choices are. */
export async function tapping() {
  const [scene] = await Promise.all([dressed(import("./kinds/spot/spot.js"), site.styles.later), later()]);
  return scene;
}

/** What no first question needs: everything that comes after an answer. */
export const later = () => dressed(import("./entries/after-answer.js"), site.styles.later);

/** The screens that a person comes back for. By then every preset has a name. */
export async function more() {
  const screens = await dressed(import("./entries/return-visit.js"), site.styles.more);
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
async function dressed(part, styles) {
  if (!worn.has(styles)) worn.set(styles, dress(styles));
  try {
    const [module] = await Promise.all([part, worn.get(styles)]);
    await /** @type {{ spoken?: Promise<void> }} */ (module).spoken;
    return module;
  } catch (cause) {
    worn.delete(styles);
    throw new Unreachable("part of the page", { cause });
  }
}
