// @ts-check
/** @import { Pledge } from "../generated/book.js" */
/** @import { Note } from "../drawing/wall.js" */
/** @import { More } from "../route.js" */
/** @import { Screen, UnlessLeft } from "../stage.js" */
import { change, remembered } from "../memory.js";
import { wholeDayName } from "../month-name.js";
import { read, say } from "../say.js";
import { mount } from "../screens/wall.js";
import { dayOf } from "../session.js";
import { themeOf } from "../site.js";
import { refresh } from "../stage.js";
import { newestFirst, promiseTexts, textsOf } from "./promises.js";

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
