// @ts-check
/** @import { ScoreReport } from "../generated/engine.js" */

const MICRO = 1_000_000;

/** Points as a person writes them: whole where they are whole. @param {number} micropoints */
export const pointsOf = (micropoints) => Math.round(micropoints / (MICRO / 100)) / 100;

/** The points that pass. @param {Pick<ScoreReport, "of">} report @param {number} percent */
export const passMark = ({ of }, percent) => Math.ceil((pointsOf(of) * percent) / 100);
