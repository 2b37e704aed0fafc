// @ts-check
/** @import { Action, Attempt, Blueprint } from "./generated/engine.js" */
/** @import { Route } from "./route.js" */
/** @import { Event, State } from "./session.js" */
/** @import { Failing } from "./screens/failure.js" */
/** @import { Screen, UnlessLeft } from "./stage.js" */
import { banksWith, Unreachable } from "./banks.js";
import { find } from "./dom.js";
import * as engine from "./engine.js";
import { fetchAll, later } from "./later.js";
import * as models from "./models.js";
import { parse } from "./route.js";
import { lang, read, say, sayAll, speak } from "./say.js";
import { mount as mountFailure } from "./screens/failure.js";
import { mount as mountHome } from "./screens/home.js";
import { mount as mountQuestion } from "./screens/question.js";
import { mount as mountReview } from "./screens/review.js";
import { mount as mountStart } from "./screens/start.js";
import { dayOf, reduce, seedOfDay, underWay } from "./session.js";
import { presetOf, site, themeOf, themesOf, variantsOf } from "./site.js";
import { forget, isShown, refresh, run, show } from "./stage.js";
import * as storage from "./storage.js";

/** @type {State} */
let state = { ...storage.load(site.langs), forgetful: !storage.works() };
addEventListener("hashchange", go);
addEventListener("storage", readAgain);
document.addEventListener("visibilitychange", () => isShown("home") && refresh());
find(document, "#lang").addEventListener("click", switchLanguage);
begin();

async function begin() {
  await speakNow(state.lang).catch(() => speakNow(site.langs[0]));
  await go();
  const idle = window.requestIdleCallback ?? setTimeout;
  idle(() => Promise.all([fetchAll(), keepHere()]).catch(() => {}));
}

/** Where nothing can be kept the page goes on from the network. */
const keepHere = async () => (await import("./offline.js")).keepHere(() => !!state.open.length);

function go() {
  return run((unlessLeft) => prepare(parse(location.hash), unlessLeft), fail);
}

/** @param {Route} route @param {UnlessLeft} unlessLeft @returns {Promise<Screen>} */
async function prepare(route, unlessLeft) {
  if (route.name === "take") return take(unlessLeft);
  if (route.name === "report") return report(unlessLeft);
  if (route.name === "review") return review(route.at, unlessLeft);
  if (route.name === "home") return home();
  const preset = presetOf(route.preset);
  if (!preset || (preset.scope === "theme" && !themeOf(route.theme))) return home();
  if (route.name === "start") return start(preset, route.theme);
  return open(preset, route.theme, route.seed, "replaceState", unlessLeft);
}

/** Everything that happens passes here: it is stored first and shown after. @param {Event} event */
function dispatch(event) {
  const before = state;
  state = reduce(before, event);
  if (!storage.save(state, before)) state = reduce(state, { type: "forgot" });
}

/** Another tab of this page stored something. @param {StorageEvent} event */
function readAgain({ key }) {
  if (key && key !== "sixinto.attempt") return;
  state = { ...state, ...storage.load(site.langs), lang: state.lang };
  go();
}

/** @returns {Screen} */
function home() {
  return { name: "home", mount: mountHome, model: () => models.home(state, Date.now()) };
}

/** @param {Blueprint} preset @param {string} theme @returns {Screen} */
function start(preset, theme) {
  banksWith(themesOf(preset, theme), lang()).catch(() => {});
  let ruleText = "";
  /** @type {import("./screens/start.js").StartActions} */
  const actions = {
    begin: (preset) => run((unlessLeft) => open(preset, theme, undefined, "pushState", unlessLeft), fail),
    choose: (id) => location.replace(`#/start/${id}`),
  };
  /** @type {Screen} */
  const self = {
    name: `start ${theme}`,
    mount: (element) => mountStart(element, actions),
    model: () => models.start(state, preset, theme, ruleText, Date.now()),
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

/** Waits for the engine and for banks with the words of these questions. @param {string[]} themes @param {string[]} [ids] */
const ready = (themes, ids) => Promise.all([banksWith(themes, lang(), ids), engine.started()]);

/** The same for all questions of a paper. @param {Attempt} attempt */
const readyWhole = ({ paper: { themes, questions } }) => ready(themes, questions.map(({ id }) => id));

/**
 * Opens a paper: a new one, or this very one where it is under way.
 * @param {Blueprint} preset
 * @param {string} theme
 * @param {number | undefined} asked  The seed in the address, if there is one.
 * @param {"pushState" | "replaceState"} how
 * @param {UnlessLeft} unlessLeft
 */
async function open(preset, theme, asked, how, unlessLeft) {
  const themes = themesOf(preset, theme);
  await unlessLeft(ready(themes));
  await engine.openThemes(themes, lang());
  const now = Date.now();
  const seed = preset.seed === "day" ? seedOfDay(dayOf(now)) : asked;
  // A given paper is the same for everyone, whatever they have seen.
  const seen = seed === undefined ? state.seen : {};
  const fresh = () => engine.start({ blueprint: preset, themes, seed, seen, now });
  const known = underWay(state, preset.id, themes, seed);
  dispatch({ type: "began", attempt: known ?? fresh() });
  history[how](null, "", "#/take");
  return take(unlessLeft, !known);
}

/**
 * @param {UnlessLeft} unlessLeft
 * @param {boolean} [isFresh]  Whether the attempt began just now.
 * @returns {Promise<Screen>}
 */
async function take(unlessLeft, isFresh = false) {
  const [attempt] = state.open;
  if (!attempt) return home();
  const { paper } = attempt;
  // The question on the screen comes first, with those that the engine holds answers against; the words of the others
  // come while it is read.
  const needed = [paper.questions[attempt.current].id, ...Object.keys(attempt.answers)];
  await unlessLeft(ready(paper.themes, needed));
  await engine.openPaper(paper, lang(), needed);
  const resumed = isFresh ? attempt : engine.resume(attempt, Date.now());
  if (resumed.finished !== undefined) {
    dispatch({ type: "acted", attempt: resumed });
    history.replaceState(null, "", "#/report");
    return report(unlessLeft);
  }
  const act = actor(attempt);
  const others = () => readyWhole(attempt);
  others().catch(() => {});
  /** Goes to another question once its words are there. @param {number} index */
  const move = async (index) => {
    await others();
    // Whoever has begun another paper meanwhile must not find this one's questions under it.
    if (state.open[0]?.started !== attempt.started) return;
    await engine.openPaper(paper, lang());
    act({ go: index });
  };
  const actions = {
    answer: (/** @type {import("./generated/engine.js").Answer | null} */ answer) =>
      act({ answer: { question: current().id, answer } }),
    lock: () => act({ lock: current().id }),
    move: (/** @type {number} */ index) => move(index).catch(fail),
    flag: (/** @type {boolean} */ flagged) => act(flagged ? { flag: current().id } : { unflag: current().id }),
    finish: () => act("finish"),
    fail,
  };
  const current = () => state.open[0].paper.questions[state.open[0].current];
  return {
    name: `question ${attempt.started}`,
    mount: (element) => mountQuestion(element, actions),
    model: () => models.taking(state),
    title: () => `${say("nth", { n: state.open[0].current + 1, of: attempt.paper.questions.length })} · ${models.titleOf(attempt)}`,
    place: () => state.open[0].current,
  };
}

/**
 * What changes this attempt, and no other that may have come to the front meanwhile.
 * @param {Attempt} mine
 */
function actor(mine) {
  /** @param {Action} action */
  return function act(action) {
    const [attempt] = state.open;
    if (attempt?.started !== mine.started) return;
    try {
      const changed = engine.act(attempt, action, Date.now());
      dispatch({ type: "acted", attempt: changed });
      if (changed.finished === undefined) refresh();
      else location.replace("#/report");
    } catch (error) {
      if (codeOf(error) === "time-over") act("finish");
      else fail(error);
    }
  };
}

/** @param {UnlessLeft} unlessLeft @returns {Promise<Screen>} */
async function report(unlessLeft) {
  const attempt = state.done;
  if (!attempt) return home();
  const [{ mountReport }] = await unlessLeft(Promise.all([later(), readyWhole(attempt)]));
  await engine.openPaper(attempt.paper, lang());
  scoreDaily(attempt);
  const title = () => `${say("report")} · ${models.titleOf(attempt)}`;
  return { name: "report", mount: mountReport, model: () => models.report(attempt), title };
}

/** Remembers what a finished daily five came to. @param {Attempt} attempt */
function scoreDaily(attempt) {
  if (presetOf(attempt.paper.preset)?.seed !== "day") return;
  dispatch({ type: "scored", day: dayOf(attempt.started), percent: engine.report(attempt, lang()).percent });
}

/** @param {number} index @param {UnlessLeft} unlessLeft @returns {Promise<Screen>} */
async function review(index, unlessLeft) {
  const attempt = state.done;
  if (!attempt) return home();
  await unlessLeft(readyWhole(attempt));
  await engine.openPaper(attempt.paper, lang());
  const actions = {
    look: (/** @type {number} */ at) => location.replace(`#/review/${at + 1}`),
    back: () => (location.hash = "#/report"),
    fail,
  };
  return {
    name: "review",
    mount: (element) => mountReview(element, actions),
    model: () => models.review(state, attempt, index),
    title: () => say("review", { n: index + 1 }),
    place: () => index,
  };
}

/** @param {unknown} error */
function fail(error) {
  const failing = failingOf(error);
  console.error(error);
  const subject = parse(location.hash).name === "take" ? state.open[0] : state.done;
  const actions = {
    // A module that could not be fetched stays missing until the page is loaded again.
    retry: () => (failing === "network" && !state.forgetful && navigator.onLine ? location.reload() : go()),
    drop: () => {
      if (subject) dispatch({ type: "dropped", attempt: subject });
      location.hash = "#/";
    },
  };
  show({
    name: "failure",
    mount: (element) => mountFailure(element, actions),
    model: () => ({ failing, kept: !state.forgetful }),
    title: () => say(failing),
  });
}

/** @param {unknown} error @returns {Failing} */
function failingOf(error) {
  if (error instanceof Unreachable) return "network";
  const code = codeOf(error);
  if (code === "quota") return code;
  if (code === "bank-changed" || code === "input" || code.startsWith("unknown-")) return "changed";
  return code.startsWith("bank-") ? "bank" : "engine";
}

/** @param {any} error */
const codeOf = (error) => String(error?.code ?? "");

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
