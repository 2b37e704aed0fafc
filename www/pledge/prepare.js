// @ts-check
/** @import { More } from "../route.js" */
/** @import { Screen, UnlessLeft } from "../screen-host.js" */
import { site, themeOf } from "../content/build-data.js";
import { lastName, nameFrom } from "../drawing/names.js";
import { read, say } from "../i18n/i18n.js";
import { change, kept, remembered } from "../state/store.js";
import { mountThemes, mount } from "./pledge-screen.js";
import { promises } from "./promises.js";

/**
 * Promises to sign: `#/pledge/home`, or which place they are for: `#/pledge`.
 * @param {More} route @param {UnlessLeft} unlessLeft @returns {Promise<Screen>}
 */
export async function prepare({ parts: [, id = ""] }, unlessLeft) {
  const theme = themeOf(id);
  if (!theme) return { name: "pledge", mount: mountThemes, model: () => site.themes, title: () => say("pledge") };
  const offered = (await unlessLeft(promises())).filter((one) => one.theme === id);
  const actions = {
    sign: async (/** @type {import("./pledge-screen.js").Signing} */ { promises, name, strokes }) => {
      const pledge = { at: Date.now(), theme: id, promises, name: nameFrom(name), strokes };
      change(({ pledges }) => ({ pledges: [...pledges, pledge] }));
      await kept();
      location.hash = "#/wall";
    },
  };
  return {
    name: `pledge ${id}`,
    mount: (element) => mount(element, actions),
    model: () => ({ theme, promises: offered, name: nameToTry(), notice: remembered().forgetful }),
    title: () => `${say("pledge")} · ${read(theme.label)}`,
  };
}

/** The name that was given last on this phone; whoever signs after that person is somebody else. */
function nameToTry() {
  const { certificates, pledges } = remembered();
  const name = lastName(certificates);
  return pledges.some((one) => one.name === name) ? "" : name;
}
