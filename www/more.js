// @ts-check
/** @import { default as Chinese } from "./lang/zh-CN.more.js" */
import { lang } from "./say.js";

/** What the page says that no first question needs. @type {Record<string, () => Promise<{ default: typeof Chinese }>>} */
const files = { "zh-CN": () => import("./lang/zh-CN.more.js"), en: () => import("./lang/en.more.js") };

/** Those words in the language spoken. */
export const moreWords = async () => (await files[lang()]()).default;
