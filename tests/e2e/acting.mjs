// Whatever a story does to a page is over once the page shows what came of it. The page marks its screen with the address
// that it shows while nothing is on its way there (`during` in www/screen-host.js); here every way in which a story can act is
// made to wait for that mark, so that no story can read, or press, a screen that is being left.
import { AsyncLocalStorage } from "node:async_hooks";

/** What acts on a page: the methods of playwright's classes, by an object that has them. */
const PAGE = ["goBack", "goForward", "goto", "reload"];
const ELEMENT = [
  "check",
  "click",
  "dblclick",
  "dispatchEvent",
  "dragAndDrop",
  "dragTo",
  "fill",
  "focus",
  "press",
  "pressSequentially",
  "selectOption",
  "setChecked",
  "setInputFiles",
  "tap",
  "type",
  "uncheck",
];
const KEYBOARD = ["down", "insertText", "press", "type", "up"];
const MOUSE = ["click", "dblclick", "down", "move", "up", "wheel"];
const TOUCHSCREEN = ["tap"];

/** What lets time pass before all pages of a person. */
const CLOCK = ["fastForward", "pauseAt", "runFor", "setFixedTime", "setSystemTime"];

const haste = new AsyncLocalStorage();
const patched = new WeakSet();

/**
 * For somebody who does not wait, and for a page that cannot come to rest because the story holds something back: what is
 * done in here is over at once.
 * @template T
 * @param {() => Promise<T>} act
 */
export const hastily = (act) => haste.run(true, act);

/** Makes whatever acts on this page, and on all others of its browser, wait for the page. @param {import("playwright-core").Page} page */
export function makePatient(page) {
  patch(page, [...PAGE, ...ELEMENT], (own) => own);
  patch(page.locator("html"), ELEMENT, (locator) => locator.page());
  // These know no page of their own.
  for (const device of ["keyboard", "mouse", "touchscreen"]) bind(page, page[device], DEVICES[device]);
}

const DEVICES = { keyboard: KEYBOARD, mouse: MOUSE, touchscreen: TOUCHSCREEN };

/** Makes whatever lets time pass wait for all pages of a person. @param {import("playwright-core").BrowserContext} context */
export function makeClockPatient(context) {
  for (const name of CLOCK) {
    const act = context.clock[name].bind(context.clock);
    context.clock[name] = async (...args) => {
      await act(...args);
      await Promise.all(context.pages().map(atRest));
    };
  }
}

/** Replaces methods that all objects of a class share. */
function patch(object, names, pageOf) {
  const shared = Object.getPrototypeOf(object);
  if (patched.has(shared)) return;
  patched.add(shared);
  for (const name of names.filter((name) => name in shared)) {
    const act = shared[name];
    shared[name] = async function (...args) {
      const result = await act.apply(this, args);
      await atRest(pageOf(this));
      return result;
    };
  }
}

/** Replaces methods of one object. */
function bind(page, object, names) {
  if (patched.has(object)) return;
  patched.add(object);
  for (const name of names) {
    const act = object[name].bind(object);
    object[name] = async (...args) => {
      const result = await act(...args);
      await atRest(page);
      return result;
    };
  }
}

/** Waits until a page shows what it was asked for, if it is a page of ours. @param {import("playwright-core").Page} page */
export async function atRest(page) {
  if (haste.getStore() || page.isClosed()) return;
  try {
    // Frames come slowly to a tab that is not in front, so this is not left to them.
    await page.waitForFunction(isAtRest, undefined, { polling: 20 });
  } catch (error) {
    if (page.isClosed()) return;
    throw new Error("the page has not come to rest: something that was asked for is still on its way", { cause: error });
  }
}

/** Runs in the page. */
function isAtRest() {
  if (document.readyState === "loading") return false;
  const screen = document.querySelector("#screen");
  return !screen || screen.dataset.shows === location.hash;
}
