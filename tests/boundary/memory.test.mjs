// A file of what is remembered crosses whole, or is refused with a code, its place and its reason.
import assert from "node:assert/strict";
import { test } from "node:test";

import { glue } from "./book.mjs";
import { codeOf, file } from "./engine.mjs";

const text = file("tests/fixtures/memory/whole.json");
const whole = JSON.parse(text);
const nothing = {
  ...{ format: 1, made: 0, lang: "en", open: [], done: null, seen: {}, daily: {} },
  ...{ book: { format: 1, cards: {}, favourites: [] }, certificates: [], pledges: [], settings: {}, study: {} },
};

const take = (theirs, mine = nothing, tries = []) =>
  JSON.parse(glue.importMemory(JSON.stringify(mine), JSON.stringify(tries), 5000, theirs));

/** What is said about a file that is refused. */
function fault(theirs) {
  try {
    take(theirs);
  } catch (error) {
    return { code: error.code, ...JSON.parse(error.fault) };
  }
}

test("a file that is taken in is all there, in the language of who takes it", () => {
  assert.deepEqual(take(text), { ...whole, lang: "en" });
});

test("tries that are in no book yet are in the file", () => {
  const tries = [{ question: "q7", outcome: "wrong", at: 4000, flagged: false }];
  const made = JSON.parse(glue.exportMemory(JSON.stringify(nothing), JSON.stringify(tries), 5000));
  assert.equal(made.book.cards.q7.wrong, 1);
  assert.deepEqual(take(JSON.stringify(made), nothing, tries), made);
});

test("a file that is refused says where and why, in both languages", () => {
  const { code, line, column, pointer, message, help } = fault(text.replace('"percent": 80', '"percent": 101'));
  const at = text.slice(0, text.indexOf('"percent": 80') + '"percent": '.length).split("\n");
  assert.deepEqual([code, line, column], ["bank-shape", at.length, at.at(-1).length + 1]);
  assert.equal(pointer, "/daily/2026-06-01/percent");
  for (const words of [message, help]) {
    assert.match(words["zh-CN"], /\p{Script=Han}/u);
    assert.match(words.en, /^[\x20-\x7e]+$/);
  }
});

test("one's own memory that cannot be read is an error without a fault", () => {
  const own = JSON.stringify({ ...nothing, made: -1 });
  assert.equal(codeOf(() => glue.exportMemory(own, "[]", 5000)), "input");
  assert.equal(codeOf(() => glue.importMemory(own, "[]", 5000, text)), "input");
  assert.equal(codeOf(() => glue.exportMemory(JSON.stringify(nothing), "[]", -1)), "input");
});
