// @ts-check
/** @import { Pledge } from "../generated/book.js" */
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { Note } from "./wall-drawing.js" */
import { dayOf } from "../calendar/day.js";
import { themeOf } from "../content/build-data.js";
import { wholeDayName } from "../i18n/dates.js";
import { localized, say } from "../i18n/i18n.js";
import { refresh } from "../screen-host.js";
import { change, getState } from "../state/store.js";
import { newestFirst, promiseTexts, textsOf } from "./promises.js";
import { mount } from "./wall-screen.js";

/** All pledges that were signed on this phone. @param {ReturnVisit} _ @param {Guard} guard @returns {Promise<Screen>} */
export async function prepare(_, guard) {
  const texts = await guard(promiseTexts());
  const actions = {
    remove: (/** @type {number} */ at) => {
      change(({ pledges }) => ({ pledges: pledges.filter((one) => one.at !== at) }));
      refresh();
    },
  };
  const model = () => ({
    notes: newestFirst(getState().pledges).map((pledge) => noteOf(pledge, texts)),
    day: wholeDayName(dayOf(Date.now())),
  });
  return { name: "wall", mount: (element) => mount(element, actions), model, title: () => say("wall") };
}

/** @param {Pledge} pledge @param {Map<string, string>} texts @returns {Note} */
function noteOf(pledge, texts) {
  const { at, theme, name, strokes } = pledge;
  const found = themeOf(theme);
  const place = found ? localized(found.label) : theme;
  return { at, theme, place, name, strokes, promises: textsOf(pledge, texts), day: wholeDayName(dayOf(at)) };
}
