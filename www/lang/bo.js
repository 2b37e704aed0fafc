// @ts-check

/**
 * Whether somebody whose language it is has read these words. Until then the page is not offered in Tibetan: nobody here
 * can tell whether words about safety say what they should.
 */
export const reviewed = false;

/** What is missing is said in Chinese. @type {Partial<typeof import("./zh-CN.js").default>} */
export default {
  "other": "中文",
};
