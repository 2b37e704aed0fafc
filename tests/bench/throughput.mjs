// How much the engine does in a second, compiled for the page; and its parsing and checking beside plain JavaScript's.
// Usage: node throughput.mjs ENGINE BANK...     ENGINE is a folder with engine.js and engine.wasm, built with the
// feature `trainer`; each BANK a file that generate.mjs wrote.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkInJavaScript } from "./checks.mjs";

const [folder, ...files] = process.argv.slice(2);

/** Drawing from the largest bank may take so many times as long as from the smallest. */
const MOST_GROWTH = 2;

/** Parsing and checking this many questions may take so many times as long as in plain JavaScript. */
const CONTEST = { questions: 10_000, most: 1.3 };

/** What banks are held against: the files beside them in a folder, and what the build would add. */
function contextIn(folder) {
  const file = (name) => readFileSync(join(folder, name), "utf8");
  const names = ["themes.json", "topics.json", "presets.json", "sources.json"];
  const [themes, topics, presets, sources] = names.map(file);
  const pictures = picturesIn(join(folder, "pictures")).map((name) => `pictures/${name}`);
  return { themes, topics, presets, sources, set: "default", langs: ["zh-CN", "en"], pictures, today: "2026-11-23" };
}

const picturesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

const root = join(import.meta.dirname, "../..");
const context = contextIn(join(root, "questions"));
const exam = JSON.parse(context.presets).presets.find(({ id }) => id === "exam");

const engine = await import(resolve(folder, "engine.js"));
await engine.default({ module_or_path: readFileSync(join(folder, "engine.wasm")) });

function checker({ themes, topics, presets, sources, ...settings }) {
  const checker = new engine.Checker(themes, presets, sources, JSON.stringify(settings), topics);
  return (text) => JSON.parse(checker.check(["bank.json"], [text]));
}

const checkInWasm = checker(context);

/** Makes sure that both find the same in every bad bank; all but fields that stand twice, which JSON.parse hides. */
function assertSameFindings() {
  const fixtures = join(root, "tests/fixtures");
  const context = contextIn(join(fixtures, "context"));
  const check = checker(context);
  const places = (findings) => findings.map(({ code, pointer }) => `${code} ${pointer}`).sort();
  const banks = readdirSync(join(fixtures, "findings")).filter((name) => /^(?!bank-shape).*\.json$/.test(name));
  assert(banks.length > 20);
  for (const name of banks) {
    const text = readFileSync(join(fixtures, "findings", name), "utf8");
    assert.deepEqual(places(checkInJavaScript(text, context)), places(check(text)), name);
  }
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

/** Seconds that a run of each takes, in turns: at least five of each, and half a second in all. */
function medianSeconds(...runs) {
  const times = runs.map(() => []);
  const start = performance.now();
  while (times[0].length < 5 || performance.now() - start < 500) {
    runs.forEach((run, at) => {
      const before = performance.now();
      run();
      times[at].push((performance.now() - before) / 1000);
    });
  }
  return times.map(median);
}

const start = (bank, seed) => bank.start(JSON.stringify({ blueprint: exam, themes: [], seed, seen: {}, now: 0 }));

/** A finished exam with every question answered right. */
function answered(bank) {
  const blank = bank.act(start(bank, 1), '"finish"', 1);
  let attempt = start(bank, 1);
  for (const { id } of JSON.parse(blank).paper.questions) {
    const { key } = JSON.parse(bank.feedback(blank, id, "zh-CN"));
    attempt = bank.act(attempt, JSON.stringify({ answer: { question: id, answer: key } }), 1);
  }
  return bank.act(attempt, '"finish"', 2);
}

function measure(file) {
  const text = readFileSync(file, "utf8");
  const questions = JSON.parse(text).questions.length;
  assert.deepEqual(checkInWasm(text), []);
  const [checked] = medianSeconds(() => checkInWasm(text));
  const bank = new engine.Bank([text]);
  let seed = 0;
  const [drawn] = medianSeconds(() => start(bank, ++seed));
  const attempt = answered(bank);
  assert.equal(JSON.parse(bank.report(attempt, "en")).percent, 100);
  const [marked] = medianSeconds(() => bank.report(attempt, "zh-CN"));
  bank.free();
  return { file, questions, checked: checked / questions, drawn, marked };
}

assertSameFindings();
const lines = files.map(measure);
console.log("in wasm, a second    questions parsed and checked      papers drawn       attempts marked");
lines.forEach((line, at) => {
  const cell = (name) => {
    const growth = at ? ` (time x${(line[name] / lines[at - 1][name]).toFixed(2)})` : "";
    return (1 / line[name]).toFixed(0).padStart(12) + growth.padEnd(13);
  };
  console.log(`${String(line.questions).padStart(9)} questions  ${["checked", "drawn", "marked"].map(cell).join("  ")}`);
});
const [first, last] = [lines[0], lines.at(-1)];
const growth = last.drawn / first.drawn;
console.log(`drawing from ${last.questions} takes x${growth.toFixed(2)} of ${first.questions}, at most x${MOST_GROWTH}`);

const { file } = lines.find(({ questions }) => questions === CONTEST.questions);
const text = readFileSync(file, "utf8");
assert.deepEqual(checkInJavaScript(text, context), []);
const [ours, theirs] = medianSeconds(() => checkInWasm(text), () => checkInJavaScript(text, context));
const ratio = ours / theirs;
console.log(
  `parsing and checking ${CONTEST.questions} questions: ${(ours * 1000).toFixed(0)} ms in wasm, ` +
    `${(theirs * 1000).toFixed(0)} ms in JavaScript: ratio ${ratio.toFixed(2)}, at most ${CONTEST.most}`,
);
process.exitCode = growth > MOST_GROWTH || ratio > CONTEST.most ? 1 : 0;
