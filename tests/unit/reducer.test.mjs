// What follows from what happens: the state before and an event make the state after.
import assert from "node:assert/strict";
import { test } from "node:test";

import { reduce, shown, underWay } from "../../www/state/reducer.js";
import { attemptAt } from "./page.mjs";

const nothing = {
  ...{ lang: "zh-CN", open: [], done: null, seen: {}, daily: {}, marked: 0, tries: [], book: {} },
  ...{ certificates: [], pledges: [], settings: {}, study: {}, storageBlocked: false },
};
const one = { question: "a", outcome: "wrong", at: 5, flagged: false };
const answered = { a: { judge: true } };

/** The state after some events. @param {...object} events */
const after = (...events) => events.reduce(reduce, nothing);

test("a paper that is begun stands first among those under way", () => {
  const [first, second] = [attemptAt({}, { answers: answered }), attemptAt({ seed: 8 }, { started: 2000 })];
  const { open } = after({ type: "began", attempt: first }, { type: "began", attempt: second });
  assert.deepEqual(open, [second, first]);
});

test("a paper that nothing was answered in makes room for the next one", () => {
  const second = attemptAt({ seed: 8 }, { started: 2000 });
  const { open } = after({ type: "began", attempt: attemptAt() }, { type: "began", attempt: second });
  assert.deepEqual(open, [second]);
});

test("the same paper begun again takes the place of the one before, and with a time limit it is another one", () => {
  const first = attemptAt({}, { answers: answered });
  const again = attemptAt({}, { started: 2000 });
  const timed = attemptAt({ seconds: 60 }, { started: 3000 });
  assert.deepEqual(after({ type: "began", attempt: first }, { type: "began", attempt: again }).open, [again]);
  assert.deepEqual(after({ type: "began", attempt: first }, { type: "began", attempt: timed }).open, [timed, first]);
});

test("of many papers under way the three touched last stay", () => {
  const all = [1, 2, 3, 4].map((seed) => attemptAt({ seed }, { started: seed, answers: answered }));
  const { open } = after(...all.map((attempt) => ({ type: "began", attempt })));
  assert.deepEqual(open.map(({ started }) => started), [4, 3, 2]);
});

test("an answer brings its paper to the front and leaves the others as they are", () => {
  const [first, second] = [attemptAt({}, { answers: answered }), attemptAt({ seed: 8 }, { started: 2000, answers: answered })];
  const changed = { ...first, current: 1 };
  const { open } = after(
    { type: "began", attempt: first },
    { type: "began", attempt: second },
    { type: "acted", attempt: changed, tries: [] },
  );
  assert.deepEqual(open, [changed, second]);
});

test("a question counts as seen once its answer is told, and once only", () => {
  const locked = attemptAt({}, { locked: ["a"], answers: answered });
  const act = { type: "acted", attempt: locked, tries: [one] };
  const state = after({ type: "began", attempt: attemptAt() }, act, { ...act, tries: [] });
  assert.deepEqual([state.seen, state.tries], [{ a: 1 }, [one]]);
});

test("an exam tells nothing before it is handed in, and then all of it", () => {
  const exam = attemptAt({ feedback: "end" }, { answers: answered, locked: ["a"] });
  assert.deepEqual(shown(exam), []);
  const done = { ...exam, finished: 9000 };
  const state = after({ type: "began", attempt: exam }, { type: "acted", attempt: done, tries: [] });
  assert.deepEqual([state.open, state.done, state.seen], [[], done, { a: 1, b: 1 }]);
});

test("a report notes its outcomes once, however often it is looked at", () => {
  const event = { type: "reported", attempt: attemptAt({}, { finished: 9000 }), tries: [one] };
  const state = after(event, event);
  assert.deepEqual([state.tries, state.marked], [[one], 1000]);
  assert.equal(reduce(state, event), state);
});

test("a paper that cannot be read any more is dropped, under way or finished", () => {
  const attempt = attemptAt();
  const state = { ...nothing, open: [attempt, attemptAt({ seed: 8 }, { started: 2000 })], done: attempt };
  const dropped = reduce(state, { type: "dropped", attempt });
  assert.deepEqual([dropped.open.length, dropped.done], [1, null]);
});

test("a change is made from the state of that moment", () => {
  const change = ({ settings }) => ({ settings: { ...settings, big: true } });
  const state = reduce({ ...nothing, settings: { still: true } }, { type: "changed", change });
  assert.deepEqual(state.settings, { still: true, big: true });
});

test("an event changes no state that is there already", () => {
  const state = Object.freeze({ ...nothing, open: Object.freeze([attemptAt()]), tries: Object.freeze([]) });
  reduce(state, { type: "acted", attempt: attemptAt({}, { locked: ["a"] }), tries: [one] });
  assert.deepEqual(state.tries, []);
});

test("a paper under way is found by what tells it from others", () => {
  const attempt = attemptAt();
  const state = { ...nothing, open: [attempt] };
  assert.equal(underWay(state, { id: "practice" }, ["home"], 7), attempt);
  assert.equal(underWay(state, { id: "practice" }, ["home"], 8), undefined);
  assert.equal(underWay(state, { id: "practice" }, ["school"], 7), undefined);
  assert.equal(underWay(state, { id: "practice", seconds: 60 }, ["home"], 7), undefined);
});
