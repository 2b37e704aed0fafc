// @ts-check
// Errors: which kind one is, and the screen that tells of it.
/** @import { ErrorKind } from "./screen.js" */
import { Unreachable } from "../content/banks.js";
import { say } from "../i18n/i18n.js";
import { parse } from "../route.js";
import { show } from "../screen-host.js";
import { dispatch, getState } from "../state/store.js";
import { mount as mountFailure } from "./screen.js";

/** Does what the address asks for once more; the page says how. */
let again = () => {};

/** @param {() => void} go */
export function retryWith(go) {
  again = go;
}

/** Shows what went wrong, what it means and what to do. @param {unknown} error */
export function fail(error) {
  const errorKind = errorKindOf(error);
  console.error(error);
  const { storageBlocked, open, done } = getState();
  const subject = parse(location.hash).name === "take" ? open[0] : done;
  const actions = {
    // A module that could not be fetched stays missing until the page is loaded again.
    retry: () => (errorKind === "network" && !storageBlocked && navigator.onLine ? location.reload() : again()),
    drop: () => {
      if (subject) dispatch({ type: "dropped", attempt: subject });
      location.hash = "#/";
    },
  };
  show({
    name: "failure",
    mount: (element) => mountFailure(element, actions),
    model: () => ({ errorKind, kept: !getState().storageBlocked }),
    title: () => say(errorKind),
  });
}

/** @param {unknown} error @returns {ErrorKind} */
function errorKindOf(error) {
  if (error instanceof Unreachable) return "network";
  const code = codeOf(error);
  if (code === "quota") return code;
  if (code === "bank-changed" || code === "input" || code.startsWith("unknown-")) return "changed";
  return code.startsWith("bank-") ? "bank" : "engine";
}

/** The short name of an error of the engine's. @param {any} error */
export const codeOf = (error) => String(error?.code ?? "");
