// @ts-check
/** @import { More } from "./route.js" */
/** @import { Screen, UnlessLeft } from "./stage.js" */
import { offerAloud } from "./aloud/aloud.js";
import { addTemplates } from "./dom.js";
import { extras } from "./extras.js";
import chinese from "./lang/zh-CN.more.js";
import "./main.js"; // What both need stays in the first script.
import html from "./more.html";
import * as book from "./more/book.js";
import * as calendar from "./more/calendar.js";
import * as cards from "./more/cards.js";
import * as certificate from "./more/certificate.js";
import * as data from "./more/data.js";
import { tellHome } from "./more/due.js";
import * as me from "./more/me.js";
import * as pledge from "./more/pledge.js";
import * as print from "./more/print.js";
import * as progress from "./more/progress.js";
import * as settings from "./more/settings.js";
import * as share from "./more/share.js";
import * as study from "./more/study.js";
import * as wall from "./more/wall.js";
import { speakAlso } from "./say.js";
import { wearAlways } from "./settings.js";
import { addGiven } from "./site.js";
import { isShown, refresh } from "./stage.js";
import cardsHtml from "./templates/cards.html";
import everyone from "./templates/everyone.html";
import printHtml from "./templates/print.html";
import signed from "./templates/signed.html";
import theirs from "./templates/theirs.html";
import { readTibetan } from "./tibetan.js";
import { vibrateWhereWrong } from "./vibrate.js";
export { keepHere } from "#offline";
export { changeBook, opened } from "./book.js";

/**
 * Prepares a screen for what an address says after the screen's name; nothing where that makes no sense.
 * @typedef {(route: More, unlessLeft: UnlessLeft) => Promise<Screen | undefined> | Screen | undefined} Prepare
 */

/** The screens that a person comes back for, by the name in the address. @type {Record<string, Prepare>} */
const SCREENS = {
  book: book.prepare,
  calendar: calendar.prepare,
  cards: cards.prepare,
  certificate: certificate.prepare,
  certificates: certificate.list,
  data: data.prepare,
  me: me.prepare,
  pledge: pledge.prepare,
  print: print.prepare,
  progress: progress.prepare,
  settings: settings.prepare,
  share: share.prepare,
  study: study.prepare,
  wall: wall.prepare,
};

addTemplates(html + everyone + theirs + cardsHtml + printHtml + signed);
/** Resolves once this part can speak. */
export const spoken = speakAlso(chinese, { en: () => import("./lang/en.more.js") });

wearAlways();
readTibetan();
vibrateWhereWrong();
spoken.then(offerAloud, () => {});
spoken.then(tellHome, () => {});
// A paper of given questions that waits there had no name until now.
known().then(() => isShown("home") && refresh(), () => {});

/** Resolves once every preset has a name. */
export async function known() {
  addGiven((await extras()).given);
}

/** @type {Prepare} */
export function prepare(route, unlessLeft) {
  const [name] = route.parts;
  return Object.hasOwn(SCREENS, name) ? SCREENS[name](route, unlessLeft) : undefined;
}
