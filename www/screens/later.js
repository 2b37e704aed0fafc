// @ts-check
export { told } from "./feedback.js";
export { mount as mountReport } from "./report.js";
export { mountSheet } from "./sheet.js";
