// What the page reckons by itself, because the module that knows it comes later, is what the core reckons.
import assert from "node:assert/strict";
import { test } from "node:test";

import { statusOf } from "../../www/book/book-status.js";
import { withScore } from "../../www/calendar/best-scores.js";
import { dayOf, seedOfDay } from "../../www/calendar/day.js";
import { earnsCertificate } from "../../www/certificate/earned.js";
import { passMark, pointsOf } from "../../www/quiz/points.js";
import { glue as book } from "./book.mjs";
import { codeOf, file, glue as quiz } from "./engine.mjs";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const golden = (name) => JSON.parse(file(`tests/fixtures/golden/${name}.json`));

/** Whole numbers below a bound, the same on every run. */
function chance(seed) {
  let state = seed;
  return (bound) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** The day that the core's calendar calls today. @param {number} now */
function todayIn(now) {
  const about = new Date(now).toISOString();
  // Midnight in China is in the afternoon elsewhere, so that the month may be the next one.
  for (const moment of [about, new Date(now + DAY).toISOString()]) {
    const sheet = JSON.parse(book.month(JSON.stringify({ format: 2, days: {} }), moment.slice(0, 7), now));
    const [today] = sheet.days.filter(({ state }) => state === "open");
    if (today) return today.date;
  }
  throw new Error("no day is today");
}

test("a moment falls on the day that it falls on in the core", () => {
  const next = chance(1);
  const midnights = Array.from({ length: 400 }, (_, at) => (7_305 + at * 37) * DAY - 8 * HOUR);
  const moments = [0, ...midnights.flatMap((midnight) => [midnight - 1, midnight, midnight + next(DAY)])];
  for (const moment of moments) assert.equal(dayOf(moment), todayIn(moment), String(moment));
});

test("a question stands with the book as it does once the core has taken down what was told", () => {
  const next = chance(2);
  const now = 20_700 * DAY;
  const ids = ["q1", "q2", "q3"];
  const outcomes = ["right", "wrong", "partial", "blank"];
  // A clock may have been turned back, so that a card is of a time to come.
  const tries = (count) =>
    Array.from({ length: count }, () => ({
      question: ids[next(3)],
      outcome: outcomes[next(4)],
      at: now + (next(12) - 9) * HOUR,
      flagged: next(4) === 0,
    }));
  const changes = ["remove", "keep", "favourite", "unfavourite"];
  let decided = 0;
  for (let round = 0; round < 3000; round++) {
    let before = JSON.stringify({ format: 1, cards: {}, favourites: [] });
    before = book.record(before, JSON.stringify(tries(next(5))), now);
    before = book.change(before, JSON.stringify({ [changes[next(4)]]: ids[next(3)] }), now);
    const told = tries(next(6));
    const after = JSON.parse(book.record(before, JSON.stringify(told), now));
    for (const id of ids) {
      const card = after.cards[id];
      decided += card?.kept ? 1 : 0;
      assert.deepEqual(
        statusOf({ book: JSON.parse(before), tries: told }, id, now),
        { isKnown: !!card, isKept: !!card?.kept, isFavourite: after.favourites.includes(id) },
        JSON.stringify({ before, told, id }),
      );
    }
  }
  assert(decided > 1000);
});

test("of a day's five the score counts that counts in the core's calendar", () => {
  const next = chance(3);
  const nothing = JSON.parse(file("tests/fixtures/memory/whole.json"));
  const memory = (daily) => JSON.stringify({ ...nothing, daily });
  for (let round = 0; round < 500; round++) {
    const day = `2026-0${1 + next(9)}-1${next(10)}`;
    const played = () => ({ percent: next(101), on_time: next(2) === 0 });
    const before = next(3) ? { [day]: played() } : {};
    const { percent, on_time } = played();
    // Noon of that day, or of the day after.
    const started = Date.parse(day) + 4 * HOUR + (on_time ? 0 : DAY);
    const ours = withScore(before, { paper: { seed: seedOfDay(day) }, started }, percent);
    const core = book.importMemory(memory(before), "[]", 0, memory({ [day]: { percent, on_time } }));
    assert.deepEqual(ours, JSON.parse(core).daily, JSON.stringify({ before, day, percent, on_time }));
  }
});

test("a score that changes nothing leaves the list what it is, so that it is not stored again", () => {
  const before = { "2026-06-01": { percent: 80, on_time: true } };
  assert.equal(withScore(before, { paper: { seed: 20260601 }, started: Date.parse("2026-06-03") }, 60), before);
});

test("a certificate is offered where the core makes one", () => {
  const bank = new quiz.Bank([file("tests/fixtures/golden/bank.json")]);
  const outcomes = new Set();
  for (const { name } of golden("cases")) {
    const done = golden(`${name}.attempt`);
    for (const seconds of [undefined, 1, 60, 600, 2700]) {
      for (const pass_percent of [undefined, 0, 1, 40, 60, 100]) {
        for (const took of [0, 999, 1000, 1001, 60_000, 60_001, 600_000, 2_700_001]) {
          const paper = { ...done.paper, seconds, pass_percent };
          const attempt = { ...done, paper, finished: done.started + took };
          delete attempt.deadline;
          const report = JSON.parse(bank.report(JSON.stringify(attempt), "en"));
          const { micropoints, passed } = report;
          const code = codeOf(() => book.certificate(JSON.stringify(attempt), JSON.stringify({ micropoints, passed })));
          outcomes.add(code);
          assert.equal(earnsCertificate(attempt, report), code === undefined, JSON.stringify([name, seconds, pass_percent, took, code]));
        }
      }
    }
  }
  assert.deepEqual([...outcomes].sort(), ["no-pass-mark", "no-time-limit", "not-passed", "over-time", undefined]);
});

test("the pass mark that is written on a report is the one that counts, where it is a whole number of points", () => {
  const bank = new quiz.Bank([file("tests/fixtures/golden/bank.json")]);
  let compared = 0;
  for (const { name } of golden("cases")) {
    const done = golden(`${name}.attempt`);
    for (let pass_percent = 0; pass_percent <= 100; pass_percent++) {
      const report = JSON.parse(bank.report(JSON.stringify({ ...done, paper: { ...done.paper, pass_percent } }), "en"));
      if ((report.of * pass_percent) % 100_000_000) continue;
      compared++;
      const passes = pointsOf(report.micropoints) >= passMark(pointsOf(report.of), pass_percent);
      assert.equal(passes, report.passed, JSON.stringify([name, report.micropoints, report.of, pass_percent]));
    }
  }
  assert(compared > 20);
});
