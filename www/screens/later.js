// @ts-check
import { addTemplates } from "../dom.js";
import html from "../later.html";
import "../main.js"; // What both need stays in the first script.
export { told } from "./feedback.js";
export { mount as mountReport } from "./report.js";
export { mountSheet } from "./sheet.js";

addTemplates(html);
