// @ts-check
// What the home screen shows.
/** @import { State } from "../state/reducer.js" */
/** @import { HomeModel } from "./home-screen.js" */
import { dayOf, seedOfDay } from "../calendar/day.js";
import { presetOf, themesOf } from "../content/build-data.js";
import { titleOf } from "../quiz/models.js";
import { underWay } from "../state/reducer.js";

/** What parts that come later tell the home screen. @type {{ due?: () => string }} */
export const known = {};

/**
 * @param {State} state
 * @param {number} now
 * @returns {HomeModel}
 */
export function homeModel(state, now) {
  const day = dayOf(now);
  const daily = presetOf("daily");
  const [attempt] = state.open;
  return {
    daily,
    exam: presetOf("exam"),
    dailyOpen: !!daily && !!underWay(state, daily, themesOf(daily, ""), seedOfDay(day)),
    dailyPercent: state.daily[day]?.percent,
    resume: attempt && {
      words: { title: titleOf(attempt), n: attempt.current + 1, of: attempt.paper.questions.length },
      over: attempt.deadline !== undefined && attempt.deadline <= now,
    },
    due: known.due?.(),
    storageBlocked: state.storageBlocked,
  };
}
