// @ts-check
/** @import { Blueprint } from "./generated/engine.js" */
/** @import { Route } from "./route.js" */
/** @import { Screen, UnlessLeft } from "./screen-host.js" */
import { banksWith, Unreachable } from "./content/banks.js";
import { drawnBy, site, themeOf, themesOf, variantsOf } from "./content/build-data.js";
import * as engine from "./engine/quiz-engine.js";
import { fail, retryWith } from "./error/error-screen.js";
import { mount as mountHome } from "./home/home-screen.js";
import { lang, read, say, sayAll, speak } from "./i18n/i18n.js";
import { fetchAll, later, more } from "./lazy.js";
import { find } from "./platform/dom.js";
import * as models from "./quiz/models.js";
import { open, putDown, take } from "./quiz/quiz-flow.js";
import { mount as mountStart } from "./quiz/start-screen.js";
import { parse } from "./route.js";
import { forget, isShown, refresh, run } from "./screen-host.js";
import { dispatch, recover, reload, remembered } from "./state/store.js";

addEventListener("hashchange", go);
addEventListener("storage", ({ key }) => (!key || key === "sixinto.turn") && readAgain());
document.addEventListener("visibilitychange", refresh);
find(document, "#lang").addEventListener("click", switchLanguage);
retryWith(go);
begin();

async function begin() {
  const recovered = recover();
  await speakNow(remembered().lang).catch(() => speakNow(site.langs[0]));
  await recovered;
  await go();
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => fetchAll().then(keepHere).catch(() => {}));
}

/** Where nothing can be kept the page goes on from the network. */
const keepHere = async () => (await more()).keepHere();

function go() {
  return run((unlessLeft) => prepare(parse(location.hash), unlessLeft), fail);
}

/** @param {Route} route @param {UnlessLeft} unlessLeft @returns {Promise<Screen>} */
async function prepare(route, unlessLeft) {
  return (await asked(route, unlessLeft)) ?? home();
}

/** The screen that an address asks for, if there is something to show on it. @param {Route} route @param {UnlessLeft} unlessLeft */
async function asked(route, unlessLeft) {
  if (route.name === "home") return undefined;
  if (route.name === "take") return take(unlessLeft);
  if (route.name === "report") return (await unlessLeft(later())).report(unlessLeft);
  if (route.name === "review") return (await unlessLeft(later())).review(route.at, unlessLeft);
  if (route.name === "more") return (await unlessLeft(more())).prepare(route, unlessLeft);
  const preset = drawnBy(route.preset);
  if (!preset || (preset.scope === "theme" && !themeOf(route.theme))) return undefined;
  if (route.name === "start") return start(preset, route.theme);
  return open({ preset, theme: route.theme, seed: route.seed }, "replaceState", unlessLeft);
}

/** Another tab of this page stored something. */
function readAgain() {
  reload();
  go();
}

/** @returns {Screen} */
function home() {
  putDown();
  return { name: "home", mount: mountHome, model: () => models.home(remembered(), Date.now()) };
}

/** @param {Blueprint} preset @param {string} theme @returns {Screen} */
function start(preset, theme) {
  banksWith(themesOf(preset, theme), lang()).catch(() => {});
  let ruleText = "";
  /** @type {import("./quiz/start-screen.js").StartActions} */
  const actions = {
    begin: (preset) => run(async (unlessLeft) => (await open({ preset, theme }, "pushState", unlessLeft)) ?? home(), fail),
    choose: (id) => location.replace(`#/start/${id}`),
  };
  /** @type {Screen} */
  const self = {
    name: `start ${theme}`,
    mount: (element) => mountStart(element, actions),
    model: () => models.start(remembered(), preset, theme, ruleText, Date.now()),
    title: () => read(preset.title),
    place: () => variantsOf(preset)[0].id,
  };
  const tellRule = () => {
    ruleText = engine.ruleText(preset.rule, lang());
    if (isShown(self.name)) refresh();
  };
  engine.started().then(tellRule, () => {});
  return self;
}

async function switchLanguage() {
  const next = site.langs[(site.langs.indexOf(lang()) + 1) % site.langs.length];
  await run(async (unlessLeft) => {
    await speakNow(next).catch((cause) => {
      throw new Unreachable(next, { cause });
    });
    dispatch({ type: "spoke", lang: next });
    forget();
    return prepare(parse(location.hash), unlessLeft);
  }, fail);
}

/** @param {string} wanted */
async function speakNow(wanted) {
  await speak(wanted);
  if (document.documentElement.lang === wanted) return;
  document.documentElement.lang = wanted;
  sayAll(document);
  const button = find(document, "#lang");
  button.textContent = say("other");
  button.lang = site.langs[(site.langs.indexOf(wanted) + 1) % site.langs.length];
}
