// How the page's files hang together.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

const root = new URL("../../www/", import.meta.url);
const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".js") && !name.startsWith("generated"));

/** The files that a file imports, at once or later. Types do not count. @param {string} name */
function importsOf(name) {
  const code = readFileSync(new URL(name, root), "utf8").replace(/\/\*.*?\*\//gs, "").replace(/^\s*\/\/.*$/gm, "");
  const found = code.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+\.js)"/g);
  return [...found].map(([, path]) => posix.join(posix.dirname(name), path)).filter((path) => files.includes(path));
}

/** The first circle that a file is on the way to. @param {string} name @param {string[]} path @param {Set<string>} done */
function circleFrom(name, path, done) {
  if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
  if (done.has(name)) return undefined;
  for (const next of importsOf(name)) {
    const circle = circleFrom(next, [...path, name], done);
    if (circle) return circle;
  }
  done.add(name);
  return undefined;
}

test("no file imports itself by a detour, not even by one that is fetched later", () => {
  assert(importsOf("main.js").includes("entries/after-answer.js") && importsOf("lazy.js").length > 0);
  const done = new Set();
  for (const name of files) assert.equal(circleFrom(name, [], done)?.join(" -> "), undefined);
});

test("only the page's start names the parts that are fetched later", () => {
  const entries = files.filter((name) => name.startsWith("entries/"));
  const importers = files.filter((name) => importsOf(name).some((path) => entries.includes(path)));
  assert.deepEqual(importers, ["main.js"]);
});
