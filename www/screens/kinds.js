// @ts-check
export { mount as mountBlanks } from "./blanks.js";
export { mount as mountMatch } from "./match.js";
export { mount as mountOrder } from "./order.js";
