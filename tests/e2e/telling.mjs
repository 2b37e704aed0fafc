// When the stories are told. Node's runner starts a process, and with it a browser, for every file; `all.mjs` gathers the
// stories of all files first, and tells them in one process, several at once. A file that is run by itself tells its own
// as they come.
import { test } from "node:test";

/**
 * @typedef {object} Story
 * @property {string} name
 * @property {() => Promise<void> | void} run
 * @property {boolean} isLong  Whether it takes so long that it is begun first.
 */

/** @type {Story[] | undefined} */
let gathered;

/** The stories of these files, not told yet. @param {string[]} files @returns {Promise<Story[]>} */
export async function gather(files) {
  gathered = [];
  for (const file of files) await import(file);
  return gathered;
}

/** Tells a story now, or leaves it to whoever gathers them. @param {string} name @param {Story["run"]} run */
export function tell(name, run, { isLong = false } = {}) {
  if (gathered) gathered.push({ name, run, isLong });
  else test(name, run);
}
