// @ts-check
// Starts the page: listens to the address, to other tabs and to the language button, and decides which screen comes.
/** @import { Blueprint } from "./generated/engine.js" */
/** @import { Route } from "./route.js" */
/** @import { Guard, Screen } from "./screen-host.js" */
import { parse } from "./route.js";
import { isShown, refresh, remount, run } from "./screen-host.js";
import { afterAnswer, fetchAll, returnVisit, setParts } from "./lazy.js";
import { change, getState, recover, reload } from "./state/store.js";
import { fail, retryWith } from "./error/error-screen.js";
import { mount as mountHome } from "./home/home-screen.js";
import { homeModel } from "./home/home-model.js";
import { mount as mountStart } from "./quiz/start-screen.js";
import { startModel } from "./quiz/models.js";
import { releaseAttempt, resumeQuiz, startQuiz } from "./quiz/quiz-flow.js";
import { banksWith, Unreachable } from "./content/banks.js";
import { buildData, drawnBy, themeOf, themesOf, variantsOf } from "./content/build-data.js";
import * as engine from "./engine/quiz-engine.js";
import { lang, localized, say, sayAll, setLanguage } from "./i18n/i18n.js";
import { find } from "./platform/dom.js";

addEventListener("hashchange", go);
addEventListener("storage", ({ key }) => (!key || key === "sixinto.turn") && readAgain());
document.addEventListener("visibilitychange", refresh);
find(document, "#lang").addEventListener("click", switchLanguage);
retryWith(go);
setParts({
  ways: {
    order: () => import("./kinds/order.js"),
    match: () => import("./kinds/match.js"),
    blank: () => import("./kinds/blanks.js"),
    number: () => import("./kinds/blanks.js"),
  },
  spot: () => import("./kinds/spot/spot.js"),
  afterAnswer: () => import("./entries/after-answer.js"),
  returnVisit: () => import("./entries/return-visit.js"),
});
begin();

async function begin() {
  const recovered = recover(go);
  await changeLanguage(getState().lang).catch(() => changeLanguage(buildData.langs[0]));
  await recovered;
  await go();
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => fetchAll().then(keepOffline).catch(() => {}));
}

/** Where nothing can be kept the page goes on from the network. */
const keepOffline = async () => (await returnVisit()).keepOffline();

function go() {
  return run((guard) => prepare(parse(location.hash), guard), fail);
}

/** @param {Route} route @param {Guard} guard @returns {Promise<Screen>} */
async function prepare(route, guard) {
  return (await asked(route, guard)) ?? home();
}

/** The screen that an address asks for, if there is something to show on it. @param {Route} route @param {Guard} guard */
async function asked(route, guard) {
  if (route.name === "home") return undefined;
  if (route.name === "take") return resumeQuiz(guard);
  if (route.name === "report") return (await guard(afterAnswer())).report(guard);
  if (route.name === "review") return (await guard(afterAnswer())).review(route.at, guard);
  if (route.name === "return-visit") return (await guard(returnVisit())).prepare(route, guard);
  const preset = drawnBy(route.preset);
  if (!preset || (preset.scope === "theme" && !themeOf(route.theme))) return undefined;
  if (route.name === "start") return start(preset, route.theme);
  return startQuiz({ preset, theme: route.theme, seed: route.seed }, "replaceState", guard);
}

/** Another tab of this page stored something. */
function readAgain() {
  reload();
  go();
}

/** @returns {Screen} */
function home() {
  releaseAttempt();
  return { name: "home", mount: mountHome, model: () => homeModel(getState(), Date.now()) };
}

/** @param {Blueprint} preset @param {string} theme @returns {Screen} */
function start(preset, theme) {
  banksWith(themesOf(preset, theme), lang()).catch(() => {});
  let ruleText = "";
  /** @type {import("./quiz/start-screen.js").StartActions} */
  const actions = {
    begin: (preset) => run(async (guard) => (await startQuiz({ preset, theme }, "pushState", guard)) ?? home(), fail),
    choose: (id) => location.replace(`#/start/${id}`),
  };
  /** @type {Screen} */
  const self = {
    name: `start ${theme}`,
    mount: (element) => mountStart(element, actions),
    model: () => startModel(getState(), preset, theme, ruleText, Date.now()),
    title: () => localized(preset.title),
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
  const next = buildData.langs[(buildData.langs.indexOf(lang()) + 1) % buildData.langs.length];
  await run(async (guard) => {
    await changeLanguage(next).catch((cause) => {
      throw new Unreachable(next, { cause });
    });
    change(() => ({ lang: next }));
    remount();
    return prepare(parse(location.hash), guard);
  }, fail);
}

/** @param {string} wanted */
async function changeLanguage(wanted) {
  await setLanguage(wanted);
  if (document.documentElement.lang === wanted) return;
  document.documentElement.lang = wanted;
  sayAll(document);
  const button = find(document, "#lang");
  button.textContent = say("other");
  button.lang = buildData.langs[(buildData.langs.indexOf(wanted) + 1) % buildData.langs.length];
}
