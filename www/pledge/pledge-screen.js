// @ts-check
/** @import { Theme } from "../content/build-data.js" */
/** @import { Promised } from "./promises.js" */
import { LONGEST_NAME, nameFrom } from "../drawing/names.js";
import { localized, say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find, make } from "../platform/dom.js";
import html from "./pledge.html";
import { signaturePad } from "./signature-pad.js";

addTemplates(html);

/**
 * @typedef {object} PledgeModel
 * @property {Theme} theme
 * @property {Promised[]} promises
 * @property {string} name     The name that was given last, to begin with.
 * @property {boolean} notice  Whether this browser will not remember it.
 *
 * @typedef {{ promises: string[], name: string, strokes: number[][] }} Signing
 */

/** The places that promises are for. @param {HTMLElement} element */
export function mountThemes(element) {
  const screen = clone("pledge-themes");
  element.replaceChildren(screen);
  return (/** @type {Theme[]} */ themes) => find(screen, ".list").replaceChildren(...themes.map(themeItem));
}

/** @param {Theme} theme */
function themeItem({ id, icon, label, about }) {
  /** @type {HTMLAnchorElement} */
  const item = clone("pledge-theme");
  item.href = `#/pledge/${id}`;
  item.dataset.theme = id;
  find(item, "use").setAttribute("href", `#icon-${icon}`);
  find(item, "strong").textContent = localized(label);
  find(item, ".item-about").textContent = localized(about);
  return item;
}

/** @param {HTMLElement} element @param {{ sign: (signing: Signing) => void }} actions */
export function mount(element, { sign }) {
  const screen = clone("pledge");
  const field = /** @type {HTMLInputElement} */ (find(screen, ".name-field"));
  const pad = signaturePad(find(screen, ".pad"));
  field.maxLength = LONGEST_NAME;
  element.replaceChildren(screen);
  screen.addEventListener("submit", (event) => {
    event.preventDefault();
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticked = screen.querySelectorAll("input:checked");
    const signing = { promises: Array.from(ticked, ({ value }) => value), name: field.value, strokes: pad.strokes() };
    const lack = lacking(signing);
    fillLine(find(screen, ".pledge-hint"), lack && say(lack));
    if (!lack) sign(signing);
    else (lack === "pledge-tick" ? find(screen, ".vow input") : field).focus();
  });
  let isFilled = false;

  return (/** @type {PledgeModel} */ { theme, promises, name, notice }) => {
    screen.dataset.theme = theme.id;
    fillLine(find(screen, ".notice"), notice ? say("storage-blocked") : undefined);
    find(screen, "use").setAttribute("href", `#icon-${theme.icon}`);
    find(screen, ".vow-place").textContent = localized(theme.label);
    if (isFilled) return;
    isFilled = true;
    field.value = name;
    find(screen, ".vows").append(...promises.map(vow));
  };
}

/** What is missing before it can be signed. @param {Signing} signing */
function lacking({ promises, name, strokes }) {
  if (!promises.length) return "pledge-tick";
  return nameFrom(name) || strokes.length ? undefined : "pledge-name";
}

/** @param {Promised} promise */
function vow({ id, text }) {
  const label = make("label");
  const box = document.createElement("input");
  label.className = "vow";
  box.type = "checkbox";
  box.value = id;
  label.append(box, make("span", text));
  return label;
}
