// @ts-check
// All questions of the page, as far as they are known without their words, and the words of some of them.
/** @import { Held } from "./banks.js" */
import { lang } from "../i18n/i18n.js";
import { banksWith } from "./banks.js";
import { buildData } from "./build-data.js";

/** What is known of a question before its words come. @typedef {Held["file"]["questions"][number]} Known */

/** All questions of the page, by id. Of those that are gone it knows nothing. */
export async function catalogue() {
  /** @type {Map<string, Known>} */
  const known = new Map();
  const banks = await banksWith(buildData.themes.map(({ id }) => id), lang());
  for (const { file } of banks) for (const question of file.questions) known.set(question.id, question);
  return known;
}

/** The stems of some questions of a theme, by id. @param {string} theme @param {string[]} ids */
export async function stemsOf(theme, ids) {
  const [{ file }] = await banksWith([theme], lang(), ids);
  const wanted = file.questions.filter(({ id }) => ids.includes(id));
  return new Map(wanted.map(({ id, stem }) => [id, stem]));
}
