// @ts-check
import { say } from "../i18n/i18n.js";
import { clone, find } from "../platform/dom.js";

/** @typedef {"network" | "bank" | "quota" | "changed" | "engine"} ErrorKind */

/**
 * @typedef {object} FailureModel
 * @property {ErrorKind} errorKind
 * @property {boolean} kept  Whether answers are stored.
 */

/** @param {HTMLElement} element @param {{ retry: () => void, drop: () => void }} actions */
export function mount(element, { retry, drop }) {
  const screen = clone("failure");
  element.replaceChildren(screen);
  /** @type {ErrorKind} */
  let errorKind;
  find(screen, ".primary").addEventListener("click", () => (errorKind === "changed" ? drop() : retry()));

  return (/** @type {FailureModel} */ model) => {
    errorKind = model.errorKind;
    find(screen, "h1").textContent = say(errorKind);
    const saved = model.kept && errorKind !== "changed" ? say("kept") : "";
    find(screen, ".means").textContent = say(`${errorKind}-means`) + saved;
    find(screen, ".do").textContent = say(`${errorKind}-do`);
    const button = find(screen, ".primary");
    button.hidden = errorKind === "quota";
    button.textContent = say(errorKind === "changed" ? "drop" : errorKind === "engine" ? "go-on" : "retry");
  };
}
