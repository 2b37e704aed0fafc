// @ts-check
/** @import { Prompt } from "../generated/engine.js" */
/** @import { Asked } from "./print-screen.js" */
import { say } from "../i18n/i18n.js";

/**
 * Questions under one heading; where each is of another kind, there is no heading and each has a label.
 * @typedef {object} Group
 * @property {string} [heading]
 * @property {Asked[]} asked
 * @property {number} first  Number of the first one, from 1.
 * @property {(prompt: Prompt) => string} [label]
 */

/** With fewer questions under a heading than this on average, headings would only cut the paper to pieces. */
const FEWEST = 3;

const MICRO = 1_000_000;

/** @param {Asked[]} questions @returns {Group[]} */
export function groupsOf(questions) {
  const runs = runsOf(questions);
  const isMixed = runs.length * FEWEST > questions.length || runs.length > say("print-numerals").length;
  if (isMixed) return [{ asked: questions, first: 1, label: labelFor(questions) }];
  let first = 1;
  return runs.map((asked, at) => {
    const group = { heading: heading(asked, at), asked, first };
    first += asked.length;
    return group;
  });
}

/** Neighbours of one kind and worth. @param {Asked[]} questions */
function runsOf(questions) {
  /** @type {Asked[][]} */
  const runs = [];
  for (const asked of questions) {
    const [last] = runs.at(-1) ?? [];
    const goesOn = last && last.prompt.kind === asked.prompt.kind && last.prompt.micropoints === asked.prompt.micropoints;
    if (goesOn) runs.at(-1)?.push(asked);
    else runs.push([asked]);
  }
  return runs;
}

/** @param {Asked[]} asked @param {number} at */
function heading(asked, at) {
  const [{ prompt }] = asked;
  const { kind, micropoints } = prompt;
  const values = { nth: say("print-numerals")[at], kind: say(kind), how: say(`print-how-${kind}`) };
  return say("print-part", { ...values, n: asked.length, points: micropoints / MICRO });
}

/** What is the same for all is said once, at the top of the paper. @param {Asked[]} questions */
function labelFor(questions) {
  const isEven = questions.every(({ prompt }) => prompt.micropoints === questions[0].prompt.micropoints);
  return (/** @type {Prompt} */ { kind, micropoints }) => {
    const label = say("print-label", { kind: say(kind), how: say(`print-how-${kind}`) });
    return isEven ? label : `${label} · ${say("n-points", { n: micropoints / MICRO })}`;
  };
}
