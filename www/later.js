// @ts-check
import { Unreachable } from "./banks.js";

/** The ways to answer that most first questions do not need. */
export const kinds = () => import("./screens/kinds.js").catch(missing);

/** What no first question needs: everything that comes after an answer. */
export const later = () => import("./screens/later.js").catch(missing);

/** @param {unknown} cause @returns {never} */
function missing(cause) {
  throw new Unreachable("part of the page", { cause });
}
