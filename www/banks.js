// @ts-check
import { site } from "./site.js";

/** Something that has to come over the network did not. */
export class Unreachable extends Error {}

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();

/**
 * The bank files of these themes (of all, if none is named) in one language. Each is fetched once.
 * @param {string[]} themes
 * @param {string} lang
 */
export async function bankTexts(themes, lang) {
  const named = themes.length ? themes : Object.keys(site.banks);
  return Promise.all(named.map((theme) => text(addressOf(theme, lang))));
}

/** @param {string} theme @param {string} lang */
function addressOf(theme, lang) {
  const languages = site.banks[theme];
  if (!languages) throw Object.assign(new Error(`no bank for ${theme}`), { code: "bank-changed" });
  return languages[lang] ?? languages[site.langs[0]];
}

/** @param {string} address */
function text(address) {
  const known = fetched.get(address);
  if (known) return known;
  const coming = load(address);
  fetched.set(address, coming);
  // What failed once is asked for again the next time.
  coming.catch(() => fetched.delete(address));
  return coming;
}

/** @param {string} address */
async function load(address) {
  const answer = await fetch(address).catch((cause) => {
    throw new Unreachable(address, { cause });
  });
  if (!answer.ok) throw new Unreachable(`${address}: ${answer.status}`);
  return answer.text();
}
