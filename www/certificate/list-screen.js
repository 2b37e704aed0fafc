// @ts-check
import { clone, find } from "../platform/dom.js";

/**
 * @typedef {object} CertificateLine
 * @property {string} code
 * @property {string} title
 * @property {string} about
 */

/** @param {HTMLElement} element */
export function mount(element) {
  const screen = clone("certificates");
  element.replaceChildren(screen);
  return (/** @type {CertificateLine[]} */ lines) => {
    find(screen, ".nothing-yet").hidden = lines.length > 0;
    find(screen, ".list").hidden = !lines.length;
    find(screen, ".list").replaceChildren(...lines.map(item));
  };
}

/** @param {CertificateLine} line */
function item({ code, title, about }) {
  /** @type {HTMLAnchorElement} */
  const link = clone("certificate-item");
  link.href = `#/certificate/${code}`;
  find(link, "strong").textContent = title;
  find(link, ".item-about").textContent = about;
  return link;
}
