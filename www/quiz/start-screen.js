// @ts-check
/** @import { Theme } from "../content/build-data.js" */
/** @import { Blueprint, Kind } from "../generated/engine.js" */
import { sizeOf } from "../content/build-data.js";
import { duration, localized, say } from "../i18n/i18n.js";
import { clone, fillLine, find } from "../platform/dom.js";
import { passMark } from "./points.js";

/**
 * @typedef {object} StartModel
 * @property {Blueprint} preset
 * @property {Theme | undefined} theme
 * @property {Blueprint[]} variants  Presets that differ only in the pass mark, this one included.
 * @property {string} ruleText
 * @property {string | undefined} notice
 *
 * @typedef {object} StartActions
 * @property {(preset: Blueprint) => void} begin
 * @property {(preset: string) => void} choose
 */

/** @param {HTMLElement} element @param {StartActions} actions */
export function mount(element, actions) {
  /** @type {HTMLFormElement} */
  const form = clone("start");
  /** @type {Blueprint} */
  let shown;
  /** @type {HTMLInputElement} */
  const untimed = find(form, ".untimed input");
  element.replaceChildren(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.begin(asked());
  });
  form.addEventListener("change", (event) => {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (name) actions.choose(value);
    else fillFacts(asked());
  });

  return (/** @type {StartModel} */ { preset, theme, variants, ruleText, notice }) => {
    shown = preset;
    const { points } = sizeOf(preset);
    form.dataset.theme = theme?.id ?? "";
    find(form, ".place").hidden = !theme;
    find(form, ".place use").setAttribute("href", `#icon-${theme?.icon}`);
    fill(".place span", theme ? localized(theme.label) : "");
    fill("h1", localized(preset.title));
    fill(".about", preset.about ? localized(preset.about) : "");
    fillLine(find(form, ".notice"), notice);
    find(form, ".untimed").hidden = !preset.seconds;
    fillFacts(asked());
    fill(".points", pointsText(preset));
    fill(".rule-text", ruleText);
    fillVariants(find(form, ".variants"), preset, variants, points);
  };

  /** The preset with or without its time limit. */
  function asked() {
    return untimed.checked ? { ...shown, seconds: undefined } : shown;
  }

  /** @param {string} selector @param {string} text */
  function fill(selector, text) {
    find(form, selector).textContent = text;
  }

  /** @param {Blueprint} preset */
  function fillFacts(preset) {
    const { questions, points } = sizeOf(preset);
    fill(".count", say("questions", { n: questions }));
    fill(".time", preset.seconds ? duration(preset.seconds) : say("no-limit"));
    fill(".full", say("n-points", { n: points }));
    fill(".pass", passText(preset, points));
  }
}

/** @param {Blueprint} preset @param {number} points */
function passText({ pass_percent: percent }, points) {
  return percent === undefined ? say("no-pass") : say("n-points", { n: passMark(points, percent) });
}

/** @param {Blueprint} preset */
function pointsText({ sections }) {
  if (sections.length === 1) return say("each-points", { n: sections[0].points });
  const named = (/** @type {Kind[]} */ kinds) => kinds.map((kind) => say(kind)).join("/");
  return sections.map(({ kinds = [], points }) => say("kind-points", { kind: named(kinds), n: points })).join(" · ");
}

/** @param {HTMLElement} fieldset @param {Blueprint} preset @param {Blueprint[]} variants @param {number} points */
function fillVariants(fieldset, preset, variants, points) {
  fieldset.hidden = variants.length < 2;
  const labels = variants.map((variant) => {
    const label = clone("variant");
    /** @type {HTMLInputElement} */
    const input = find(label, "input");
    input.value = variant.id;
    input.checked = variant.id === preset.id;
    const n = passMark(points, variant.pass_percent);
    find(label, "span").textContent = say("pass-at", { n });
    return label;
  });
  const focused = fieldset.contains(document.activeElement);
  fieldset.replaceChildren(find(fieldset, "legend"), ...labels);
  if (focused) /** @type {HTMLElement} */ (find(fieldset, "input:checked")).focus();
}
