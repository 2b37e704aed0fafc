// @ts-check

/** Words of the screens that come later. */
export default {
  "settings": "设置",
  "settings-about": "大字、朗读、对比度",

  "newer": "有新版本。更新以后，做过的题都还在。",
  "update": "更新",
  "kept-here": "题目已经存好，没有网也能做。",
  "no-room": "这台设备存不下题目：有网照常做题，没有网就打不开。删掉一些不用的东西，下次再打开就会重新存。",

  "big": "大字",
  "big-about": "所有的字放大到 1.4 倍",
  "contrast": "高对比度",
  "contrast-about": "字和边框更黑更清楚",
  "still": "不要动画",
  "still-about": "画面直接换，不移动",
  "left": "左手拿手机",
  "left-about": "下面的大按钮换到左边",
  "slow": "读慢一点",
  "slow-about": "朗读的时候放慢",
  "vibrate": "答错震一下",
  "vibrate-about": "练习里答错了，手机轻轻震一下",
  "by-device": "系统里已经开了，这里不开也一样",
  "settings-forgetful": "这台设备现在存不了东西：这里的设置关掉页面就没有了。",

  "aloud": "朗读",
  "aloud-pause": "先停",
  "aloud-go-on": "接着读",
  "aloud-stop": "不读了",
  "aloud-partners": "可以选的有：",
  "aloud-ready": "答题、看讲解、看成绩单的时候，点“朗读”，就一句一句读给你听，读到哪里标到哪里。",
  "aloud-mute": "这台设备或这个浏览器不会朗读。可以换一个浏览器试试。",
  "aloud-foreign": "这台设备没有装中文的语音。到系统设置里装上中文语音，这里就能朗读。",
  "aloud-online": "这台设备的中文语音要把文字传到网上才能读，所以这里不用。装一个离线的中文语音就能朗读。",
};
