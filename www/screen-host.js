// @ts-check
// The one place on the page where a screen is up: puts it there, updates it, and says where a reader is.
/** @import { ReturnVisit } from "./route.js" */
import { say } from "./i18n/i18n.js";
import { clone, find } from "./platform/dom.js";

/**
 * A screen: how it is put up, and what it shows, is called and is about at the moment.
 * @typedef {object} Screen
 * @property {string} name
 * @property {(element: HTMLElement) => (model: any) => void} mount
 * @property {() => any} [model]
 * @property {() => string} [title]
 * @property {() => string | number} [place]  Another place in a paper is another screen to a reader.
 */

/** How long the screen before may stay when the next one takes its time, in milliseconds. */
const PATIENCE = 250;

const element = find(document, "#screen");
/** @type {Screen | undefined} */
let screen;
/** @type {(model: any) => void} */
let update;
let place = "";
let turns = 0;
/** The address that the screen was last asked for by. */
let address = location.hash;
/** How many things are under way that the screen does not show yet. */
let pending = 0;

/** @param {string} name */
export const isShown = (name) => screen?.name === name;

/** Puts the next screen up anew, even where it is the same one: its words have changed. */
export function remount() {
  screen = undefined;
}

/**
 * Marks the screen with its address once nothing is on its way to it any more: what works the page by program would
 * otherwise read, or press, what is being left.
 * @template T
 * @param {Promise<T>} coming
 * @returns {Promise<T>}
 */
export async function during(coming) {
  pending++;
  delete element.dataset.shows;
  try {
    return await coming;
  } finally {
    if (!--pending) element.dataset.shows = address;
  }
}

/** Gives the screen that is coming another address. @param {"pushState" | "replaceState"} how @param {string} hash */
export function rename(how, hash) {
  history[how](null, "", hash);
  address = hash;
}

/**
 * Waits for something, and throws where another screen was asked for meanwhile: who has left must change nothing.
 * @typedef {<T>(coming: Promise<T>) => Promise<T>} Guard
 */

/**
 * Prepares a screen for what an address says after the screen's name; nothing where that makes no sense.
 * @typedef {(route: ReturnVisit, guard: Guard) => Promise<Screen | undefined> | Screen | undefined} Prepare
 */

/**
 * Shows the screen that comes of a task, unless another task was begun meanwhile.
 * @param {(guard: Guard) => Promise<Screen>} task
 * @param {(error: unknown) => void} fail
 */
export function run(task, fail) {
  address = location.hash;
  return during(perform(task, fail));
}

/** @param {(guard: Guard) => Promise<Screen>} task @param {(error: unknown) => void} fail */
async function perform(task, fail) {
  const turn = ++turns;
  const patience = setTimeout(() => turn === turns && show(LOADING), PATIENCE);
  /** @type {Guard} */
  const guard = async (coming) => {
    const value = await coming;
    if (turn !== turns) throw new Error("left");
    return value;
  };
  try {
    const next = await task(guard);
    if (turn === turns) show(next);
  } catch (error) {
    if (turn === turns) fail(error);
  } finally {
    clearTimeout(patience);
  }
}

/** @param {Screen} next */
export function show(next) {
  if (screen?.name !== next.name) update = next.mount(element);
  screen = next;
  refresh();
}

/** Says what has changed on the screen; a reader who came to another place is taken to its heading. */
export function refresh() {
  if (!screen) return;
  update(screen.model?.());
  document.title = screen.title ? `${screen.title()} · ${say("brand")}` : say("app");
  const before = place;
  place = `${screen.name} ${screen.place?.() ?? ""}`;
  if (place === before || (!before && screen.name === "home")) return;
  // What was announced was about the place before.
  find(document, "#live").textContent = "";
  scrollTo(0, 0);
  find(element, "h1").focus({ preventScroll: true });
}

/** @type {Screen} */
const LOADING = {
  name: "loading",
  mount: (element) => {
    element.replaceChildren(clone("loading"));
    return () => {};
  },
};
