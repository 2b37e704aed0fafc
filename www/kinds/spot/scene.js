// @ts-check
/** @import { Area, Media } from "../../generated/engine.js" */
import { icon, make } from "../../platform/dom.js";
import { tell } from "./spot-words.js";

/** How long the sign of a tap that hit nothing stays, in milliseconds. */
const SHORTLY = 1500;

/**
 * What has become of a place: `plain` is neither picked nor a hazard, as far as is known.
 * @typedef {"picked" | "right" | "missed" | "wrong" | "plain"} State
 *
 * A ring to draw on the picture.
 * @typedef {object} Ring
 * @property {Area} area
 * @property {number} number  The same as that of its row.
 * @property {State} state
 * @property {boolean} lit  Whether it is the one that is talked about.
 */

/**
 * A picture that rings are drawn on.
 * @param {Media} media
 * @param {string} label  What can be done with it.
 */
export function makeScene(media, label) {
  const [frame, sheet, rings] = [make("div"), make("div"), make("div")];
  const picture = Object.assign(new Image(), { src: media.file, alt: media.alt, draggable: false });
  frame.className = "picture";
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", label);
  sheet.className = "picture-sheet";
  rings.className = "rings";
  rings.setAttribute("aria-hidden", "true");
  picture.addEventListener("load", () => {
    frame.style.setProperty("--ratio", String(picture.naturalWidth / picture.naturalHeight));
  });
  sheet.append(picture, rings);
  frame.append(sheet);

  return {
    frame,
    sheet,

    /** Draws these rings and no others, the small ones over the large ones and their numbers over all. */
    draw(/** @type {Ring[]} */ wanted) {
      const ordered = [...wanted].sort((a, b) => b.area.width * b.area.height - a.area.width * a.area.height);
      rings.replaceChildren(...ordered.map(ringOf), ...ordered.map(badgeOf));
    },

    /** Shows for a moment that a tap has come here. @param {number} x @param {number} y Shares of the picture. */
    sign(x, y) {
      sheet.querySelector(".miss")?.remove();
      const miss = make("span");
      miss.className = "miss";
      place(miss, { "--x": `${100 * x}%`, "--y": `${100 * y}%` });
      rings.after(miss);
      setTimeout(() => miss.remove(), SHORTLY);
    },
  };
}

/** @param {Ring} ring */
function ringOf({ area, state, lit }) {
  const ring = make("span");
  ring.className = "ring";
  ring.dataset.ring = state;
  ring.classList.toggle("lit", lit);
  place(ring, { left: share(area.x), top: share(area.y), width: share(area.width), height: share(area.height) });
  return ring;
}

/** @param {Ring} ring */
function badgeOf({ area, number, state, lit }) {
  const badge = make("span", String(number));
  badge.className = "badge";
  badge.dataset.ring = state;
  badge.classList.toggle("lit", lit);
  if (state === "missed") badge.append(make("span", tell("missed")));
  if (state === "right" || state === "wrong") badge.append(icon(state === "right" ? "i-tick" : "i-cross"));
  // It begins at the outer corner, so that its words end inside the picture.
  const [side, beside] = area.x + area.width / 2 < 500 ? ["left", area.x] : ["right", 1000 - area.x - area.width];
  place(badge, { [side]: `max(0px, ${share(beside)} - 0.4em)`, "--y": share(area.y) });
  return badge;
}

/** @param {number} thousandths */
const share = (thousandths) => `${thousandths / 10}%`;

/** @param {HTMLElement} element @param {Record<string, string>} properties */
function place(element, properties) {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
}
