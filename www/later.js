// @ts-check
import { Unreachable } from "./banks.js";

/** What no first question needs, fetched in one piece as soon as the page has nothing else to do. */
export const later = () =>
  import("./screens/later.js").catch((cause) => {
    throw new Unreachable("screens/later.js", { cause });
  });
