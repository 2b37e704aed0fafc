// @ts-check
import { find } from "./dom.js";

/**
 * Tells of every change on the screen. What comes after the first question watches instead of being called, so that the
 * screens need not know of it and the first download need not hold it.
 * @param {(screen: HTMLElement) => void} look
 */
export function watch(look) {
  const screen = find(document, "#screen");
  new MutationObserver(() => look(screen)).observe(screen, { childList: true, characterData: true, subtree: true });
  look(screen);
}
