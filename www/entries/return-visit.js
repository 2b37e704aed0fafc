// @ts-check
/** @import { Prepare } from "../screen-host.js" */
import * as data from "../backup/prepare.js";
import { showDueAtHome } from "../book/due.js";
import * as book from "../book/prepare.js";
import * as calendar from "../calendar/prepare.js";
import * as cards from "../cards/prepare.js";
import * as certificate from "../certificate/prepare.js";
import { addFixedPresets } from "../content/build-data.js";
import { extras } from "../content/extras.js";
import * as me from "../home/prepare-me.js";
import { addWords } from "../i18n/i18n.js";
import { supportTibetan } from "../i18n/tibetan.js";
import chinese from "../lang/zh-CN.return-visit.js";
import { vibrateWhereWrong } from "../platform/vibrate.js";
import * as wall from "../pledge/prepare-wall.js";
import * as pledge from "../pledge/prepare.js";
import * as print from "../print/prepare.js";
import * as progress from "../progress/prepare.js";
import { isShown, refresh } from "../screen-host.js";
import * as settings from "../settings/prepare.js";
import { applySettingsAlways } from "../settings/settings.js";
import * as share from "../share/prepare.js";
import { offerSpeech } from "../speech/speech.js";
import * as study from "../study/prepare.js";
export { keepOffline } from "#offline";
export { changeBook, opened } from "../engine/book-engine.js";

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

/** Resolves once this part can speak. */
export const wordsLoaded = addWords(chinese, { en: () => import("../lang/en.return-visit.js") });

applySettingsAlways();
supportTibetan();
vibrateWhereWrong();
wordsLoaded.then(offerSpeech, () => {});
wordsLoaded.then(showDueAtHome, () => {});
// A paper of given questions that waits there had no name until now.
known().then(() => isShown("home") && refresh(), () => {});

/** Resolves once every preset has a name. */
export async function known() {
  addFixedPresets((await extras()).given);
}

/** @type {Prepare} */
export function prepare(route, guard) {
  const [name] = route.parts;
  return Object.hasOwn(SCREENS, name) ? SCREENS[name](route, guard) : undefined;
}
