// @ts-check
/** @import { More } from "../route.js" */
/** @import { Screen, UnlessLeft } from "../screen-host.js" */
import * as data from "../backup/prepare.js";
import { tellHome } from "../book/due.js";
import * as book from "../book/prepare.js";
import * as calendar from "../calendar/prepare.js";
import cardsHtml from "../cards/cards.html";
import * as cards from "../cards/prepare.js";
import signed from "../certificate/certificate.html";
import * as certificate from "../certificate/prepare.js";
import { addGiven } from "../content/build-data.js";
import { extras } from "../content/extras.js";
import html from "../home/me.html";
import * as me from "../home/prepare-me.js";
import { speakAlso } from "../i18n/i18n.js";
import { readTibetan } from "../i18n/tibetan.js";
import chinese from "../lang/zh-CN.return-visit.js";
import "../main.js"; // What both need stays in the first script.
import { addTemplates } from "../platform/dom.js";
import { vibrateWhereWrong } from "../platform/vibrate.js";
import * as wall from "../pledge/prepare-wall.js";
import * as pledge from "../pledge/prepare.js";
import * as print from "../print/prepare.js";
import printHtml from "../print/print.html";
import * as progress from "../progress/prepare.js";
import { isShown, refresh } from "../screen-host.js";
import * as settings from "../settings/prepare.js";
import everyone from "../settings/settings.html";
import { wearAlways } from "../settings/settings.js";
import * as share from "../share/prepare.js";
import theirs from "../share/share.html";
import { offerAloud } from "../speech/speech.js";
import * as study from "../study/prepare.js";
export { keepHere } from "#offline";
export { changeBook, opened } from "../engine/book-engine.js";

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
export const spoken = speakAlso(chinese, { en: () => import("../lang/en.return-visit.js") });

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
