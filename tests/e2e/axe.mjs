// What axe-core finds wrong with a screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with the screen, a line for each element. */
export async function violations(page, options) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate((options) => axe.run(document, options), { resultTypes: ["violations"], ...options });
  const line = (id) => ({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(line(id)));
}
