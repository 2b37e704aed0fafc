// @ts-check
import { presetOf } from "../content/build-data.js";
import { fail } from "../error/error-screen.js";
import { more } from "../lazy.js";
import { run } from "../screen-host.js";
import { open } from "./quiz-flow.js";

/**
 * Opens a paper of exactly these questions, or of the first of them where a paper cannot hold all.
 * @param {"review" | "favourites"} name  The preset.
 * @param {string[]} questions
 */
export function openGiven(name, questions) {
  return run(async (unlessLeft) => {
    // These presets come with the later screens.
    await unlessLeft(more());
    const preset = presetOf(name);
    const screen = preset && (await open({ preset, theme: "", questions }, "pushState", unlessLeft));
    if (!screen) throw new Error(`no paper of ${name}`);
    return screen;
  }, fail);
}
