// Tibetan goes through the module letter by letter: stacked letters, marks above and below, and both kinds of the dot
// between syllables. The texts are from the Universal Declaration of Human Rights, and some that are hard to write.
import assert from "node:assert/strict";
import { test } from "node:test";

import { file, glue } from "./engine.mjs";

const text = file("tests/fixtures/tibetan.json");
const [question] = JSON.parse(text).questions;

const blueprint = {
  id: "practice", title: "practice", scope: "theme", sections: [{ count: 1, points: 10 }], rule: "all-or-nothing", feedback: "each", seed: "fresh",
};

/** What the module shows of the one question, and tells once it is answered. */
function through(text) {
  const bank = new glue.Bank([text]);
  const begun = bank.start(JSON.stringify({ blueprint, themes: ["home"], seed: 1, seen: {}, now: 0 }));
  const answered = bank.act(begun, JSON.stringify({ answer: { question: question.id, answer: { single: "a" } } }), 1);
  const locked = bank.act(answered, JSON.stringify({ lock: question.id }), 2);
  return { prompt: JSON.parse(bank.prompt(locked, 0, "bo")), feedback: JSON.parse(bank.feedback(locked, question.id, "bo")) };
}

function isUnchanged({ prompt, feedback }) {
  assert.equal(prompt.stem, question.stem);
  const byId = new Map(prompt.items.map(({ id, text }) => [id, text]));
  for (const { id, text } of question.choices) assert.equal(byId.get(id), text);
  assert.equal(feedback.explanation, question.explanation);
  assert.equal(feedback.action, question.action);
}

test("the texts have both dots and stacked letters", () => {
  assert.match(question.stem, /\u0f0b/);
  assert.match(question.stem, /\u0f0c/);
  assert.match(question.choices[0].text, /[\u0f90-\u0fbc]{2}/);
});

test("a bank in Tibetan comes out as it went in", () => isUnchanged(through(text)));

test("so does the Tibetan of a bank in several languages", () => {
  const others = (tibetan) => ({ "zh-CN": "中文", en: "English", bo: tibetan });
  const isText = (key) => ["stem", "text", "explanation", "action"].includes(key);
  const mixed = JSON.parse(text, (key, value) => (isText(key) ? others(value) : value));
  isUnchanged(through(JSON.stringify({ ...mixed, lang: "zh-CN" })));
});
