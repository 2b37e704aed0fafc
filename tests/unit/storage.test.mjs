// What is stored, and how what an older or a newer page stored is read.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { attemptAt, storage } from "./page.mjs";
import { isStale, load, loadPapers, restore, save, settingsOn, works } from "../../www/state/storage.js";

const LANGS = ["zh-CN", "en"];
const empty = load(LANGS);
const stored = (name) => JSON.parse(storage.getItem(`sixinto.${name}`));

beforeEach(() => storage.fill());

test("where nothing is stored there is nothing, in the first language", () => {
  const nothing = { seen: {}, daily: {}, marked: 0, tries: [], book: {}, certificates: [], pledges: [], settings: {}, study: {} };
  assert.deepEqual(load(LANGS), { ...nothing, lang: "zh-CN", open: [], done: null });
});

test("what is saved is loaded again", () => {
  const state = { ...empty, lang: "en", open: [attemptAt()], seen: { a: 2 }, settings: { big: true }, marked: 7 };
  assert.equal(save(state, empty).whole, true);
  assert.deepEqual(load(LANGS), state);
});

test("only what differs is written, under the version of the format", () => {
  const { texts } = save({ ...empty, seen: { a: 1 } }, empty);
  assert.deepEqual(Object.keys(texts).sort(), ["sixinto.seen", "sixinto.turn"]);
  assert.deepEqual(stored("seen"), { format: 2, value: { a: 1 } });
});

test("format 1 is read: papers, counts, days and the language", () => {
  const [attempt, waiting, finished] = [1, 2, 3].map((seed) => attemptAt({ seed }));
  storage.fill({
    attempt: { format: 1, attempt, waiting: [waiting], finished },
    seen: { format: 1, times: { a: 3 } },
    daily: { format: 1, percent: { "2026-06-01": 80 } },
    lang: { format: 1, lang: "en" },
  });
  const state = load(LANGS);
  assert.deepEqual([state.open, state.done], [[attempt, waiting], finished]);
  assert.deepEqual(state.seen, { a: 3 });
  assert.deepEqual(state.daily, { "2026-06-01": { percent: 80, on_time: true } });
  assert.equal(state.lang, "en");
});

test("of format 1 a paper alone is read where no other was waiting", () => {
  storage.fill({ attempt: { format: 1, attempt: attemptAt() } });
  assert.deepEqual(loadPapers(LANGS), { lang: "zh-CN", open: [attemptAt()], done: null });
});

test("what a newer page stored is neither read nor overwritten", () => {
  storage.fill({ seen: { format: 3, value: { a: 9 } } });
  assert.deepEqual(load(LANGS).seen, {});
  assert.equal(save({ ...empty, seen: { b: 1 } }, empty).whole, false);
  assert.deepEqual(stored("seen"), { format: 3, value: { a: 9 } });
});

test("what cannot be read is as if it were not there, and takes nothing else along", () => {
  storage.fill({ seen: { format: 2, value: [1] }, tries: { format: 2, value: {} }, daily: { format: 1 }, marked: { format: 2, value: 7 } });
  storage.texts.set("sixinto.book", "{");
  storage.texts.set("sixinto.study", "null");
  const { seen, tries, daily, book, study, marked } = load(LANGS);
  assert.deepEqual([seen, tries, daily, book, study, marked], [{}, [], {}, {}, {}, 7]);
});

test("what is no attempt is not taken for one", () => {
  for (const value of [{ open: [{}, { format: 2 }, attemptAt()], done: "x" }, { open: [attemptAt()] }]) {
    storage.fill({ attempt: { format: 2, value } });
    assert.deepEqual(loadPapers(LANGS), { lang: "zh-CN", open: [attemptAt()], done: null });
  }
});

test("a language that the page does not speak is the first one", () => {
  storage.fill({ lang: { format: 2, value: "fr" } });
  assert.equal(loadPapers(LANGS).lang, "zh-CN");
});

test("the settings that are on are named before anything else is read", () => {
  storage.fill({ settings: { format: 2, value: { big: true, still: false, left: 1 } } });
  assert.deepEqual(settingsOn(), ["big"]);
});

test("a storage without room is told of, and keeps what it had", () => {
  save({ ...empty, seen: { a: 1 } }, empty);
  storage.refuses = true;
  assert.equal(save({ ...empty, seen: { a: 2 } }, empty).whole, false);
  assert.equal(works(), false);
  assert.deepEqual(stored("seen").value, { a: 1 });
});

test("a tab sees that another one has stored something", () => {
  load(LANGS);
  assert.equal(isStale(), false);
  save({ ...empty, seen: { a: 1 } }, empty);
  assert.equal(isStale(), false);
  storage.texts.set("sixinto.turn", "99");
  assert.equal(isStale(), true);
});

test("texts of the journal are taken over where they are the later ones, and only there", () => {
  const later = { "sixinto.turn": "5", "sixinto.seen": JSON.stringify({ format: 2, value: { a: 5 } }) };
  assert.equal(restore(later), true);
  assert.deepEqual(load(LANGS).seen, { a: 5 });
  assert.equal(restore({ ...later, "sixinto.turn": "4", "sixinto.seen": "{}" }), false);
  assert.equal(restore({}), false);
  assert.deepEqual(load(LANGS).seen, { a: 5 });
});
