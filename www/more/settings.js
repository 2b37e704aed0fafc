// @ts-check
/** @import { Screen } from "../stage.js" */
/** @import { SettingsModel } from "../screens/settings.js" */
/** @import { Setting } from "../settings.js" */
import { speech } from "../aloud/aloud.js";
import { remembered } from "../memory.js";
import { say } from "../say.js";
import { mount } from "../screens/settings.js";
import { isOn, isWanted, SETTINGS, turn } from "../settings.js";
import { refresh } from "../stage.js";
import { canVibrate } from "../vibrate.js";

/** How the page looks, sounds and feels to one person. @returns {Screen} */
export const prepare = () => ({
  name: "settings",
  mount: (element) => mount(element, switchOver),
  model,
  title: () => say("settings"),
});

/** @param {Setting} name @param {boolean} on */
function switchOver(name, on) {
  turn(name, on);
  refresh();
}

/** @returns {SettingsModel} */
function model() {
  const able = speech();
  // What this device cannot do is not offered.
  const offered = { slow: able === "ready", vibrate: canVibrate() };
  const names = SETTINGS.filter((name) => offered[/** @type {"slow"} */ (name)] ?? true);
  const switches = names.map((name) => ({ name, on: isOn(name), wanted: isWanted(name) }));
  return { switches, speech: able, forgetful: remembered().forgetful };
}
