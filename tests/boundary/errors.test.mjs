// Whatever comes across the boundary, it is answered with a value or with an error that has a code; never with a trap.
import assert from "node:assert/strict";
import { test } from "node:test";

import { codeOf, file, glue } from "./engine.mjs";

const text = file("tests/fixtures/golden/bank.json");
const request = { ...JSON.parse(file("tests/fixtures/golden/cases.json"))[0], now: 1000 };
delete request.name;

const newBank = (change) => new glue.Bank([JSON.stringify(change(JSON.parse(text)))]);
const bank = new glue.Bank([text]);
const started = bank.start(JSON.stringify(request));

test("a bank that cannot be read says why by a code", () => {
  assert.equal(codeOf(() => new glue.Bank(["{"])), "bank-syntax");
  assert.equal(codeOf(() => newBank((file) => ({ ...file, format: 2 }))), "bank-version");
  assert.equal(codeOf(() => newBank((file) => ({ ...file, colour: "red" }))), "bank-shape");
  assert.equal(codeOf(() => newBank((file) => ({ ...file, title: "x".repeat(5000) }))), "bank-limit");
  assert.equal(codeOf(() => new glue.Bank([text, text.replace("题 0", "题 O")])), "bank-duplicate");
  assert.equal(codeOf(() => new glue.Bank([text, text])), undefined, "the same file twice is one bank");
});

test("a quota that cannot be met is an error", () => {
  const blueprint = { ...request.blueprint, sections: [{ count: 99, points: 1 }] };
  assert.equal(codeOf(() => bank.start(JSON.stringify({ ...request, blueprint }))), "quota");
});

test("a paper of given questions asks them in their order, without those that are gone", () => {
  const given = (questions) => bank.start(JSON.stringify({ ...request, questions }));
  const { paper } = JSON.parse(given(["g-order-01", "gone", "g-blank-00", "g-order-01"]));
  assert.deepEqual(paper.questions.map(({ id }) => id), ["g-order-01", "g-blank-00"]);
  for (const none of [[], ["gone"]]) assert.equal(codeOf(() => given(none)), "quota");
  for (const bad of ["g-blank-00", [1], ["No Id"]]) assert.equal(codeOf(() => given(bad)), "input");
});

test("numbers that JavaScript would bend are refused", () => {
  for (const seed of [-1, 1.5, 2 ** 32, "1", null]) {
    assert.equal(codeOf(() => bank.start(JSON.stringify({ ...request, seed }))), "input", `seed ${seed}`);
  }
  for (const now of [-1, 0.5, NaN, Infinity, undefined]) {
    assert.equal(codeOf(() => bank.resume(started, now)), "input", `now ${now}`);
  }
});

test("actions that cannot be taken say why by a code", () => {
  const [first] = JSON.parse(started).paper.questions;
  const act = (action, attempt = started, now = 2000) => codeOf(() => bank.act(attempt, JSON.stringify(action), now));
  assert.equal(act({ go: 1 }), undefined);
  assert.equal(act({ go: 10 }), "unknown-question");
  assert.equal(act({ lock: "nobody" }), "unknown-question");
  assert.equal(act({ answer: { question: first.id, answer: { judge: "yes" } } }), "input");
  assert.equal(act({ dance: 1 }), "input");
  assert.equal(act("finish"), undefined);
  assert.equal(act({ go: 1 }, bank.act(started, '"finish"', 2000)), "finished");
});

test("the key and the report stay shut while the attempt is open", () => {
  const [first] = JSON.parse(started).paper.questions;
  assert.equal(codeOf(() => bank.feedback(started, first.id, "en")), "not-finished");
  assert.equal(codeOf(() => bank.report(started, "en")), "not-finished");
});

test("answers to questions that have changed since are refused", () => {
  const changed = newBank((file) => ({ ...file, questions: file.questions.map((one) => ({ ...one, topic: "new" })) }));
  assert.equal(codeOf(() => changed.resume(started, 2000)), "bank-changed");
  assert.equal(codeOf(() => changed.report(bank.act(started, '"finish"', 2000), "en")), "bank-changed");
});

test("half of a stored attempt is refused, and so is one with something added", () => {
  assert.equal(codeOf(() => bank.resume(started.slice(0, 100), 2000)), "input");
  assert.equal(codeOf(() => bank.resume(started.replace("{", '{"extra":1,'), 2000)), "input");
});

test("a fresh seed is 32 bits of the machine's randomness, or an error where it has none", (context) => {
  const seeds = Array.from({ length: 8 }, () => glue.freshSeed());
  for (const seed of seeds) assert(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32, `${seed}`);
  assert(new Set(seeds).size > 1);
  context.mock.method(crypto, "getRandomValues", () => {
    throw new Error("no randomness today");
  });
  assert.equal(codeOf(() => glue.freshSeed()), "input");
});

test("every rule has its line in both languages", () => {
  for (const rule of ["all-or-nothing", "half-when-incomplete", "per-choice", "right-minus-wrong", "weights"]) {
    assert.match(glue.ruleText(rule, "zh-CN"), /\p{Script=Han}/u);
    assert.match(glue.ruleText(rule, "en"), /^[A-Z][\x20-\x7e]+\.$/);
  }
  assert.equal(codeOf(() => glue.ruleText("luck", "en")), "input");
});

test("markup and Tibetan come through unchanged", () => {
  const stem = "<img src=x onerror=alert(1)> མེ་འགོག་ &amp; \u0f0b\u0f39";
  const one = newBank((file) => ({ ...file, questions: file.questions.map((question) => ({ ...question, stem: { bo: stem, en: "x" } })) }));
  const attempt = one.start(JSON.stringify(request));
  assert.equal(JSON.parse(one.prompt(attempt, 0, "bo")).stem, stem);
  assert.equal(JSON.parse(one.prompt(attempt, 0, "bo-CN")).stem, stem);
});
