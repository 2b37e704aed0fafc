// @ts-check
/** @import { Signed } from "../certificate/certificate-drawing.js" */
/** @import { Pledge } from "../generated/book.js" */
import { extra } from "../content/extras.js";
import { getState } from "../state/store.js";

/**
 * A promise that a theme offers.
 * @typedef {{ id: string, theme: string, text: string }} Promised
 */

/** How many promises there is room for on a certificate. */
const MOST = 2;

/** All promises in the language spoken. @returns {Promise<Promised[]>} */
export const promises = () => extra("pledges");

/** What signed promises say, by id; nothing is fetched where nothing was signed. */
export async function promiseTexts() {
  const all = getState().pledges.length ? await promises() : [];
  return new Map(all.map(({ id, text }) => [id, text]));
}

/** The texts of a pledge's promises, as far as they are offered still. @param {Pledge} pledge @param {Map<string, string>} texts */
export const textsOf = ({ promises }, texts) => promises.flatMap((id) => texts.get(id) ?? []);

/**
 * What somebody of this name has promised last, or else what was signed by hand alone and may be of anybody.
 * @param {Pledge[]} pledges @param {string} name @param {Map<string, string>} texts @returns {Signed | undefined}
 */
export function pledgeFor(pledges, name, texts) {
  const kept = newestFirst(pledges).filter((one) => textsOf(one, texts).length);
  const last = kept.find((one) => !name || one.name === name) ?? kept.find((one) => !one.name);
  return last && { promises: textsOf(last, texts).slice(0, MOST), name: last.name, strokes: last.strokes };
}

/** @param {Pledge[]} pledges */
export const newestFirst = (pledges) => [...pledges].sort((one, other) => other.at - one.at);
