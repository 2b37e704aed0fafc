// @ts-check

/** Words of the screens that come later. */
export default {
  "settings": "设置",
  "settings-about": "大字、朗读、对比度",

  "newer": "有新版本。更新以后，做过的题都还在。",
  "update": "更新",
  "kept-here": "题目已经存好，没有网也能做。",
  "no-room": "这台设备存不下题目：有网照常做题，没有网就打不开。删掉一些不用的东西，下次再打开就会重新存。",
};
