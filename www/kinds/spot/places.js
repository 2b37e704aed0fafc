// @ts-check
/** @import { Area } from "../../generated/engine.js" */
/** @import { State } from "./scene.js" */
import { clone, fillLine, find, icon, make } from "../../platform/dom.js";
import { tell } from "./spot-words.js";
import { drawSign } from "./zoom-tools.js";

/**
 * A place in the picture, and what has become of it.
 * @typedef {object} Place
 * @property {Area} area
 * @property {number} number
 * @property {State} state
 * @property {string} [why]  What is said about it, once it may be said.
 */

/** Who has opened the list once finds it open the next time. */
let isOpen = false;

/**
 * The list of all places in words. It is folded, since its words would find for people what they are to find by eye.
 * @param {Area[]} areas
 * @param {{ toggle: (area: Area) => void, ask: (area: Area) => void }} actions
 */
export function makePlaces(areas, { toggle, ask }) {
  const list = /** @type {HTMLDetailsElement} */ (make("details"));
  const [summary, fieldset, name] = [make("summary"), make("fieldset"), make("span")];
  const rows = new Map(areas.map((area) => [area.id, rowOf(area)]));
  const legend = make("legend", tell("places"));
  legend.className = "unseen";
  fieldset.append(legend, ...rows.values());
  summary.append(name, icon("i-fold"));
  list.className = "places";
  list.open = isOpen;
  list.append(summary, fieldset);
  list.addEventListener("toggle", () => (isOpen = list.open));

  /** @param {Place[]} places @param {boolean} locked */
  const update = (places, locked) => {
    name.textContent = tell(locked ? "told-list" : "by-list", { n: areas.length });
    for (const place of places) fillRow(/** @type {HTMLElement} */ (rows.get(place.area.id)), place, locked);
  };
  return { list, update };

  /** @param {Area} area */
  function rowOf(area) {
    const row = clone("choice");
    inputOf(row).type = "checkbox";
    inputOf(row).addEventListener("change", () => toggle(area));
    row.addEventListener("click", () => inputOf(row).disabled && ask(area));
    find(row, ".choice-text").textContent = area.text;
    find(row, ".control").classList.add("square");
    return row;
  }
}

/** @param {HTMLElement} row @param {Place} place @param {boolean} locked */
function fillRow(row, { number, state, why }, locked) {
  inputOf(row).checked = state === "picked" || state === "right" || state === "wrong";
  inputOf(row).disabled = locked;
  row.dataset.state = state === "plain" ? "" : state;
  find(row, ".control").textContent = String(number);
  find(row, ".tag").replaceChildren(...(locked ? verdictOf(state) : []));
  fillLine(find(row, ".why"), why);
}

/** A sign and a word for what has become of a place. @param {State} state */
export function verdictOf(state) {
  const word = (/** @type {import("./spot-words.js").SpotKey} */ key) => make("span", tell(key));
  if (state === "right") return [icon("i-tick"), word("right")];
  if (state === "missed") return [drawSign("missed"), word("missed")];
  return state === "wrong" ? [icon("i-cross"), word("wrong")] : [word("harmless")];
}

/** @param {HTMLElement} row @returns {HTMLInputElement} */
const inputOf = (row) => find(row, "input");
