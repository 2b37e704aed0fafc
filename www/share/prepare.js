// @ts-check
/** @import { Blueprint } from "../generated/engine.js" */
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { SharePaperModel } from "./share-screen.js" */
import { dayOf, seedOfDay } from "../calendar/day.js";
import { buildData, drawnBy, sizeOf, themeOf } from "../content/build-data.js";
import { qr, started } from "../engine/book-engine.js";
import * as engine from "../engine/quiz-engine.js";
import { lang, localized, say } from "../i18n/i18n.js";
import { passMark } from "../quiz/points.js";
import { ready } from "../quiz/quiz-flow.js";
import { parse } from "../route.js";
import { rename } from "../screen-host.js";
import { getState } from "../state/store.js";
import { mountList, mountPaper } from "./share-screen.js";

/**
 * A paper that anybody gets from the same link: it is drawn from its seed alone, whatever they have seen.
 * @typedef {object} Shared
 * @property {Blueprint} preset
 * @property {string} theme  Empty where the preset asks about all of them.
 * @property {number} seed
 */

/**
 * What can be shared, a paper with its link (`#/share/practice/home?seed=7`), or the paper that was finished last
 * (`#/share/done`).
 * @param {ReturnVisit} route @param {Guard} guard @returns {Promise<Screen | undefined>}
 */
export async function prepare({ parts: [, id = "", theme = ""], asked }, guard) {
  if (!id) return list("share-lead");
  await guard(started());
  if (id === "done") return finished(guard);
  const preset = drawnBy(id);
  if (!preset || (preset.scope === "theme" && !themeOf(theme))) return undefined;
  const link = parse(`#/quiz/${theme}?preset=${id}&seed=${asked.get("seed")}`);
  const seed = (link.name === "quiz" ? link.seed : undefined) ?? newSeed(preset);
  // Whoever comes back to this address finds the same paper.
  rename("replaceState", `#/share/${[id, theme].filter(Boolean).join("/")}?seed=${seed}`);
  return paperScreen({ preset, theme, seed }, "share-means");
}

/** All that can be shared. @param {import("./share-screen.js").ShareListModel["lead"]} lead @returns {Screen} */
function list(lead) {
  const days = buildData.presets.filter(({ seed }) => seed === "day");
  const exams = buildData.presets.filter(({ scope, seed }) => scope === "all" && seed !== "day");
  const practice = drawnBy("practice");
  const model = () => ({
    lead,
    items: [
      ...days.map(({ id }) => ({ href: `#/share/${id}`, icon: "i-day", title: say("share-today") })),
      ...buildData.themes.flatMap(({ id, label, icon }) =>
        practice
          ? { href: `#/share/practice/${id}`, icon: `icon-${icon}`, title: `${localized(label)} · ${localized(practice.title)}`, theme: id }
          : [],
      ),
      ...exams.map((preset) => ({ href: `#/share/${preset.id}`, icon: "i-exam", title: nameOf(preset) })),
    ],
  });
  return { name: "share", mount: mountList, model, title: () => say("share-same") };
}

/** @param {Guard} guard @returns {Promise<Screen | undefined>} */
async function finished(guard) {
  const { done } = getState();
  const preset = drawnBy(done?.paper.preset ?? "");
  // A paper of a person's own mistakes or favourites is nobody else's.
  if (!done || !preset) return list(done ? "share-lead-own" : "share-lead");
  const { themes, seed, questions } = done.paper;
  const theme = preset.scope === "theme" ? themes[0] : "";
  await guard(ready(themes));
  await engine.openThemes(themes, lang());
  const again = engine.start({ blueprint: preset, themes, seed, seen: {}, now: 0 });
  if (JSON.stringify(again.paper.questions) === JSON.stringify(questions)) {
    const isUntimed = !done.paper.seconds && !!preset.seconds;
    return paperScreen({ preset, theme, seed }, isUntimed ? "share-means-untimed" : "share-means-done");
  }
  return paperScreen({ preset, theme, seed: newSeed(preset) }, "share-means-other");
}

/** @param {Blueprint} preset */
function newSeed(preset) {
  if (preset.seed === "day") return seedOfDay(dayOf(Date.now()));
  return crypto.getRandomValues(new Uint32Array(1))[0];
}

/** @param {Shared} shared @param {SharePaperModel["means"]} means @returns {Screen} */
function paperScreen({ preset, theme, seed }, means) {
  const place = `#/quiz${theme && `/${theme}`}?preset=${preset.id}&seed=${seed}`;
  const link = location.href.split("#")[0] + place;
  const drawing = qr(link);
  const chosen = themeOf(theme);
  const what = () => [chosen && localized(chosen.label), nameOf(preset)].filter(Boolean).join(" · ");
  return {
    name: `share ${place}`,
    mount: mountPaper,
    model: () => ({ what: what(), means, link, place, drawing, isFile: location.protocol === "file:" }),
    title: () => `${say("share-same")} · ${what()}`,
  };
}

/** What a preset is called; some of one name differ in the points that pass. @param {Blueprint} preset */
function nameOf(preset) {
  const { title, pass_percent: percent } = preset;
  const isAlone = buildData.presets.filter((other) => localized(other.title) === localized(title)).length === 1;
  if (isAlone || percent === undefined) return localized(title);
  return `${localized(title)} · ${say("pass-at", { n: passMark(sizeOf(preset).points, percent) })}`;
}
