// What an address asks for.
import assert from "node:assert/strict";
import { test } from "node:test";

import { parse, seedIn } from "../../www/route.js";

const later = (hash) => {
  const { name, parts, asked } = parse(hash);
  assert.equal(name, "return-visit");
  return [parts, Object.fromEntries(asked)];
};

test("no address is home", () => {
  for (const hash of ["", "#", "#/", "#?x=1"]) assert.deepEqual(parse(hash), { name: "home" });
});

test("the paper under way and its report need nothing more", () => {
  assert.deepEqual(parse("#/take"), { name: "take" });
  assert.deepEqual(parse("#/report/anything"), { name: "report" });
});

test("a question looked back at is counted from one, and the first where it is no number", () => {
  const at = (hash) => parse(hash).at;
  assert.deepEqual(["3", "1", "0", "-4", "x", "2.9", ""].map((number) => at(`#/review/${number}`)), [2, 0, 0, 0, 0, 1, 0]);
});

test("a start screen has its preset and its place", () => {
  assert.deepEqual(parse("#/start/practice/home"), { name: "start", preset: "practice", theme: "home" });
  assert.deepEqual(parse("#/start"), { name: "start", preset: "", theme: "" });
});

test("a link to a paper has its place, its preset and its seed", () => {
  assert.deepEqual(parse("#/quiz/home?preset=exam&seed=7"), { name: "quiz", preset: "exam", theme: "home", seed: 7 });
  assert.deepEqual(parse("#/quiz/home"), { name: "quiz", preset: "practice", theme: "home", seed: undefined });
});

test("a seed is a whole number of 32 bits, or none", () => {
  assert.deepEqual(["0", "007", "4294967295"].map(seedIn), [0, 7, 4294967295]);
  for (const text of ["4294967296", "-1", "1.5", "1e3", "", " 7", "12345678901", null]) assert.equal(seedIn(text), undefined, text);
});

test("every other address is taken apart for the screens that come later", () => {
  assert.deepEqual(later("#/book/mistakes"), [["book", "mistakes"], {}]);
  assert.deepEqual(later("#/print/practice/home?seed=7"), [["print", "practice", "home"], { seed: "7" }]);
});

test("letters that are written with percent signs are read, and a broken sign is left as it stands", () => {
  assert.deepEqual(later("#/cards/%E7%84%8A%E5%B7%A5"), [["cards", "焊工"], {}]);
  assert.deepEqual(later("#/cards/100%"), [["cards", "100%"], {}]);
  assert.deepEqual(later("#/a%2Fb/c"), [["a/b", "c"], {}]);
});
