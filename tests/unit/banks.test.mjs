// How a bank that came without words gets them, part by part.
import assert from "node:assert/strict";
import { test } from "node:test";

import { served } from "./page.mjs";
import { unpack } from "../../www/content/unpack.js";

const { banksWith, forgetBanks, overlay, Unreachable } = await import("../../www/content/banks.js");

/** A bank of three questions as the build packs it: two questions share a file of words. */
const NAMES = [["id", "stem", "items"], ["questions"], ["id", "text"]];
const item = (id) => [3, id, ""];
const BANK = [[2, [0, [1, "a", "", [0, item("x"), item("y")]], [1, "b", "", [0]], [1, "c", "", [0]]]], [], NAMES];
const wordsOf = (...rows) => [[0, ...rows], []];

test("what is packed comes out with its names, and what is repeated in each of its places", () => {
  assert.deepEqual(unpack([1, "q", 3], [], [["id", "n"]]), { id: "q", n: 3 });
  assert.deepEqual(unpack([0, 1, "x", [0]], [], []), [1, "x", []]);
  const again = [[1, "twice"], [0, [-1], 2]];
  assert.deepEqual(unpack([0, [-1], [-2]], again, [["text"]]), [{ text: "twice" }, [{ text: "twice" }, 2]]);
  assert.deepEqual([null, true, 0, "t"].map((value) => unpack(value, [], [])), [null, true, 0, "t"]);
});

test("words are laid over what is there, field by field and item by item", () => {
  const under = { id: "a", stem: "", items: [{ id: "x", text: "" }, { id: "y", text: "" }] };
  const over = { stem: "Why?", items: [{ text: "X" }, { text: "Y" }], key: "y" };
  const both = { id: "a", stem: "Why?", items: [{ id: "x", text: "X" }, { id: "y", text: "Y" }], key: "y" };
  assert.deepEqual(overlay(under, over), both);
  assert.deepEqual([under.stem, over.items[0].id], ["", undefined], "neither is changed");
});

test("a list that was empty takes the other one whole, and what the words lack stays", () => {
  assert.deepEqual(overlay({ accept: [], n: 1 }, { accept: ["a", "b"] }), { accept: ["a", "b"], n: 1 });
  assert.equal(overlay("kept", undefined), "kept");
});

test("a bank has the words of the questions that are named and of their part, and each file is fetched once", async () => {
  served.set("banks/home.json", BANK);
  served.set("words/0.home.json", wordsOf([1, "a", "A?", [0, [3, "x", "X"], [3, "y", "Y"]]], [1, "b", "B?", [0]]));
  served.set("words/1.home.json", wordsOf([1, "c", "C?", [0]]));
  const stems = async (ids) => (await banksWith(["home"], "zh-CN", ids))[0].file.questions.map(({ stem }) => stem);
  assert.deepEqual(await stems(), ["", "", ""]);
  assert.deepEqual(await stems(["b"]), ["A?", "B?", ""]);
  served.delete("words/0.home.json");
  assert.deepEqual(await stems(["a", "c", "gone"]), ["A?", "B?", "C?"]);
});

test("a file that did not come is asked for again, and says so", async () => {
  await assert.rejects(banksWith(["school"], "zh-CN"), Unreachable);
  served.set("banks/school.json", BANK);
  const [bank] = await banksWith(["school"], "zh-CN");
  assert.equal(bank.file.questions.length, 3);
  // A theme that is in no other language comes in the first.
  assert.equal((await banksWith(["school"], "en"))[0], bank);
});

test("a file that is not what the build made has a code, and a bank that was dropped comes anew", async () => {
  const [before] = await banksWith(["school"], "zh-CN");
  forgetBanks([before]);
  served.set("banks/school.json", "<p>Sign in to this network</p>");
  await assert.rejects(banksWith(["school"], "zh-CN"), { code: "bank-syntax" });
  await assert.rejects(banksWith(["nowhere"], "zh-CN"), { code: "bank-changed" });
});
