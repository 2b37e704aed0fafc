// What screens are told to show.
import assert from "node:assert/strict";
import { test } from "node:test";

import { attemptAt, built } from "./page.mjs";

const { homeModel, known } = await import("../../www/home/home-model.js");
const { startModel, titleOf } = await import("../../www/quiz/models.js");
const { addFixedPresets, sizeOf, themesOf, variantsOf } = await import("../../www/content/build-data.js");
const { seedOfDay } = await import("../../www/calendar/day.js");

const NOW = Date.parse("2026-06-10T12:00:00+08:00");
const state = { open: [], daily: {}, storageBlocked: false };
const preset = (id) => built.presets.find((one) => one.id === id);

test("home tells how today's five went, and whether they are under way", () => {
  assert.deepEqual(homeModel(state, NOW).dailyPercent, undefined);
  assert.equal(homeModel({ ...state, daily: { "2026-06-10": { percent: 80, on_time: true } } }, NOW).dailyPercent, 80);
  const paper = { preset: "daily", seconds: 150, themes: ["home", "school"], seed: seedOfDay("2026-06-10") };
  assert.equal(homeModel({ ...state, open: [attemptAt(paper)] }, NOW).dailyOpen, true);
  assert.equal(homeModel({ ...state, open: [attemptAt({ ...paper, seed: seedOfDay("2026-06-09") })] }, NOW).dailyOpen, false);
});

test("home offers to go on with the paper touched last, and says where its time is over", () => {
  const attempt = attemptAt({}, { current: 1, deadline: NOW + 1 });
  const { resume } = homeModel({ ...state, open: [attempt, attemptAt({ preset: "exam" })] }, NOW);
  assert.deepEqual(resume, { words: { title: "地方 home · 卷 practice", n: 2, of: 2 }, over: false });
  assert.equal(homeModel({ ...state, open: [attempt] }, NOW + 1).resume.over, true);
  assert.equal(homeModel(state, NOW).resume, undefined);
});

test("home tells what is due once the part that knows it is there", () => {
  assert.equal(homeModel(state, NOW).due, undefined);
  known.due = () => "3";
  assert.equal(homeModel(state, NOW).due, "3");
});

test("a start screen names its place only where the paper has one, and offers every pass mark", () => {
  const model = (id) => startModel(state, preset(id), "home", "rule", NOW);
  assert.equal(model("practice").theme.id, "home");
  assert.equal(model("exam").theme, undefined);
  assert.deepEqual(model("exam-60").variants.map(({ id }) => id), ["exam", "exam-60"]);
});

test("a start screen says that today's five are done, and before that, that nothing can be stored", () => {
  const done = { ...state, daily: { "2026-06-10": { percent: 80, on_time: true } } };
  const notice = (state, id) => startModel(state, preset(id), "", "", NOW).notice;
  assert.match(notice(done, "daily"), /80/);
  assert.equal(notice(done, "exam"), undefined);
  assert.doesNotMatch(notice({ ...done, storageBlocked: true }, "daily"), /80/);
});

test("a paper is called by its place and its preset, and a fixed paper by its preset once that is known", () => {
  const review = attemptAt({ preset: "review" });
  assert.equal(titleOf(review), "");
  addFixedPresets([{ ...preset("exam"), id: "review" }]);
  assert.equal(titleOf(review), "卷 exam");
  assert.equal(titleOf(attemptAt({ preset: "exam" })), "卷 exam");
});

test("a preset has as many questions and points as its sections together, and the themes of its scope", () => {
  const sections = [{ count: 5, points: 2 }, { count: 10, points: 3 }];
  assert.deepEqual(sizeOf({ sections }), { questions: 15, points: 40 });
  assert.deepEqual(themesOf(preset("practice"), "school"), ["school"]);
  assert.deepEqual(themesOf(preset("exam"), "school"), ["home", "school"]);
  assert.deepEqual(variantsOf(preset("daily")).map(({ id }) => id), ["daily"]);
});
