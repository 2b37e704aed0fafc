// @ts-check

/** @type {typeof import("./zh-CN.more.js").default} */
export default {
  "settings": "Settings",
  "settings-about": "Large text, reading aloud, contrast",

  "newer": "There is a new version. Your answers stay when you update.",
  "update": "Update",
  "kept-here": "The questions are saved here and work without a connection.",
  "no-room": "There is no room here to save the questions: they work with a connection, and not without one. Free some space, and the next visit saves them.",
};
