// @ts-check
/** @import { Standing } from "../generated/book.js" */
import { buildData } from "../content/build-data.js";
import { localized, say } from "../i18n/i18n.js";
import { addTemplates, clone, draw, find, make } from "../platform/dom.js";
import html from "./progress.html";

addTemplates(html);

/**
 * @typedef {object} ProgressModel
 * @property {Standing} standing
 * @property {Record<string, string>} topics  Their labels by id.
 */

/** Length of the ring of a chart whose radius is 20. */
const ROUND = 2 * Math.PI * 20;

/** @param {HTMLElement} element */
export function mount(element) {
  const screen = clone("progress");
  element.replaceChildren(screen);

  return (/** @type {ProgressModel} */ { standing, topics }) => {
    find(screen, ".overall").replaceChildren(ring(standing.mastery), facts(standing));
    const themes = buildData.themes.flatMap((theme) => {
      const own = standing.parts.find(({ id }) => id === theme.id);
      return own ? [section(theme, own, topics)] : [];
    });
    // Whoever has opened a theme finds it open.
    const open = [...screen.querySelectorAll("details[open]")].map((one) => /** @type {HTMLElement} */ (one).dataset.theme);
    for (const one of themes) one.open = open.includes(one.dataset.theme);
    find(screen, ".standings").replaceChildren(...themes);
  };
}

/** A ring that is drawn as far as one has come. @param {number} percent */
function ring(percent) {
  const arc = { class: "wheel-done", cx: 24, cy: 24, r: 20, "stroke-dasharray": `${(percent / 100) * ROUND} ${ROUND}` };
  const text = draw("text", { x: 24, y: 24 });
  text.textContent = `${percent}%`;
  const whole = draw("circle", { class: "wheel-all", cx: 24, cy: 24, r: 20 });
  return draw("svg", { class: "wheel", viewBox: "0 0 48 48", "aria-hidden": "true" }, whole, draw("circle", arc), text);
}

/** @param {Standing} standing */
function facts({ total, seen, right, due, mastery }) {
  const box = document.createElement("div");
  box.append(make("strong", say("mastery", { percent: mastery })), make("span", say("standing", { total, seen, right, due })));
  box.className = "standing-text";
  return box;
}

/** @param {import("../content/build-data.js").Theme} theme @param {Standing} standing @param {Record<string, string>} topics */
function section(theme, standing, topics) {
  /** @type {HTMLDetailsElement} */
  const part = clone("standing");
  part.dataset.theme = theme.id;
  const text = facts(standing);
  text.prepend(make("h2", localized(theme.label)));
  find(part, "summary").prepend(ring(standing.mastery), text);
  find(part, "caption").textContent = localized(theme.label);
  find(part, "tbody").replaceChildren(...weakestFirst(standing.parts).map((topic) => row(topic, topics)));
  /** @type {HTMLAnchorElement} */ (find(part, ".practise")).href = `#/start/practice/${theme.id}`;
  /** @type {HTMLAnchorElement} */ (find(part, ".mistakes")).href = `#/book/mistakes`;
  return part;
}

/** @param {Standing[]} topics */
const weakestFirst = (topics) => [...topics].sort((one, other) => one.mastery - other.mastery || other.total - one.total);

/** @param {Standing} topic @param {Record<string, string>} labels */
function row({ id = "", total, seen, right, due, mastery }, labels) {
  const line = document.createElement("tr");
  const name = make("th", labels[id] ?? id);
  name.setAttribute("scope", "row");
  const cells = [`${seen} / ${total}`, String(right), String(due)].map((text) => make("td", text));
  const chart = make("td");
  chart.append(bar(mastery), make("span", `${mastery}%`));
  line.append(name, ...cells, chart);
  return line;
}

/** @param {number} percent */
function bar(percent) {
  const all = draw("rect", { class: "bar-all", width: 100, height: 8, rx: 4 });
  const done = draw("rect", { class: "bar-done", width: percent, height: 8, rx: 4 });
  return draw("svg", { class: "chart", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, all, done);
}
