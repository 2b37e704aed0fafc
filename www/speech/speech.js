// @ts-check
// Reading aloud: the control beside what is read, and what it does.
/** @import { Piece } from "./rows.js" */
import { lang, say } from "../i18n/i18n.js";
import { addTemplates, clone, find } from "../platform/dom.js";
import { watch } from "../platform/watch-screen.js";
import { isOn } from "../settings/settings.js";
import { makeReader } from "./reader.js";
import { piecesOn } from "./rows.js";
import html from "./speech.html";
import { speechIn, voiceFor } from "./voice.js";

addTemplates(html);

/** How fast is read, where 1 is how a voice speaks by itself. */
const RATE = { normal: 1, slow: 0.7 };

/** Behind what the control stands on a screen, and what says that another thing is on it. */
const PLACES = [
  { behind: ".question .status .count", about: ".question .stem, .question .verdict" },
  { behind: ".report > .rule-text", about: ".report .score" },
  { behind: "[data-aloud-here]", about: "[data-aloud]" },
];

/** What the button does next. */
const WORDS = /** @type {const} */ ({ silent: "aloud", reading: "aloud-pause", paused: "aloud-go-on" });

const { speechSynthesis } = window;
const reader = makeReader(show);
/** @type {HTMLElement | undefined} */
let control;
let about = "";

/** Whether this device can read the language of the page aloud, and if not, why. */
export const speech = () => speechIn(voices(), lang());

/** Offers reading aloud on every screen that has something to read. */
export function offerSpeech() {
  if (!speechSynthesis) return;
  watch(look);
  // Voices may be named only some time after they were asked for. Old browsers do not say when.
  speechSynthesis.addEventListener?.("voiceschanged", () => look(find(document, "#screen")));
  addEventListener("pagehide", reader.stop);
}

const voices = () => speechSynthesis?.getVoices() ?? [];

/** @param {HTMLElement} screen */
function look(screen) {
  const place = PLACES.find(({ behind }) => screen.querySelector(behind));
  const now = place ? [...screen.querySelectorAll(place.about)].map((one) => one.textContent).join("\n") : "";
  if (now !== about) reader.stop();
  about = now;
  const isOffered = !!place && speech() === "ready";
  if (!isOffered) control?.remove();
  else if (!control?.isConnected) find(screen, place.behind).after((control = makeControl(screen)));
}

/** @param {HTMLElement} screen */
function makeControl(screen) {
  const made = clone("aloud");
  find(made, ".play").addEventListener("click", () => press(screen));
  find(made, ".stop").addEventListener("click", () => {
    reader.stop();
    find(made, ".play").focus();
  });
  label(made);
  return made;
}

/** @param {HTMLElement} screen */
function press(screen) {
  const voice = voiceFor(voices(), lang());
  const state = reader.state();
  if (state === "reading") reader.pause();
  else if (state === "paused") reader.goOn();
  else if (voice) reader.read(piecesOn(screen), voice, isOn("slow") ? RATE.slow : RATE.normal);
}

/** @param {HTMLElement} control */
function label(control) {
  const state = reader.state();
  const button = find(control, ".play");
  find(button, "span").textContent = say(WORDS[state]);
  find(button, "use").setAttribute("href", state === "reading" ? "#i-pause" : "#i-aloud");
  find(control, ".stop").hidden = state === "silent";
}

/** Shows what is being read: its row, and in it the sentence where the browser can mark one. @param {Piece | undefined} piece */
function show(piece) {
  for (const row of document.querySelectorAll(".is-read")) row.classList.remove("is-read");
  const highlights = globalThis.CSS?.highlights;
  highlights?.delete("read");
  if (control) label(control);
  if (!piece) return;
  piece.row.classList.add("is-read");
  piece.row.scrollIntoView({ block: "nearest" });
  const range = piece.place && rangeOf(piece.place);
  if (highlights && range) highlights.set("read", new Highlight(range));
}

/** @param {NonNullable<Piece["place"]>} place */
function rangeOf({ element, start, end }) {
  // Where a text is one node, a place in the text is a place in the node.
  const [text] = element.childNodes;
  if (element.childNodes.length !== 1 || !(text instanceof Text)) return undefined;
  const range = new Range();
  range.setStart(text, start);
  range.setEnd(text, Math.min(end, text.length));
  return range;
}
