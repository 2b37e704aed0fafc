// @ts-check
/** @import { Attempt } from "../generated/engine.js" */
/** @import { Written } from "./certificate-drawing.js" */
import { LONGEST_NAME } from "../drawing/names.js";
import { pictureTools } from "../drawing/picture-tools.js";
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find } from "../platform/dom.js";
import { save } from "../platform/files.js";
import { drawCertificate } from "./certificate-drawing.js";
import html from "./certificate.html";

addTemplates(html);

/**
 * @typedef {object} CertificateModel
 * @property {Written} written
 * @property {Attempt} attempt
 * @property {boolean} notice  Whether this browser will not remember it.
 *
 * @typedef {{ rename: (typed: string) => void }} CertificateActions
 */

/** Pixels for each unit: enough for paper. */
const SCALE = 2;

/** @param {HTMLElement} element @param {CertificateActions} actions */
export function mount(element, { rename }) {
  const screen = clone("certificate");
  const field = /** @type {HTMLInputElement} */ (find(screen, ".name-field"));
  const told = find(screen, ".told-name");
  /** @type {CertificateModel} */
  let shown;
  /** @type {SVGSVGElement} */
  let drawing;
  field.maxLength = LONGEST_NAME;
  element.replaceChildren(screen);
  find(screen, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    rename(field.value);
    field.value = shown.written.name;
    told.textContent = say(shown.written.name ? "cert-named" : "cert-unnamed");
  });
  find(screen, ".picture-tools").replaceWith(
    pictureTools(() => ({ drawing, name: say("cert-file", { code: shown.written.code }), scale: SCALE })),
  );
  find(screen, ".print-now").addEventListener("click", () => window.print());
  find(screen, ".save-answers").addEventListener("click", () => save(answersOf(shown)));

  return (/** @type {CertificateModel} */ model) => {
    if (!shown) field.value = model.written.name;
    shown = model;
    drawing = drawCertificate(model.written);
    fillLine(find(screen, ".notice"), model.notice ? say("storage-blocked") : undefined);
    find(screen, ".sheet-of-paper").replaceChildren(drawing);
    find(screen, ".code-shown").textContent = model.written.code;
    find(screen, ".to-pledge").hidden = !!model.written.signed;
  };
}

/** The answers, as `sixinto mark` reads them. @param {CertificateModel} model */
function answersOf({ attempt, written }) {
  const name = `${say("answers-file", { code: written.code })}.json`;
  return new File([JSON.stringify(attempt)], name, { type: "application/json" });
}
