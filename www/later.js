// @ts-check
import { Unreachable } from "./banks.js";
import { site } from "./site.js";

/** @type {Map<string, Promise<unknown>>} */
const worn = new Map();

/** The ways to answer that most first questions do not need. */
export const kinds = () => dressed(import("./screens/kinds.js"), site.styles.kinds);

/** What no first question needs: everything that comes after an answer. */
export const later = () => dressed(import("./screens/later.js"), site.styles.later);

/**
 * A part of the page with the styles for it.
 * @template T
 * @param {Promise<T>} part
 * @param {string} styles
 * @returns {Promise<T>}
 */
async function dressed(part, styles) {
  if (!worn.has(styles)) worn.set(styles, dress(styles));
  try {
    const [module] = await Promise.all([part, worn.get(styles)]);
    return module;
  } catch (cause) {
    worn.delete(styles);
    throw new Unreachable("part of the page", { cause });
  }
}

/** @param {string} href */
function dress(href) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(href)));
  });
}
