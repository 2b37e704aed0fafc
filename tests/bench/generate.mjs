// Writes banks of many questions, for measuring: the shipped questions over and over, each time with another id and
// another number in its stem, so that nothing is the same twice and nothing has a finding.
// Usage: node generate.mjs FOLDER COUNT...     writes FOLDER/bank-COUNT.json
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...counts] = process.argv.slice(2);
const source = join(import.meta.dirname, "../../questions");
const others = ["presets.json", "schema.json", "sources.json", "themes.json"];
const banks = readdirSync(source).filter((name) => name.endsWith(".json") && !others.includes(name));
const read = (name) => JSON.parse(readFileSync(join(source, name), "utf8"));
const shipped = banks.sort().flatMap((name) => read(name).questions);

/** @param {number} at */
function question(at) {
  const { id, stem, ...rest } = shipped[at % shipped.length];
  const numbered = Object.fromEntries(Object.entries(stem).map(([lang, text]) => [lang, `${at}. ${text}`]));
  return JSON.stringify({ id: `${id.slice(0, 50)}-${at}`, stem: numbered, ...rest });
}

mkdirSync(folder, { recursive: true });
for (const count of counts) {
  const questions = Array.from({ length: Number(count) }, (_, at) => question(at));
  const title = '{"zh-CN":"很多题","en":"Many questions"}';
  const text = `{"format":1,"id":"bank-${count}","lang":"zh-CN","title":${title},"questions":[${questions.join()}]}`;
  writeFileSync(join(folder, `bank-${count}.json`), text);
}
