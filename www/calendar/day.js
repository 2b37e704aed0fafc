// @ts-check
// Days and the seeds that everyone shares on them. The core reckons the same (`day.rs`, `seed.rs`); the page does so too
// because the home screen tells of today before the engine is there. tests/boundary/same-rules.test.mjs and
// tests/unit/day.test.mjs hold the two together.

/** China has one time zone, and everyone there shares a day. */
const CHINA_OFFSET = 8 * 3_600_000;

/** The day in China, `2026-11-23`. @param {number} now */
export const dayOf = (now) => new Date(now + CHINA_OFFSET).toISOString().slice(0, 10);

/** The seed that everyone shares on a day. @param {string} day */
export const seedOfDay = (day) => Number(day.replaceAll("-", ""));

/** The day whose seed this is. @param {number} seed */
export const dayOfSeed = (seed) => String(seed).replace(/(..)(..)$/, "-$1-$2");

/** The seed of the day that a seed is of; that of today where it is of no day, or of one to come. @param {number | undefined} seed @param {number} now */
export function pastSeed(seed, now) {
  const today = dayOf(now);
  const day = dayOfSeed(seed ?? 0);
  // What is no day of the calendar comes out as another one, or as none.
  const isPast = day <= today && Date.parse(day) > 0 && dayOf(Date.parse(day)) === day;
  return seedOfDay(isPast ? day : today);
}
