// @ts-check
/** @import { Asked } from "../generated/book.js" */
/** @import { Prepare } from "../screen-host.js" */
import { banksWith } from "../content/banks.js";
import { buildData } from "../content/build-data.js";
import { extra } from "../content/extras.js";
import { opened, progress } from "../engine/book-engine.js";
import { lang, say } from "../i18n/i18n.js";
import { mount } from "./progress-screen.js";

/** How far the person has come, by theme and topic. @type {Prepare} */
export async function prepare(_, guard) {
  const themes = buildData.themes.map(({ id }) => id);
  const [banks, topics] = await guard(Promise.all([banksWith(themes, lang()), extra("topics"), opened()]));
  const asked = index(banks.flatMap(({ file }) => /** @type {Asked[]} */ (/** @type {unknown} */ (file.questions))));
  return { name: "progress", mount, model: () => ({ standing: progress(asked), topics }), title: () => say("progress") };
}

/** What progress has to know of each question; one of two themes is in the bank of either. @param {Asked[]} questions */
function index(questions) {
  const byId = new Map(questions.map(({ id, themes, topic }) => [id, { id, themes, topic }]));
  return [...byId.values()];
}
