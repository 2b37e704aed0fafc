// Review books to tell stories with, as a phone remembers them.
import { site, unpacked } from "./words.mjs";

const DAY = 86_400_000;
const CHINA = 8 * 3_600_000;

/** The ids of the first questions of a theme. @param {string} theme @param {number} [count] */
export function idsOf(theme, count) {
  return unpacked(site.banks[theme]["zh-CN"]).questions.slice(0, count).map(({ id }) => id);
}

/** The ids of the first questions of all themes, each once. @param {number} count */
export const idsOfAll = (count) => [...new Set(site.themes.flatMap(({ id }) => idsOf(id)))].slice(0, count);

/**
 * A book in which these were wrong the day before, and are due after some days.
 * @param {string} at  The time when the person comes.
 * @param {string[]} ids
 * @param {{ after?: number, favourites?: string[] }} [more]
 */
export function bookOf(at, ids, { after = 0, favourites = [] } = {}) {
  const today = Math.floor((Date.parse(at) + CHINA) / DAY);
  const tried = Date.parse(at) - DAY;
  const memory = { stability: 1_000_000, difficulty: 5_000_000, last: today - 1, due: today + after };
  const told = { at: tried, right: 0, wrong: 1, streak: 0, kept: true, decided: tried };
  return { format: 1, cards: Object.fromEntries(ids.map((id) => [id, { ...memory, ...told }])), favourites };
}

/** Has a person come with this book. @param {object} book */
export const withBook = (book) => (context) =>
  context.addInitScript((text) => {
    if (location.protocol !== "about:" && !localStorage.getItem("sixinto.book")) localStorage.setItem("sixinto.book", text);
  }, JSON.stringify({ format: 2, value: book }));

/** What is remembered under a name. @param {import("./browser.mjs").Person} person @param {string} name */
export const remembered = ({ page }, name) =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(`sixinto.${name}`) ?? "{}").value, name);
