// @ts-check
// What this shares with the first script stays in that one file, for one request less before the first question.
import "../main.js";
export { told } from "./feedback.js";
export { mount as mountReport } from "./report.js";
export { mountSheet } from "./sheet.js";
