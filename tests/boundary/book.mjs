// The second built module, as the page loads it, in node.
import { readFileSync } from "node:fs";

import * as glue from "../../www/generated/book.js";

glue.initSync({ module: readFileSync(new URL("../../www/generated/book.wasm", import.meta.url)) });

export { glue };
