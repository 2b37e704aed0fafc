// A paper of the page can be made again at a desk: the command draws from the question files what the page draws from
// the files that the build made of them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { bankText, site } from "../e2e/words.mjs";
import { glue } from "./engine.mjs";
import { sixinto } from "./program.mjs";

const command = async (...args) => JSON.parse(await sixinto(...args, "--folder", "questions", "--json"));

function page(blueprint, themes, seed, lang) {
  const bank = new glue.Bank(themes.map((theme) => bankText(theme, lang)));
  return JSON.parse(bank.start(JSON.stringify({ blueprint, themes, seed, seen: {}, now: 0 }))).paper;
}

for (const blueprint of site.presets) {
  const scopes = blueprint.scope === "all" ? [undefined] : site.themes.map(({ id }) => id);
  for (const theme of scopes) {
    test(`preset ${blueprint.id}${theme ? ` of ${theme}` : ""} is the same paper in the command and in the page`, async () => {
      const themes = theme ? [theme] : site.themes.map(({ id }) => id);
      const choose = theme ? ["--theme", theme] : [];
      const drawn = await command("draw", "--preset", blueprint.id, ...choose, "--seed", "20261123");
      for (const lang of site.langs) assert.deepEqual(page(blueprint, themes, 20261123, lang), drawn, lang);
    });
  }
}
