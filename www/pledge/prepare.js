// @ts-check
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
import { buildData, themeOf } from "../content/build-data.js";
import { lastName, nameFrom } from "../drawing/names.js";
import { localized, say } from "../i18n/i18n.js";
import { change, flushed, getState } from "../state/store.js";
import { mount, mountThemes } from "./pledge-screen.js";
import { promises } from "./promises.js";

/**
 * Promises to sign: `#/pledge/home`, or which place they are for: `#/pledge`.
 * @param {ReturnVisit} route @param {Guard} guard @returns {Promise<Screen>}
 */
export async function prepare({ parts: [, id = ""] }, guard) {
  const theme = themeOf(id);
  if (!theme) return { name: "pledge", mount: mountThemes, model: () => buildData.themes, title: () => say("pledge") };
  const offered = (await guard(promises())).filter((one) => one.theme === id);
  const actions = {
    sign: async (/** @type {import("./pledge-screen.js").Signing} */ { promises, name, strokes }) => {
      const pledge = { at: Date.now(), theme: id, promises, name: nameFrom(name), strokes };
      change(({ pledges }) => ({ pledges: [...pledges, pledge] }));
      await flushed();
      location.hash = "#/wall";
    },
  };
  return {
    name: `pledge ${id}`,
    mount: (element) => mount(element, actions),
    model: () => ({ theme, promises: offered, name: nameToTry(), notice: getState().storageBlocked }),
    title: () => `${say("pledge")} · ${localized(theme.label)}`,
  };
}

/** The name that was given last on this phone; whoever signs after that person is somebody else. */
function nameToTry() {
  const { certificates, pledges } = getState();
  const name = lastName(certificates);
  return pledges.some((one) => one.name === name) ? "" : name;
}
