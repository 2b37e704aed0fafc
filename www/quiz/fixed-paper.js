// @ts-check
// Papers whose questions are named instead of drawn: mistakes done again, favourites.
import { presetOf } from "../content/build-data.js";
import { fail } from "../error/error-screen.js";
import { returnVisit } from "../lazy.js";
import { run } from "../screen-host.js";
import { startQuiz } from "./quiz-flow.js";

/**
 * Opens a paper of exactly these questions, or of the first of them where a paper cannot hold all.
 * @param {"review" | "favourites"} name  The preset.
 * @param {string[]} questions
 */
export function openFixedPaper(name, questions) {
  return run(async (guard) => {
    // These presets come with the later screens.
    await guard(returnVisit());
    const preset = presetOf(name);
    const screen = preset && (await startQuiz({ preset, theme: "", questions }, "pushState", guard));
    if (!screen) throw new Error(`no paper of ${name}`);
    return screen;
  }, fail);
}
