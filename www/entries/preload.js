// @ts-check
/** @import { Attempt } from "../generated/engine.js" */
/** @import { Route } from "../route.js" */
import { bankOf, buildData, drawnBy, themeOf, themesOf } from "../content/build-data.js";
import { parse } from "../route.js";
import { CONTRAST_QUERY } from "../settings/contrast-query.js";
import { loadPapers, settingsOn } from "../state/storage.js";

// This runs before anything is painted and before the other scripts are there: what the address needs comes beside
// them and not after them, and home does not show for a moment where the address asks for another screen.
globalThis.preloaded = new Map();
const route = parse(location.hash);
const root = document.documentElement;
applySettings(settingsOn());
if (route.name !== "home") hurry(route);

/**
 * The page looks as this person wants it, or this device asks for, from the first paint on.
 * @param {string[]} settings
 */
function applySettings(settings) {
  if (matchMedia(CONTRAST_QUERY).matches) settings.push("contrast");
  if (!settings.length) return;
  root.className = settings.join(" ");
  link({ rel: "stylesheet", href: buildData.styles.settings, blocking: "render" });
}

/** @param {Route} route */
function hurry(route) {
  root.classList.add("elsewhere");
  const { lang, open, done } = loadPapers(buildData.langs);
  const words = buildData.words[lang];
  if (words) link({ rel: "modulepreload", href: words });
  for (const theme of themesWanted(route, open[0], done)) {
    const address = bankOf(theme, lang);
    const answer = fetch(address);
    answer.catch(() => {});
    preloaded.set(address, answer);
  }
}

/** @param {object} about */
function link(about) {
  document.head.append(Object.assign(document.createElement("link"), about));
}

/**
 * The themes whose banks an address will need, as far as can be told.
 * @param {Route} route
 * @param {Attempt | undefined} open
 * @param {Attempt | null} done
 * @returns {string[]}
 */
function themesWanted(route, open, done) {
  if (route.name === "quiz" || route.name === "start") {
    const preset = drawnBy(route.preset);
    const themes = preset ? themesOf(preset, route.theme) : [];
    return themes.filter(themeOf);
  }
  return (route.name === "take" ? open : done)?.paper.themes ?? [];
}
