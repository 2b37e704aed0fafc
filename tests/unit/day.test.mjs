// Days and their seeds. That moments fall on the same days as in the core is held in tests/boundary/same-rules.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { dayOf, dayOfSeed, pastSeed, seedOfDay } from "../../www/calendar/day.js";

const noon = (day) => Date.parse(`${day}T12:00:00+08:00`);

test("a day has the seed that the core gives it, and the seed leads back to it", () => {
  const seeds = JSON.parse(readFileSync(new URL("../fixtures/calendar/seeds.json", import.meta.url), "utf8"));
  assert(Object.keys(seeds).length >= 200);
  for (const [day, seed] of Object.entries(seeds)) assert.deepEqual([seedOfDay(day), dayOfSeed(seed)], [seed, day]);
});

test("a day begins at midnight in China, wherever the phone is", () => {
  assert.equal(dayOf(Date.parse("2026-05-31T15:59:59.999Z")), "2026-05-31");
  assert.equal(dayOf(Date.parse("2026-05-31T16:00:00Z")), "2026-06-01");
});

test("a day gone by can still be done, and nobody looks at tomorrow's", () => {
  const now = noon("2026-06-10");
  assert.equal(pastSeed(20260601, now), 20260601);
  assert.equal(pastSeed(20260610, now), 20260610);
  assert.equal(pastSeed(20260611, now), 20260610);
});

test("a seed that is of no day is today's", () => {
  const now = noon("2026-06-10");
  for (const seed of [undefined, 0, 7, 20260230, 20261301, 4294967295]) assert.equal(pastSeed(seed, now), 20260610, String(seed));
});
