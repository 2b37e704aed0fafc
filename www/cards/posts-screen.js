// @ts-check
/** @import { Theme } from "../content/build-data.js" */
/** @import { CardSet } from "./job-card.js" */
import { buildData } from "../content/build-data.js";
import { localized } from "../i18n/i18n.js";
import { clone, find } from "../platform/dom.js";

/** Job posts to choose from, by place, and a field that leaves only those whose name has the letters typed. */
export function mount(/** @type {HTMLElement} */ element) {
  const screen = clone("posts");
  /** @type {HTMLInputElement} */
  const field = find(screen, "input");
  element.replaceChildren(screen);
  field.addEventListener("input", filter);

  return (/** @type {CardSet[]} */ sets) => {
    find(screen, ".post-groups").replaceChildren(...buildData.themes.flatMap((theme) => groupOf(theme, sets)));
    filter();
  };

  function filter() {
    const typed = fold(field.value);
    for (const group of screen.querySelectorAll("section")) {
      const links = [...group.querySelectorAll("a")];
      for (const link of links) link.hidden = !fold(link.textContent ?? "").includes(typed);
      group.hidden = links.every(({ hidden }) => hidden);
    }
    const isEmpty = !screen.querySelector("section:not([hidden])");
    const none = find(screen, ".none");
    if (none.hidden === isEmpty) none.hidden = !isEmpty;
  }
}

/** Letters as one types them without looking. @param {string} text */
const fold = (text) => text.toLowerCase().replace(/[\s\p{P}]/gu, "");

/** A post stands where it belongs first. @param {Theme} theme @param {CardSet[]} sets */
function groupOf({ id, icon, label }, sets) {
  const own = sets.filter(({ themes }) => themes[0] === id);
  if (!own.length) return [];
  const group = clone("post-group");
  group.dataset.theme = id;
  find(group, "use").setAttribute("href", `#icon-${icon}`);
  find(group, "h2 span").textContent = localized(label);
  find(group, ".list").append(...own.map(linkTo));
  return [group];
}

/** @param {CardSet} set */
function linkTo({ id, post }) {
  /** @type {HTMLAnchorElement} */
  const link = clone("post");
  link.href = `#/cards/${id}`;
  find(link, "strong").textContent = post;
  return link;
}
