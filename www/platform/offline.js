// @ts-check
import { page as home } from "../home/home-screen.js";
import { lang, say } from "../i18n/i18n.js";
import { getState } from "../state/store.js";
import { addTemplates, clone, fillLine, find } from "./dom.js";
import html from "./offline.html";

/** What the service worker says. @typedef {{ type: "newer" | "adopted" | "kept" | "no-room", lang?: string }} News */

/** @type {{ kept: "kept-here", "no-room": "no-room" }} */
const WORDS = { kept: "kept-here", "no-room": "no-room" };

addTemplates(html);
// They are part of the home screen, so that nothing of this is ever seen over a question.
const newer = clone("newer");
const offline = clone("offline");
let isNewer = false;
/** Whether a new build waits to be adopted. */
let waits = false;
/** Whether somebody has pressed the button and waits for the new build. */
let isAwaited = false;
/** @type {"kept" | "no-room" | undefined} */
let outcome;

/**
 * Has the page kept on this device, and says on the home screen what has become of it. Where that is not possible the
 * page comes over the network, as it did this time.
 */
export async function keepOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const send = (/** @type {object} */ message) => serviceWorker.controller?.postMessage(message);
  const ask = () => send({ type: "keep", lang: lang() });
  // Nobody is in the middle of anything here: the next time, the page is the new one.
  const adoptQuietly = () => {
    if (!waits || !home.isConnected || getState().open.length) return;
    waits = false;
    send({ type: "adopt" });
  };
  const askAgain = () => {
    outcome = undefined;
    ask();
    show();
  };

  find(home, ".daily").before(newer);
  find(home, ".foot").after(offline);
  find(newer, "button").addEventListener("click", () => {
    isAwaited = true;
    send({ type: "adopt" });
  });
  serviceWorker.addEventListener("message", ({ data }) => {
    hear(data);
    adoptQuietly();
  });
  serviceWorker.addEventListener("controllerchange", ask);
  new MutationObserver(adoptQuietly).observe(find(document, "#screen"), { childList: true });
  new MutationObserver(askAgain).observe(document.documentElement, { attributeFilter: ["lang"] });
  ask();
  show();
  await serviceWorker.register("sw.js");
}

/** @param {News} news */
function hear({ type, lang: about = lang() }) {
  if (type === "adopted" && isAwaited) location.reload();
  if (type === "newer") isNewer = waits = true;
  if ((type === "kept" || type === "no-room") && about === lang()) outcome = type;
  show();
}

function show() {
  newer.hidden = !isNewer;
  find(newer, "p").textContent = say("newer");
  find(newer, "button").textContent = say("update");
  offline.classList.toggle("notice", outcome === "no-room");
  fillLine(offline, outcome && say(WORDS[outcome]));
}
