// A paper of the page can be made again at a desk: the command draws from the question files what the page draws from
// the files that the build made of them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { bankText, site } from "../e2e/words.mjs";
import { glue } from "./engine.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

function command(...args) {
  const cargo = ["run", "--quiet", "--package", "sixinto", "--", ...args, "--folder", "questions", "--json"];
  return JSON.parse(execFileSync("cargo", cargo, { cwd: root, encoding: "utf8" }));
}

function page(blueprint, themes, seed, lang) {
  const bank = new glue.Bank(themes.map((theme) => bankText(theme, lang)));
  return JSON.parse(bank.start(JSON.stringify({ blueprint, themes, seed, seen: {}, now: 0 }))).paper;
}

for (const blueprint of site.presets) {
  const scopes = blueprint.scope === "all" ? [undefined] : site.themes.map(({ id }) => id);
  for (const theme of scopes) {
    test(`preset ${blueprint.id}${theme ? ` of ${theme}` : ""} is the same paper in the command and in the page`, () => {
      const themes = theme ? [theme] : site.themes.map(({ id }) => id);
      const choose = theme ? ["--theme", theme] : [];
      const drawn = command("draw", "--preset", blueprint.id, ...choose, "--seed", "20261123");
      for (const lang of site.langs) assert.deepEqual(page(blueprint, themes, 20261123, lang), drawn, lang);
    });
  }
}
