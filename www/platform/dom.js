// @ts-check
// Small tools for the page's elements.
import { sayAll } from "../i18n/i18n.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The element that a selector finds; the page is written so that it is there.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 */
export const find = (root, selector) => /** @type {T} */ (root.querySelector(selector));

/**
 * A new copy of a template's one element, in the language spoken.
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 */
export function clone(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  return /** @type {T} */ (sayAll(copy).firstElementChild);
}

/** Puts templates and pictures that come with a later script into the page. @param {string} html */
export function addTemplates(html) {
  document.body.append(...new DOMParser().parseFromString(html, "text/html").querySelectorAll("template, .sprite"));
}

/**
 * An element that holds a text, or nothing.
 * @param {string} name
 * @param {string} [text]
 */
export function make(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/**
 * A new part of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} [attributes]
 * @param {Element[]} children
 */
export function draw(name, attributes = {}, ...children) {
  const part = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
  part.append(...children);
  return part;
}

/** A picture of the sprite. @param {string} name */
export const icon = (name) => draw("svg", { class: "icon", "aria-hidden": "true" }, draw("use", { href: `#${name}` }));

/**
 * Fills a tag with an icon and a word, or empties it.
 * @param {Element} tag
 * @param {string} [image]
 * @param {string} [word]
 */
export function fillTag(tag, image, word = "") {
  tag.replaceChildren(...(image ? [icon(image), make("span", word)] : []));
}

/** Shows a line of text, or takes the line away. @param {HTMLElement} line @param {string | undefined} text */
export function fillLine(line, text) {
  line.hidden = !text;
  if (line.textContent !== (text ?? "")) line.textContent = text ?? "";
}

/** Says something to a screen reader, without showing it. @param {string} text */
export function announce(text) {
  find(document, "#live").textContent = text;
}
