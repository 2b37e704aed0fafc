// @ts-check

/** @type {typeof import("./zh-CN.more.js").default} */
export default {
  "settings": "Settings",
  "settings-about": "Large text, reading aloud, contrast",

  "newer": "There is a new version. Your answers stay when you update.",
  "update": "Update",
  "kept-here": "The questions are saved here and work without a connection.",
  "no-room": "There is no room here to save the questions: they work with a connection, and not without one. Free some space, and the next visit saves them.",

  "big": "Large text",
  "big-about": "All letters 1.4 times as large",
  "contrast": "High contrast",
  "contrast-about": "Darker text and clearer edges",
  "still": "No motion",
  "still-about": "Screens change at once and nothing moves",
  "left": "Left hand",
  "left-about": "The main button below moves to the left",
  "slow": "Read more slowly",
  "slow-about": "Slower when reading aloud",
  "vibrate": "Vibrate when wrong",
  "vibrate-about": "A short buzz for a wrong answer in practice",
  "by-device": "This device asks for it already, so it is on either way",
  "settings-forgetful": "This device cannot store anything now: these settings are gone once you close the page.",

  "aloud": "Read aloud",
  "aloud-pause": "Pause",
  "aloud-go-on": "Read on",
  "aloud-stop": "Stop reading",
  "aloud-partners": "To choose from:",
  "aloud-ready": "On a question, its reasons and your report, press “Read aloud”. It is read sentence by sentence, and you see which one.",
  "aloud-mute": "This device or browser cannot read aloud. Another browser may.",
  "aloud-foreign": "This device has no English voice. Install one in its system settings, and this page can read aloud.",
  "aloud-online": "The English voice of this device sends what it reads over the network, so it is not used here. Install an offline voice to have this page read aloud.",
};
