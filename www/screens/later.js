// @ts-check
import { addTemplates } from "../dom.js";
import chinese from "../lang/zh-CN.later.js";
import html from "../later.html";
import "../main.js"; // What both need stays in the first script.
import { speakAlso } from "../say.js";
export { report, review } from "../after.js";
export { openGiven } from "../given.js";
export { sourceText, told } from "./feedback.js";
export { mountSheet } from "./sheet.js";

addTemplates(html);

/** Resolves once this part can speak. */
export const spoken = speakAlso(chinese, { en: () => import("../lang/en.later.js") });
