// @ts-check

/** Words of the screens that come later. */
export default {
  "settings": "设置",
  "settings-about": "大字、朗读、对比度",

  "newer": "有新版本。更新以后，做过的题都还在。",
  "update": "更新",
  "kept-here": "题目已经存好，没有网也能做。",
  "no-room": "这台设备存不下题目：有网照常做题，没有网就打不开。删掉一些不用的东西，下次再打开就会重新存。",

  "streak": "连续",
  "longest": "最长连续",
  "this-month": "本月做了",
  "n-days": "{n} 天",
  "done-of": "{n} / {of} 天",
  "calendar-of": "{month}，每日五题",
  "day-on-time": "按时做了，{percent} 分",
  "day-late": "补做了，{percent} 分",
  "day-open": "今天，还没做",
  "day-missed": "没做，可以补",
  "day-future": "还没到",
  "legend-on-time": "绿底打勾：当天做的",
  "legend-late": "虚线框：补做的",
  "missed-hint": "没做的日子可以补做，只是不算按时。",
  "june": "看看六月安全生产月",

  "progress": "我的进步",
  "progress-about": "每个地方掌握了多少",
  "mastery": "掌握 {percent}%",
  "standing": "{total} 题看过 {seen} 题，答对 {right} 题，今天该看 {due} 题",
  "mastery-means": "掌握：今天考你，大约能答对多少。没做过的不算。",
  "topic": "主题",
  "seen": "看过",
  "right-now": "答对",
  "due-now": "该看",
  "mastered": "掌握",
  "practise": "去练习",
  "see-mistakes": "看错题",
};
