// @ts-check
/** @import { Attempt, ScoreReport } from "../generated/engine.js" */

/**
 * Whether a finished attempt has earned a certificate. The core decides when it makes one; its report comes before the
 * module that does, and tests/boundary/same-rules.test.mjs holds this to it.
 * @param {Attempt} attempt @param {Pick<ScoreReport, "passed" | "used">} report
 */
export const earnsCertificate = ({ paper: { seconds } }, { passed, used }) =>
  !!passed && seconds !== undefined && used <= seconds * 1000;
