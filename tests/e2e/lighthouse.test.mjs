// What Lighthouse says of the built page on its mobile preset. How fast it finds it depends on the machine, and is only
// printed.
import assert from "node:assert/strict";
import { createServer } from "node:net";

import lighthouse from "lighthouse";
import { chromium } from "playwright-core";

import { launchOptions, site } from "./browser.mjs";
import { tell } from "./telling.mjs";

/** What is asserted to be perfect. */
const PERFECT = ["accessibility", "best-practices", "seo"];

/** A port that nobody else has: Lighthouse talks to the browser over it. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One run on a fresh browser: the score of each category in percent, and what costs points. */
async function run(address) {
  const port = await freePort();
  const { args, ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const { lhr } = await lighthouse(address, { port, logLevel: "error", onlyCategories: ["performance", ...PERFECT] });
    assert.equal(lhr.runtimeError, undefined);
    const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
    const costs = PERFECT.flatMap((name) => lhr.categories[name].auditRefs.filter(({ weight }) => weight > 0));
    const faults = costs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 1);
    return { scores: Object.fromEntries(scores), faults: faults.map(({ id, title }) => `${id}: ${title}`) };
  } finally {
    await browser.close();
  }
}

tell("Lighthouse finds nothing to better in accessibility, best practices and SEO", async () => {
  const { scores, faults } = await run(await site());
  assert.deepEqual(faults, []);
  for (const name of PERFECT) assert.equal(scores[name], 100, name);
  console.log(`Lighthouse performance, mobile preset: ${scores.performance}`);
}, { isLong: true });
