// @ts-check

/** @type {typeof import("./zh-CN.more.js").default} */
export default {
  "settings": "Settings",
  "settings-about": "Large text, reading aloud, contrast",
};
