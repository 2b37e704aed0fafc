// @ts-check
import { icon, make } from "../../platform/dom.js";
import { MOST } from "./zoom.js";

/** What the signs look like that only a picture to tap needs. */
const PATHS = {
  closer: "M12 5v14M5 12h14",
  farther: "M5 12h14",
  whole: "M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5",
  missed: "M12 5v9m0 4.5h.01",
};

/** A sign that no sprite has. @param {keyof typeof PATHS} name */
export function drawSign(name) {
  const svg = icon(name);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.replaceChildren(path);
  return svg;
}

/**
 * Buttons to come closer, to go back and to see all of it.
 * @param {Record<"closer" | "farther" | "whole", () => void>} actions
 * @param {Record<"closer" | "farther" | "whole", string>} names
 */
export function makeZoomTools(actions, names) {
  const [tools, farther, closer, whole] = [make("div"), button("farther"), button("closer"), button("whole")];
  tools.className = "zoom-tools";
  tools.append(farther, closer, whole);

  /** Shows which of them lead nowhere; disabled, one would lose the focus. */
  const update = (/** @type {number} */ scale) => {
    closer.setAttribute("aria-disabled", String(scale >= MOST));
    for (const button of [farther, whole]) button.setAttribute("aria-disabled", String(scale <= 1));
  };
  return { tools, update };

  /** @param {keyof typeof actions} name */
  function button(name) {
    const button = /** @type {HTMLButtonElement} */ (make("button"));
    button.type = "button";
    button.className = "tool";
    button.setAttribute("aria-label", names[name]);
    button.append(drawSign(name));
    button.addEventListener("click", actions[name]);
    return button;
  }
}
