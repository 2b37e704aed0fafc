// @ts-check
/** @import { Certificate } from "../generated/book.js" */
/** @import { Attempt } from "../generated/engine.js" */
/** @import { ReturnVisit } from "../route.js" */
/** @import { Guard, Screen } from "../screen-host.js" */
/** @import { State } from "../state/reducer.js" */
/** @import { Written } from "./certificate-drawing.js" */
import { dayOf } from "../calendar/day.js";
import { lastName, nameFrom } from "../drawing/names.js";
import { certificate, started } from "../engine/book-engine.js";
import * as engine from "../engine/quiz-engine.js";
import { codeOf } from "../error/error-screen.js";
import { wholeDayName } from "../i18n/dates.js";
import { lang, say } from "../i18n/i18n.js";
import { afterAnswer } from "../lazy.js";
import { pledgeFor, promiseTexts } from "../pledge/promises.js";
import { titleOf } from "../quiz/models.js";
import { passMark, pointsOf } from "../quiz/points.js";
import { readyWhole } from "../quiz/quiz-flow.js";
import { refresh, rename } from "../screen-host.js";
import { change, getState } from "../state/store.js";
import { mount } from "./certificate-screen.js";
import { mount as mountList } from "./list-screen.js";

/** Why a paper has no certificate; each is an answer, not a fault. */
const UNEARNED = ["not-finished", "no-time-limit", "no-pass-mark", "over-time", "not-passed"];

/**
 * A certificate (`#/certificate/7K2M-9QXA-40TM`), or the one that the paper finished last has earned (`#/certificate`).
 * @param {ReturnVisit} route @param {Guard} guard @returns {Promise<Screen>}
 */
export async function prepare({ parts: [, code] }, guard) {
  const wanted = code || (await newest(guard));
  const find = () => getState().certificates.find((one) => one.code === wanted);
  if (!wanted || !find()) return list();
  const texts = await guard(promiseTexts());
  // What stands in the address is what a person comes back to.
  rename("replaceState", `#/certificate/${wanted}`);
  const actions = {
    rename: (/** @type {string} */ typed) => {
      change((state) => ({ certificates: renamed(state, wanted, nameFrom(typed)) }));
      refresh();
    },
  };
  const model = () => {
    const found = /** @type {Certificate} */ (find());
    return { written: writtenOn(found, texts), attempt: found.attempt, notice: getState().storageBlocked };
  };
  return { name: `certificate ${wanted}`, mount: (element) => mount(element, actions), model, title: () => say("certificate") };
}

/** Everything that was passed, the newest first. @returns {Screen} */
export function list() {
  const model = () =>
    [...getState().certificates].sort((one, other) => endOf(other.attempt) - endOf(one.attempt)).map((one) => ({
      code: one.code,
      title: `${titleOf(one.attempt)} · ${say("n-points", { n: pointsOf(one.micropoints) })}`,
      about: [one.name, wholeDayName(dayOf(endOf(one.attempt))), one.code].filter(Boolean).join(" · "),
    }));
  return { name: "certificates", mount: mountList, model, title: () => say("certificates") };
}

/** The code of the certificate for the paper that was finished last, kept from now on. @param {Guard} guard */
async function newest(guard) {
  const { done } = getState();
  if (!done) return undefined;
  const [{ scoreReport }] = await guard(Promise.all([afterAnswer(), readyWhole(done), started()]));
  await engine.openPaper(done.paper, lang());
  const { micropoints, of, passed } = scoreReport(done, lang());
  try {
    const code = certificate(done, { micropoints, passed });
    change((state) => ({ certificates: added(state, { attempt: done, micropoints, of, code, name: "" }) }));
    return code;
  } catch (error) {
    if (UNEARNED.includes(codeOf(error))) return undefined;
    throw error;
  }
}

/** Whoever has given a name once need not do so again. @param {State} state @param {Certificate} fresh */
function added({ certificates }, fresh) {
  if (certificates.some(({ code }) => code === fresh.code)) return certificates;
  return [...certificates, { ...fresh, name: lastName(certificates) }];
}

/** @param {State} state @param {string} code @param {string} name */
const renamed = ({ certificates }, code, name) => certificates.map((one) => (one.code === code ? { ...one, name } : one));

/** @param {Attempt} attempt */
const endOf = ({ finished, started }) => finished ?? started;

/** @param {Certificate} certificate @param {Map<string, string>} texts @returns {Written} */
function writtenOn({ attempt, micropoints, of, code, name }, texts) {
  const pass = passMark(pointsOf(of), attempt.paper.pass_percent);
  return {
    name,
    exam: titleOf(attempt),
    day: wholeDayName(dayOf(endOf(attempt))),
    score: say("n-points", { n: pointsOf(micropoints) }),
    full: say("cert-full", { of: pointsOf(of), pass }),
    code,
    signed: pledgeFor(getState().pledges, name, texts),
  };
}
