// @ts-check
/** @import { Sheet, Square } from "../generated/book.js" */
import { dayName, monthName, weekdays } from "../i18n/dates.js";
import { say } from "../i18n/i18n.js";
import { addTemplates, clone, fillLine, find, icon, make } from "../platform/dom.js";
import html from "./calendar.html";
import { seedOfDay } from "./day.js";

addTemplates(html);

/**
 * @typedef {object} CalendarModel
 * @property {Sheet} sheet
 * @property {string} before  The month before, `2026-05`.
 * @property {string} next
 * @property {string} june    Safe Production Month of this year.
 */

/** @param {HTMLElement} element */
export function mount(element) {
  const screen = clone("calendar");
  element.replaceChildren(screen);
  const link = (/** @type {string} */ selector) => /** @type {HTMLAnchorElement} */ (find(screen, selector));

  return (/** @type {CalendarModel} */ { sheet, before, next, june }) => {
    find(screen, ".month").textContent = monthName(sheet.month);
    for (const [selector, month] of [[".before", before], [".next", next]]) {
      link(selector).href = `#/calendar/${month}`;
      link(selector).setAttribute("aria-label", monthName(month));
    }
    link(".june").href = `#/calendar/${june}`;
    link(".june").hidden = sheet.month === june;
    find(screen, ".streak-now").textContent = days(sheet.streak);
    find(screen, ".streak-longest").textContent = days(sheet.longest);
    find(screen, ".done").textContent = say("done-of", { n: sheet.done, of: sheet.days.length });
    find(screen, "caption").textContent = say("calendar-of", { month: monthName(sheet.month) });
    find(screen, "thead tr").replaceChildren(...weekdays().map(head));
    find(screen, "tbody").replaceChildren(...weeks(sheet.days).map(row));
    fillLine(find(screen, ".note"), sheet.days.some(({ state }) => state === "missed") ? say("missed-hint") : undefined);
  };
}

/** @param {number} n */
const days = (n) => (n === 1 ? say("one-day") : say("n-days", { n }));

/** @param {string} name */
function head(name) {
  const cell = make("th", name);
  cell.setAttribute("scope", "col");
  return cell;
}

/** Seven places a week; nothing where another month is. @param {Square[]} days */
function weeks(days) {
  /** @type {(Square | undefined)[]} */
  const places = [...Array.from({ length: days[0].column - 1 }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => places[week * 7 + day]),
  );
}

/** @param {(Square | undefined)[]} week */
function row(week) {
  const line = document.createElement("tr");
  line.append(...week.map(cell));
  return line;
}

/** @param {Square | undefined} square */
function cell(square) {
  const place = document.createElement("td");
  if (!square) return place;
  const { date, state, percent } = square;
  const day = document.createElement(state === "future" ? "span" : "a");
  day.className = "day";
  day.dataset.day = state;
  if (state === "open") day.setAttribute("aria-current", "date");
  day.append(make("span", String(Number(date.slice(8)))), mark(square));
  const said = make("span", say("day-said", { day: dayName(date), state: say(`day-${state}`, { percent: percent ?? 0 }) }));
  said.className = "unseen";
  for (const seen of day.children) seen.setAttribute("aria-hidden", "true");
  day.append(said);
  if (day instanceof HTMLAnchorElement) day.href = `#/quiz?preset=daily&seed=${seedOfDay(date)}`;
  place.append(day);
  return place;
}

/** What came of a day: its score, or nothing. @param {Square} square */
function mark({ state, percent }) {
  const line = make("span", percent === undefined ? "" : String(percent));
  line.className = "day-mark";
  if (state === "on-time") line.prepend(icon("i-tick"));
  return line;
}
