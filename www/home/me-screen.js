// @ts-check
import { addTemplates, clone } from "../platform/dom.js";
import html from "./me.html";

addTemplates(html);

/** A list of links, each to a screen. @param {HTMLElement} element */
export function mount(element) {
  element.replaceChildren(clone("me"));
  return () => {};
}
