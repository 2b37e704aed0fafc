// @ts-check
import { Unreachable } from "./banks.js";
import { site } from "./site.js";

/** @type {Promise<unknown> | undefined} */
let styles;

/** The ways to answer that most first questions do not need. */
export const kinds = () => dressed(import("./screens/kinds.js"));

/** What no first question needs: everything that comes after an answer. */
export const later = () => dressed(import("./screens/later.js"));

/**
 * A part of the page with the styles for it.
 * @template T
 * @param {Promise<T>} part
 * @returns {Promise<T>}
 */
async function dressed(part) {
  try {
    const [module] = await Promise.all([part, (styles ??= dress())]);
    return module;
  } catch (cause) {
    throw new Unreachable("part of the page", { cause });
  }
}

function dress() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: site.later });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      styles = undefined;
      reject(new Error(site.later));
    });
  });
}
