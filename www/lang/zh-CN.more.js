// @ts-check

/** Words of the screens that come later. */
export default {
  "settings": "设置",
  "settings-about": "大字、朗读、对比度",
};
