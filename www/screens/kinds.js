// @ts-check
// What this shares with the first script stays in that one file, for one request less before the first question.
import "../main.js";
export { mount as mountBlanks } from "./blanks.js";
export { mount as mountMatch } from "./match.js";
export { mount as mountOrder } from "./order.js";
