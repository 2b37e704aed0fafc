// @ts-check
/** @import { Known } from "../content/catalogue.js" */
/** @import { Prepare } from "../screen-host.js" */
/** @import { BookModel, Shelf, Tab } from "./book-screen.js" */
import { dayOf } from "../calendar/day.js";
import { buildData, presetOf, sizeOf, themeOf } from "../content/build-data.js";
import { catalogue, stemsOf } from "../content/catalogue.js";
import { extra } from "../content/extras.js";
import { bookOf, changeBook, contents, opened } from "../engine/book-engine.js";
import { lang, say } from "../i18n/i18n.js";
import { afterAnswer } from "../lazy.js";
import { during, isShown, refresh } from "../screen-host.js";
import { getState } from "../state/store.js";
import { mount } from "./book-screen.js";

/** @type {Tab[]} */
const TABS = ["due", "mistakes", "favourites"];

/** The stems that have come, by language and question. @type {Map<string, string>} */
const stems = new Map();

/** What has become of the words that were asked for, by language, theme and tab. @type {Map<string, "coming" | "failed">} */
const asked = new Map();

/** The review book: what is due, what was wrong, what is liked. @type {Prepare} */
export async function prepare({ parts: [, name = "due"] }, guard) {
  const tab = TABS.find((one) => one === name);
  if (!tab) return undefined;
  const [{ openFixedPaper }] = await guard(Promise.all([afterAnswer(), opened()]));
  const [known, labels] = await guard(Promise.all([catalogue(), extra("topics")]));
  // What is taken out stays on the screen until it is left, to be put back.
  const listed = tab === "due" ? [] : idsIn(known)[tab];
  const actions = {
    practise: openFixedPaper,
    change: (/** @type {import("../generated/book.js").Change} */ what) => {
      changeBook(what);
      refresh();
    },
    look: (/** @type {string} */ theme, /** @type {string[]} */ ids) => during(look(tab, theme, ids)),
  };
  return {
    name: `book ${tab}`,
    mount: (element) => mount(element, tab, actions),
    model: () => modelOf(tab, listed, known, labels),
    title: () => (tab === "due" ? say("book") : `${say(`book-${tab}`)} · ${say("book")}`),
  };
}

/** What is in the book, without questions that are gone. @param {Map<string, Known>} known @returns {Record<Tab, string[]>} */
function idsIn(known) {
  const { due, mistakes } = contents();
  const here = (/** @type {string[]} */ ids) => ids.filter((id) => known.has(id));
  return { due: here(due), mistakes: here(mistakes), favourites: here(bookOf(getState()).favourites) };
}

/**
 * @param {Tab} tab @param {string[]} listed @param {Map<string, Known>} known @param {Record<string, string>} labels
 * @returns {BookModel}
 */
function modelOf(tab, listed, known, labels) {
  const ids = idsIn(known);
  const review = presetOf("review");
  const { next_due: next } = contents();
  return {
    tab,
    ids,
    most: review ? sizeOf(review).questions : 0,
    next: next && say("book-next", { when: whenIn(daysUntil(next), "next") }),
    isNew: !next && !ids.due.length && !ids.mistakes.length,
    shelves: shelvesOf(tab, listed, known, labels, ids),
  };
}

/**
 * The questions theme by theme. One that belongs to two themes stands with its first.
 * @param {Tab} tab @param {string[]} listed @param {Map<string, Known>} known @param {Record<string, string>} labels
 * @param {Record<Tab, string[]>} ids  What is in the book at this moment.
 * @returns {Shelf[]}
 */
function shelvesOf(tab, listed, known, labels, ids) {
  const { cards, favourites } = bookOf(getState());
  const own = listed.map((id) => /** @type {Known} */ (known.get(id)));
  return buildData.themes.flatMap((theme) => {
    const questions = own.filter(({ themes }) => themes.find(themeOf) === theme.id);
    if (!questions.length) return [];
    const rows = questions.map(({ id, topic }) => ({
      id,
      stem: stems.get(`${lang()} ${id}`),
      topic: labels[topic] ?? "",
      when: cards[id]?.kept ? whenIn(ids.due.includes(id) ? 0 : cards[id].due - daysUntil(), "back") : "",
      isListed: ids[tab].includes(id),
      isFavourite: favourites.includes(id),
    }));
    const inIt = ids[tab].filter((id) => rows.some((row) => row.id === id));
    return [{ theme, rows, ids: inIt, words: asked.get(`${lang()} ${theme.id} ${tab}`) }];
  });
}

/** Fetches the words of a theme's questions. @param {Tab} tab @param {string} theme @param {string[]} ids */
async function look(tab, theme, ids) {
  const spoken = lang();
  const key = `${spoken} ${theme} ${tab}`;
  if (asked.get(key) === "coming" || ids.every((id) => stems.has(`${spoken} ${id}`))) return;
  asked.set(key, "coming");
  const showing = () => isShown(`book ${tab}`) && refresh();
  showing();
  try {
    for (const [id, stem] of await stemsOf(theme, ids)) stems.set(`${spoken} ${id}`, stem);
    asked.delete(key);
  } catch (error) {
    console.error(error);
    asked.set(key, "failed");
  }
  showing();
}

/** Days from today until a date, or from the first of all days until today. @param {string} [date] */
function daysUntil(date) {
  const dayOn = (/** @type {string} */ name) => Date.parse(name) / 86_400_000;
  const today = dayOn(dayOf(Date.now()));
  return date ? dayOn(date) - today : today;
}

/** A day to come, in plain words. @param {number} days @param {"back" | "next"} kind */
function whenIn(days, kind) {
  if (days <= 0) return say(`${kind}-today`);
  if (days === 1) return say(`${kind}-tomorrow`);
  return days === 2 ? say(`${kind}-2-days`) : say(`${kind}-days`, { n: days });
}
