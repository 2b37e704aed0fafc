// @ts-check
/** @import { Pledge } from "../generated/book.js" */
/** @import { More } from "../route.js" */
/** @import { Screen, UnlessLeft } from "../screen-host.js" */
/** @import { Note } from "./wall-drawing.js" */
import { themeOf } from "../content/build-data.js";
import { wholeDayName } from "../i18n/dates.js";
import { read, say } from "../i18n/i18n.js";
import { refresh } from "../screen-host.js";
import { dayOf } from "../state/reducer.js";
import { change, remembered } from "../state/store.js";
import { newestFirst, promiseTexts, textsOf } from "./promises.js";
import { mount } from "./wall-screen.js";

/** All pledges that were signed on this phone. @param {More} _ @param {UnlessLeft} unlessLeft @returns {Promise<Screen>} */
export async function prepare(_, unlessLeft) {
  const texts = await unlessLeft(promiseTexts());
  const actions = {
    remove: (/** @type {number} */ at) => {
      change(({ pledges }) => ({ pledges: pledges.filter((one) => one.at !== at) }));
      refresh();
    },
  };
  const model = () => ({
    notes: newestFirst(remembered().pledges).map((pledge) => noteOf(pledge, texts)),
    day: wholeDayName(dayOf(Date.now())),
  });
  return { name: "wall", mount: (element) => mount(element, actions), model, title: () => say("wall") };
}

/** @param {Pledge} pledge @param {Map<string, string>} texts @returns {Note} */
function noteOf(pledge, texts) {
  const { at, theme, name, strokes } = pledge;
  const found = themeOf(theme);
  const place = found ? read(found.label) : theme;
  return { at, theme, place, name, strokes, promises: textsOf(pledge, texts), day: wholeDayName(dayOf(at)) };
}
