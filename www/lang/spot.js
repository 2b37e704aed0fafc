// @ts-check
// What only a picture with hazards to find says; it comes with the picture.

const chinese = {
  "picture": "看图：按加号放大，减号缩小，0 看全图。要选，用图下面的列表。",
  "how-to": "点图上有危险的地方，会画上圈。再点一下，圈就去掉。",
  "closer": "放大",
  "farther": "缩小",
  "whole": "看全图",
  "now-whole": "看的是全图",
  "now-closer": "放大到 {n}%",
  "picked": "选了 {n} 处",
  "ringed": "圈上了 {n}：{text}",
  "unringed": "去掉了 {n}：{text}",
  "nothing-here": "这里没有要选的",
  "by-list": "看文字来选（{n} 处）",
  "told-list": "看每一处的说明（{n} 处）",
  "places": "图上的地方",
  "tally": "找到 {right} 处，漏了 {missed} 处，选错 {wrong} 处。",
  "ask-why": "点图上的圈，看为什么。",
  "right": "找到了",
  "missed": "漏了",
  "wrong": "这里没危险",
  "harmless": "没有危险",
};

/** @type {Record<string, typeof chinese>} */
export default {
  "zh-CN": chinese,
  "en": {
    "picture": "Picture: press plus to zoom in, minus to zoom out, 0 for all of it. To pick, use the list below it.",
    "how-to": "Tap what is dangerous, and a ring is drawn round it. Tap again to take it off.",
    "closer": "Zoom in",
    "farther": "Zoom out",
    "whole": "Whole picture",
    "now-whole": "The whole picture",
    "now-closer": "Zoomed to {n}%",
    "picked": "Picked: {n}",
    "ringed": "Ringed {n}: {text}",
    "unringed": "Ring off {n}: {text}",
    "nothing-here": "Nothing to pick here",
    "by-list": "Pick from a list in words ({n})",
    "told-list": "What is said about each place ({n})",
    "places": "Places in the picture",
    "tally": "Found {right}, missed {missed}, harmless ones picked {wrong}.",
    "ask-why": "Tap a ring to see why.",
    "right": "Found",
    "missed": "Missed",
    "wrong": "No danger here",
    "harmless": "No danger",
  },
};
