// Tells the stories of all files, or of those that are named: in one process and before one browser, several at once, in
// an order that chance gives and a seed gives again.
import { randomInt } from "node:crypto";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { describe, test } from "node:test";
import { parseArgs } from "node:util";

import { gather } from "./telling.mjs";

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many times all of it is told. */
    times: { type: "string", default: "1" },
    /** Gives an order again. */
    seed: { type: "string" },
    /** How many stories go on at once. */
    at: { type: "string" },
  },
});

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
const asked = files.filter((name) => !named.length || named.some((one) => name === `${one}.test.mjs`));
if (asked.length < named.length) throw new Error(`no such file among ${files.join(" ")}`);

const seed = Number(options.seed ?? randomInt(2 ** 31));
const atOnce = Number(options.at ?? availableParallelism());
const times = Number(options.times);
const stories = await gather(asked.map((name) => new URL(name, folder).href));

console.log(`${stories.length} stories, ${times} times, ${atOnce} at once, in the order --seed ${seed}`);

describe("stories", { concurrency: atOnce }, () => {
  for (const { name, run } of Array.from({ length: times }, (_, round) => shuffled(round)).flat()) test(name, run);
});

/** All stories in an order of chance; those that take long come first, so that nobody waits for one at the end. */
function shuffled(round) {
  const next = dice(seed + round);
  const placed = stories.map((story) => ({ story, place: next() - Number(story.isLong) }));
  return placed.sort((one, other) => one.place - other.place).map(({ story }) => story);
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32, public domain). @param {number} state */
function dice(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
