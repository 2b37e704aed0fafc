// @ts-check
// Settings: what can be switched on, and how the page follows.
import { loadStyles } from "#source";
import { buildData } from "../content/build-data.js";
import { change, getState } from "../state/store.js";
import { CONTRAST_QUERY } from "./contrast-query.js";

/**
 * What a person can switch on, in the order shown.
 * @typedef {"big" | "contrast" | "still" | "left" | "slow" | "vibrate"} Setting
 */

/** @type {Setting[]} */
export const SETTINGS = ["big", "contrast", "still", "left", "slow", "vibrate"];

const root = document.documentElement;
const contrast = matchMedia(CONTRAST_QUERY);
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Whether a setting is on. @param {Setting} name */
export const isOn = (name) => getState().settings[name] === true;

/** Whether the device asks for it by itself. @param {Setting} name */
export const isAskedByDevice = (name) => (name === "contrast" ? contrast.matches : name === "still" && still.matches);

/** Switches a setting. @param {Setting} name @param {boolean} on */
export function setSetting(name, on) {
  change(({ settings }) => ({ settings: { ...settings, [name]: on } }));
  applySettings();
}

/** From now on the page looks as the settings say, also where they are changed elsewhere: in another tab, or on the device. */
export function applySettingsAlways() {
  applySettings();
  contrast.addEventListener("change", applySettings);
  // What is stored may have been taken over from another phone, or erased.
  for (const name of ["storage", "hashchange"]) addEventListener(name, applySettings);
}

/** The first script has done the same before anything was painted. */
function applySettings() {
  const on = SETTINGS.filter((name) => isOn(name) || (name === "contrast" && isAskedByDevice(name)));
  for (const name of SETTINGS) root.classList.toggle(name, on.includes(name));
  if (on.length) loadStylesOnce(buildData.styles.settings);
}

/** Has a style sheet in the page, once. @param {string} href */
export function loadStylesOnce(href) {
  if (document.querySelector(`link[href="${href}"]`)) return;
  // Without it everything works and only looks as it always does; what comes next asks again.
  loadStyles(href).catch(() => document.querySelector(`link[href="${href}"]`)?.remove());
}
