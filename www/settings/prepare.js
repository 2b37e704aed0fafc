// @ts-check
/** @import { Screen } from "../screen-host.js" */
/** @import { SettingsModel } from "./settings-screen.js" */
/** @import { Setting } from "./settings.js" */
import { say } from "../i18n/i18n.js";
import { canVibrate } from "../platform/vibrate.js";
import { refresh } from "../screen-host.js";
import { speech } from "../speech/speech.js";
import { getState } from "../state/store.js";
import { mount } from "./settings-screen.js";
import { isAskedByDevice, isOn, setSetting, SETTINGS } from "./settings.js";

/** How the page looks, sounds and feels to one person. @returns {Screen} */
export const prepare = () => ({
  name: "settings",
  mount: (element) => mount(element, switchOver),
  model,
  title: () => say("settings"),
});

/** @param {Setting} name @param {boolean} on */
function switchOver(name, on) {
  setSetting(name, on);
  refresh();
}

/** @returns {SettingsModel} */
function model() {
  const able = speech();
  // What this device cannot do is not offered.
  const offered = { slow: able === "ready", vibrate: canVibrate() };
  const names = SETTINGS.filter((name) => offered[/** @type {"slow"} */ (name)] ?? true);
  const switches = names.map((name) => ({ name, on: isOn(name), wanted: isAskedByDevice(name) }));
  return { switches, speech: able, storageBlocked: getState().storageBlocked };
}
