// @ts-check
/** @import { Drawing } from "../generated/book.js" */
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find } from "../platform/dom.js";
import { during } from "../screen-host.js";
import html from "./share.html";

addTemplates(html);

/**
 * @typedef {object} ShareItem
 * @property {string} href
 * @property {string} icon
 * @property {string} title
 * @property {string} [theme]
 *
 * @typedef {object} ShareListModel
 * @property {"share-lead" | "share-lead-own"} lead
 * @property {ShareItem[]} items
 *
 * @typedef {object} SharePaperModel
 * @property {string} what
 * @property {"share-means" | "share-means-done" | "share-means-untimed" | "share-means-other"} means
 * @property {string} link
 * @property {string} place  The same paper on this phone.
 * @property {Drawing} drawing
 * @property {boolean} isFile  Whether the page itself was opened from a file.
 */

/** What can be shared. @param {HTMLElement} element */
export function mountList(element) {
  const screen = clone("share-list");
  element.replaceChildren(screen);
  return (/** @type {ShareListModel} */ { lead, items }) => {
    find(screen, ".lead").textContent = say(lead);
    find(screen, ".list").replaceChildren(...items.map(makeItem));
  };
}

/** @param {ShareItem} item */
function makeItem({ href, icon, title, theme }) {
  /** @type {HTMLAnchorElement} */
  const item = clone("share-item");
  item.href = href;
  if (theme) item.dataset.theme = theme;
  find(item, "use").setAttribute("href", `#${icon}`);
  find(item, "strong").textContent = title;
  return item;
}

/** A paper with its link, as text and as a QR code. @param {HTMLElement} element */
export function mountPaper(element) {
  const screen = clone("share-paper");
  const told = find(screen, ".outcome");
  let text = "";
  let title = "";
  element.replaceChildren(screen);
  find(screen, ".send").hidden = !navigator.share;
  // Whoever changes their mind meanwhile need not be told.
  find(screen, ".send").addEventListener("click", () => navigator.share({ title, url: text }).catch(() => {}));
  find(screen, ".copy").addEventListener("click", () => during(copyLink()));

  async function copyLink() {
    const isCopied = await copy(text, find(screen, ".link"));
    told.textContent = say(isCopied ? "share-copied" : "share-not-copied");
  }

  return (/** @type {SharePaperModel} */ { what, means, link, place, drawing, isFile }) => {
    [text, title] = [link, `${say("brand")} · ${what}`];
    find(screen, ".what").textContent = what;
    find(screen, ".means").textContent = say(means);
    fillLine(find(screen, ".notice"), isFile ? say("share-file") : undefined);
    find(screen, ".link").textContent = link;
    /** @type {HTMLAnchorElement} */ (find(screen, ".begin")).href = place;
    draw(find(screen, ".code svg"), drawing, link);
  };
}

/** @param {Element} svg @param {Drawing} drawing @param {string} link */
function draw(svg, { size, path }, link) {
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("aria-label", link);
  for (const side of ["width", "height"]) find(svg, "rect").setAttribute(side, String(size));
  find(svg, "path").setAttribute("d", path);
}

/** Where the page came over a plain line, the browser has no clipboard for it, and copies only what is selected. @param {string} text @param {HTMLElement} shown */
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return document.execCommand("copy");
  }
}
