// @ts-check
export { mount as mountBlanks } from "./blanks.js";
export { told } from "./feedback.js";
export { mount as mountMatch } from "./match.js";
export { mount as mountOrder } from "./order.js";
export { mount as mountReport } from "./report.js";
export { mount as mountReview } from "./review.js";
export { mountSheet } from "./sheet.js";
