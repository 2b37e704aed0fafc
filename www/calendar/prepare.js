// @ts-check
/** @import { Prepare } from "../screen-host.js" */
import { month, started } from "../engine/book-engine.js";
import { monthName } from "../i18n/dates.js";
import { say } from "../i18n/i18n.js";
import { mount } from "./calendar-screen.js";
import { dayOf } from "./day.js";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The daily five of a month: `#/calendar`, `#/calendar/2026-06`. @type {Prepare} */
export async function prepare({ parts: [, asked] }, guard) {
  await guard(started());
  const now = () => dayOf(Date.now()).slice(0, 7);
  const shown = () => (MONTH.test(asked ?? "") ? asked : now());
  return {
    name: "calendar",
    mount,
    model: () => ({ sheet: month(shown()), before: after(shown(), -1), next: after(shown(), 1), june: june(now()) }),
    title: () => `${say("calendar")} · ${monthName(shown())}`,
    place: shown,
  };
}

/** The month so many months later. @param {string} month @param {number} months */
function after(month, months) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** Safe Production Month of the year. @param {string} month */
const june = (month) => `${month.slice(0, 4)}-06`;
