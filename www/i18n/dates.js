// @ts-check
// Months and days in words.
import { lang } from "./i18n.js";

/** A month as one says it: 2026年6月, June 2026. @param {string} month `2026-06` */
export const monthName = (month) => said(`${month}-01`, { year: "numeric", month: "long" });

/** A day as one says it: 6月3日, 3 June. @param {string} day `2026-06-03` */
export const dayName = (day) => said(day, { month: "long", day: "numeric" });

/** A day with its year: 2026年6月3日, 3 June 2026. @param {string} day `2026-06-03` */
export const wholeDayName = (day) => said(day, { year: "numeric", month: "long", day: "numeric" });

/** The days of the week from Monday on, short: 一, Mon. */
export const weekdays = () =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => said(`2024-01-0${day}`, { weekday: lang() === "en" ? "short" : "narrow" }));

/** @param {string} day @param {Intl.DateTimeFormatOptions} how */
const said = (day, how) => new Intl.DateTimeFormat(lang() === "en" ? "en-GB" : lang(), { ...how, timeZone: "UTC" }).format(new Date(day));
