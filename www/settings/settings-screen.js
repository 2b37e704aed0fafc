// @ts-check
/** @import { Speech } from "../speech/voice.js" */
/** @import { Setting } from "./settings.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, find } from "../platform/dom.js";
import html from "./settings.html";

addTemplates(html);

/**
 * @typedef {object} SettingsModel
 * @property {{ name: Setting, on: boolean, wanted: boolean }[]} switches  `wanted` is what the device asks for by itself.
 * @property {Speech} speech
 * @property {boolean} storageBlocked
 */

/** @param {HTMLElement} element @param {(name: Setting, on: boolean) => void} turn */
export function mount(element, turn) {
  const screen = clone("settings");
  /** @type {Map<Setting, HTMLElement>} */
  const rows = new Map();
  element.replaceChildren(screen);

  return (/** @type {SettingsModel} */ { switches, speech, storageBlocked }) => {
    for (const { name, on, wanted } of switches) {
      const row = rows.get(name) ?? makeRow(name);
      find(row, "strong").textContent = say(name);
      find(row, ".item-text span").textContent = say(wanted ? "by-device" : `${name}-about`);
      inputOf(row).checked = on;
    }
    find(screen, ".speech").textContent = say(`aloud-${speech}`);
    find(screen, ".notice").hidden = !storageBlocked;
  };

  /** @param {Setting} name */
  function makeRow(name) {
    const row = clone("switch");
    inputOf(row).addEventListener("change", () => turn(name, inputOf(row).checked));
    find(screen, ".switches").append(row);
    rows.set(name, row);
    return row;
  }
}

/** @param {HTMLElement} row @returns {HTMLInputElement} */
const inputOf = (row) => find(row, "input");
