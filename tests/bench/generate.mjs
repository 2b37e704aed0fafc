// Writes banks of many questions, for measuring: the shipped questions over and over, each time with another id and
// the letters of its stem in another order, so that nothing is nearly the same twice and nothing has a finding.
// Usage: node generate.mjs FOLDER COUNT...     writes FOLDER/bank-COUNT.json
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...counts] = process.argv.slice(2);
const source = join(import.meta.dirname, "../../questions");
const others = ["pledges.json", "presets.json", "schema.json", "sources.json", "themes.json", "topics.json"];
const banks = readdirSync(source).filter((name) => name.endsWith(".json") && !others.includes(name));
const read = (name) => JSON.parse(readFileSync(join(source, name), "utf8"));
const shipped = banks.sort().flatMap((name) => read(name).questions);

/** Numbers that depend on a seed alone (mulberry32). @param {number} seed */
function chance(seed) {
  return (/** @type {number} */ below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A text with its letters in another order, but for the gaps of a `blank`. @param {string} text @param {number} seed */
function mixed(text, seed) {
  const below = chance(seed);
  return text.split("____").map((part) => shuffled([...part], below).join("")).join("____");
}

/** @param {string[]} letters @param {(below: number) => number} below */
function shuffled(letters, below) {
  for (let at = letters.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [letters[at], letters[other]] = [letters[other], letters[at]];
  }
  return letters;
}

/** @param {number} at */
function question(at) {
  const { id, stem, ...rest } = shipped[at % shipped.length];
  const other = Object.fromEntries(Object.entries(stem).map(([lang, text]) => [lang, mixed(text, at)]));
  return JSON.stringify({ id: `${id.slice(0, 50)}-${at}`, stem: other, ...rest });
}

mkdirSync(folder, { recursive: true });
for (const count of counts) {
  const questions = Array.from({ length: Number(count) }, (_, at) => question(at));
  const title = '{"zh-CN":"很多题","en":"Many questions"}';
  const text = `{"format":1,"id":"bank-${count}","lang":"zh-CN","title":${title},"questions":[${questions.join()}]}`;
  writeFileSync(join(folder, `bank-${count}.json`), text);
}
