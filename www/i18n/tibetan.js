// @ts-check
import { buildData } from "../content/build-data.js";
import { loadStylesOnce } from "../settings/settings.js";

/** What the language calls itself. */
const NAME = "བོད་ཡིག";

const TIBETAN = /\p{Script=Tibetan}/u;
const CHINESE = /\p{Script=Han}/u;

const root = document.documentElement;

/**
 * Where the page is offered in Tibetan: gives it the room that its letters need, and says of every text that is still in
 * Chinese that it is, so that fonts and screen readers take it for what it is.
 */
export function supportTibetan() {
  if (!buildData.langs.includes("bo")) return;
  loadStylesOnce(buildData.styles.settings);
  nameButton();
  markAll();
  new MutationObserver(nameButton).observe(root, { attributeFilter: ["lang"] });
  new MutationObserver(markAll).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** The button of a language is named in that language, and only this file knows the name. */
function nameButton() {
  const button = /** @type {HTMLElement} */ (document.querySelector("#lang"));
  if (button.lang === "bo") button.textContent = NAME;
}

function markAll() {
  const isSpoken = root.lang === "bo";
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.body.querySelectorAll("*"))) {
    const isOwn = element.dataset.fallback !== undefined;
    if (element.hasAttribute("lang") && !isOwn) continue;
    const isChinese = isSpoken && [...element.childNodes].some(isChineseText);
    if (isChinese === isOwn) continue;
    element.toggleAttribute("data-fallback", isChinese);
    if (isChinese) element.lang = "zh-CN";
    else element.removeAttribute("lang");
  }
}

/** @param {Node} node */
function isChineseText(node) {
  const text = node instanceof Text ? node.data : "";
  return CHINESE.test(text) && !TIBETAN.test(text);
}
