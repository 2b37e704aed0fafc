// @ts-check
/** @import { Attempt } from "../generated/engine.js" */
/** @import { State } from "../state/reducer.js" */
import { dayOf, dayOfSeed } from "./day.js";

/**
 * The best score of each day's five, and whether they were done on that day, after one more was done. The core's calendar
 * puts two together by the same rule; tests/boundary/same-rules.test.mjs holds this one to it.
 * @param {State["daily"]} daily @param {Attempt} attempt @param {number} percent
 */
export function withScore(daily, { paper, started }, percent) {
  const day = dayOfSeed(paper.seed);
  const before = daily[day];
  const after = {
    percent: Math.max(percent, before?.percent ?? 0),
    on_time: dayOf(started) === day || !!before?.on_time,
  };
  // A list that nothing comes to stays the same one, so that it is not stored again.
  const isKnown = before?.percent === after.percent && before.on_time === after.on_time;
  return isKnown ? daily : { ...daily, [day]: after };
}
