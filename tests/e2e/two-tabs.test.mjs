// One person with the page in two tabs: nothing that is done in one is lost to the other.
import assert from "node:assert/strict";

import { answer, answerAndCheck, atQuestion, onScreen, stem, verdict } from "./answering.mjs";
import { button, shows, story, visit } from "./browser.mjs";
import { deepLink, seedWith } from "./papers.mjs";

/** The same person before another tab. */
const inAnotherTab = async (person) => ({ ...person, page: await person.context.newPage() });

const open = ({ page }) => page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open);

story("answers given to one paper in two tabs by turns are all there", {}, async (person) => {
  const other = await inAnotherTab(person);
  await visit(person, deepLink("home", seedWith("home", ["single", "judge", "single"], true)));
  await onScreen(person);
  await visit(other, "#/take");
  const ids = [];
  for (let n = 1; n <= 6; n++) {
    const tab = n % 2 ? person : other;
    await atQuestion(tab, n, 10);
    ids.push((await answerAndCheck(tab, n !== 2)).id);
    const follower = n % 2 ? other : person;
    if (n > 1) await verdict(follower).waitFor();
    await button(tab, "next").click();
    await atQuestion(tab, n + 1, 10);
  }
  const [attempt, ...rest] = await open(person);
  assert.deepEqual(rest, []);
  assert.deepEqual(Object.keys(attempt.answers).sort(), ids.sort());
  assert.deepEqual(attempt.locked.toSorted(), ids.sort());
});

story("two papers in two tabs go on side by side, each in its own", {}, async (person) => {
  const other = await inAnotherTab(person);
  const tabs = { home: person, school: other };
  for (const [theme, tab] of Object.entries(tabs)) {
    await visit(tab, deepLink(theme, seedWith(theme, ["single", "single", "single"], true)));
    await answerAndCheck(tab);
    await button(tab, "next").click();
  }
  for (let n = 2; n <= 3; n++) {
    for (const [theme, tab] of Object.entries(tabs)) {
      await atQuestion(tab, n, 10);
      const { themes } = await answer(tab);
      assert(themes.includes(theme), `question ${n} of ${theme}`);
      const shown = await stem(tab).textContent();
      const neighbour = theme === "home" ? other : person;
      assert.notEqual(await stem(neighbour).textContent(), shown);
      await button(tab, "check").click();
      await shows(verdict(tab), person.say("right"));
      await button(tab, "next").click();
    }
  }
  const attempts = await open(person);
  assert.deepEqual(attempts.map(({ paper }) => paper.themes[0]).sort(), ["home", "school"]);
  for (const { answers, locked } of attempts) assert.deepEqual([Object.keys(answers).length, locked.length], [3, 3]);
});
