// @ts-check
import { say } from "../i18n/i18n.js";
import { clone, find } from "../platform/dom.js";

/** @typedef {"network" | "bank" | "quota" | "changed" | "engine"} Failing */

/**
 * @typedef {object} FailureModel
 * @property {Failing} failing
 * @property {boolean} kept  Whether answers are stored.
 */

/** @param {HTMLElement} element @param {{ retry: () => void, drop: () => void }} actions */
export function mount(element, { retry, drop }) {
  const screen = clone("failure");
  element.replaceChildren(screen);
  /** @type {Failing} */
  let failing;
  find(screen, ".primary").addEventListener("click", () => (failing === "changed" ? drop() : retry()));

  return (/** @type {FailureModel} */ model) => {
    failing = model.failing;
    find(screen, "h1").textContent = say(failing);
    const saved = model.kept && failing !== "changed" ? say("kept") : "";
    find(screen, ".means").textContent = say(`${failing}-means`) + saved;
    find(screen, ".do").textContent = say(`${failing}-do`);
    const button = find(screen, ".primary");
    button.hidden = failing === "quota";
    button.textContent = say(failing === "changed" ? "drop" : failing === "engine" ? "go-on" : "retry");
  };
}
