// @ts-check

/** @type {typeof import("./zh-CN.more.js").default} */
export default {
  "settings": "Settings",
  "settings-about": "Large text, reading aloud, contrast",

  "newer": "There is a new version. Your answers stay when you update.",
  "update": "Update",
  "kept-here": "The questions are saved here and work without a connection.",
  "no-room": "There is no room here to save the questions: they work with a connection, and not without one. Free some space, and the next visit saves them.",

  "streak": "In a row",
  "longest": "Longest ever",
  "this-month": "This month",
  "n-days": "{n} days",
  "done-of": "{n} of {of}",
  "calendar-of": "Daily five, {month}",
  "day-on-time": "done on the day, {percent} points",
  "day-late": "done later, {percent} points",
  "day-open": "today, not done yet",
  "day-missed": "missed, you can still do it",
  "day-future": "still to come",
  "legend-on-time": "Green with a tick: done on the day",
  "legend-late": "Dashed: done later",
  "missed-hint": "Days you missed can still be done; they do not count as on the day.",
  "june": "Go to June, Safe Production Month",

  "progress": "My progress",
  "progress-about": "How well you know each place",
  "mastery": "{percent}% known",
  "standing": "Of {total} questions: {seen} seen, {right} right, {due} due today",
  "mastery-means": "Known is about how much you would get right today. What you have not tried counts nothing.",
  "topic": "Topic",
  "seen": "Seen",
  "right-now": "Right",
  "due-now": "Due",
  "mastered": "Known",
  "practise": "Practise",
  "see-mistakes": "See mistakes",
};
