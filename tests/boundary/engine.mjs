// The built module, as the page loads it, in node.
import { readFileSync } from "node:fs";

import * as glue from "../../www/generated/engine.js";

const root = new URL("../../", import.meta.url);

/** @param {string} path From the root of the repository. */
export const file = (path) => readFileSync(new URL(path, root), "utf8");

glue.initSync({ module: readFileSync(new URL("www/generated/engine.wasm", root)) });

export { glue };

/** The code of what a call throws, or `undefined` if it throws nothing. */
export function codeOf(call) {
  try {
    call();
  } catch (error) {
    if (!(error instanceof Error)) throw new TypeError("what is thrown is an Error");
    return error.code;
  }
}
