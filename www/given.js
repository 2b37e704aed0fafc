// @ts-check
import { fail } from "./failing.js";
import { more } from "./later.js";
import { presetOf } from "./site.js";
import { run } from "./stage.js";
import { open } from "./taking.js";

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
