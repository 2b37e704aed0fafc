// Reading aloud, to a browser whose voices are played by the story: it ends each sentence when it likes.
import assert from "node:assert/strict";

import { answer, answerAndCheck, answerTo, atQuestion, onScreen, stem, verdict } from "./answering.mjs";
import { violations } from "./axe.mjs";
import { button, link, shows, story, visit } from "./browser.mjs";
import { pressOn } from "./keys.mjs";
import { deepLink, remembering, seedWith } from "./papers.mjs";
import { questionAsking, saying, site, unpacked } from "./words.mjs";

const VOICES = [
  { name: "net", lang: "zh-CN", localService: false },
  { name: "xiao", lang: "zh-CN", localService: true },
  { name: "ann", lang: "en-US", localService: true },
];

/** Gives the browser voices. What they are told to say is noted in `spoken`; `finish` ends what is being said. */
const withVoices = (voices) => (context) => context.addInitScript((voices) => {
  let current;
  window.spoken = [];
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const end = (what) => {
    const ended = current;
    current = undefined;
    ended?.[what]?.({ error: "canceled" });
  };
  const speechSynthesis = {
    getVoices: () => voices,
    addEventListener: () => {},
    speak(utterance) {
      const { text, rate, voice } = (current = utterance);
      window.spoken.push({ text, rate, voice: voice.name });
    },
    // Browsers tell of an error where somebody calls a sentence off.
    cancel: () => end("onerror"),
  };
  Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis });
  window.finish = () => end("onend");
  window.isSpeaking = () => !!current;
}, voices);

const speaking = { before: withVoices(VOICES) };

const spoken = ({ page }) => page.evaluate(() => window.spoken.map(({ text }) => text));
const last = async (person) => (await spoken(person)).at(-1);
const isSpeaking = ({ page }) => page.evaluate(() => window.isSpeaking());
const finish = ({ page }) => page.evaluate(() => window.finish());

/** The text of the sentence that is marked, and the class of the row around it. */
const shown = ({ page }) => page.evaluate(() => {
  const [range] = CSS.highlights.get("read") ?? [];
  return { text: range?.toString(), rows: [...document.querySelectorAll(".is-read")].map((row) => row.classList[0]) };
});

/** Lets everything be read to the end, and gives what was said with what was shown meanwhile. */
async function listen(person) {
  const heard = [];
  while (await isSpeaking(person)) {
    heard.push({ said: await last(person), ...(await shown(person)) });
    await finish(person);
  }
  return heard;
}

async function openSingle(person, theme = "home") {
  await visit(person, deepLink(theme, seedWith(theme, ["single", "order"], true)));
  return onScreen(person);
}

for (const lang of site.langs) {
  story(`a question is read with its choices, each by its letter, and one sees which in ${lang}`, { ...speaking, lang }, async (person) => {
    const { page } = person;
    const question = await openSingle(person);
    await button(person, "aloud").click();
    assert.equal((await shown(person)).rows[0], "stem");
    const heard = await listen(person);
    const texts = await page.locator(".choice-text").allTextContents();
    const rows = heard.filter(({ rows }) => rows[0] === "choice");
    assert.deepEqual(rows.filter(({ said }) => /^[A-D][.。]/.test(said)).map(({ said }) => said[0]), ["A", "B", "C", "D"].slice(0, texts.length));
    assert.equal(heard.filter(({ rows }) => rows[0] === "stem").map(({ text }) => text).join(lang === "en" ? " " : ""), question.stem);
    for (const { said, text, rows } of heard) {
      assert(said.endsWith(text), `${said} / ${text}`);
      assert.equal(rows.length, 1);
    }
    assert.deepEqual(await shown(person), { text: undefined, rows: [] }, "nothing is marked afterwards");
    await button(person, "aloud").waitFor();
    const voices = await page.evaluate(() => window.spoken.map(({ voice, rate }) => `${voice} ${rate}`));
    assert.deepEqual([...new Set(voices)], [lang === "en" ? "ann 1" : "xiao 1"], "by a voice on this device");
  });
}

story("after checking, the verdict, the right answer, why and what to do are read", speaking, async (person) => {
  const { page, say } = person;
  const question = await openSingle(person);
  await answerAndCheck(person, false);
  await button(person, "aloud").click();
  const heard = (await listen(person)).map(({ said }) => said).join("");
  const [right] = answerTo(question, true, say);
  const parts = [say("wrong"), say("right-answer"), right, question.explanation, say("todo"), question.action];
  let from = 0;
  for (const part of parts) {
    const at = heard.indexOf(part, from);
    assert(at >= from, `${part} in ${heard}`);
    from = at + part.length;
  }
  assert(!heard.includes(question.stem), "the question is not read again");
  assert.equal(await page.locator(".is-read").count(), 0);
});

story("in study mode the question is read with its choices and all that is told about it", speaking, async (person) => {
  const { page } = person;
  const { id, topic } = unpacked(site.banks.home["zh-CN"]).questions.find(({ kind }) => kind === "single");
  await page.addInitScript(
    (text) => location.protocol !== "about:" && localStorage.setItem("sixinto.study", text),
    JSON.stringify({ format: 2, value: { [`home/${topic}`]: id } }),
  );
  await visit(person, `#/study/home/${topic}`);
  const question = questionAsking(await page.locator(".study .stem").textContent(), person.lang);
  await button(person, "aloud").click();
  const heard = await listen(person);
  const said = heard.map(({ said }) => said).join("");
  const choices = await page.locator(".choice-text").allTextContents();
  let from = 0;
  for (const part of [question.stem, ...choices, question.explanation, question.action]) {
    const at = said.indexOf(part, from);
    assert(at >= from, `${part} in ${said}`);
    from = at + part.length;
  }
  await button(person, "aloud").click();
  await button(person, "next").click();
  await page.waitForFunction(() => !window.isSpeaking());
});

story("reading can be paused, goes on with the same sentence, and can be stopped", speaking, async (person) => {
  const { page, say } = person;
  await openSingle(person);
  await button(person, "aloud").click();
  await finish(person);
  const before = await last(person);
  await button(person, "aloud-pause").click();
  assert.equal(await isSpeaking(person), false);
  assert.equal(await page.locator(".is-read").count(), 1, "one sees where it paused");
  await button(person, "aloud-go-on").click();
  assert.equal(await last(person), before);
  assert.equal(await isSpeaking(person), true);
  await button(person, "aloud-stop").click();
  assert.equal(await isSpeaking(person), false);
  assert.equal(await page.locator(".is-read").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), say("aloud"), "the focus is not lost");
  const [first] = await spoken(person);
  await button(person, "aloud").click();
  assert.equal(await last(person), first, "and begins anew");
});

story("reading is begun, paused, gone on with and stopped by keys alone", speaking, async (person) => {
  await openSingle(person);
  for (const key of ["aloud", "aloud-pause", "aloud-go-on"]) {
    await pressOn(person, button(person, key), "Space");
    assert.equal(await isSpeaking(person), key !== "aloud-pause", key);
  }
  await pressOn(person, button(person, "aloud-stop"));
  assert.equal(await isSpeaking(person), false);
});

story("whoever goes on is not read to about what was before", speaking, async (person) => {
  const { page } = person;
  const silent = async (what) => {
    await page.waitForFunction(() => !window.isSpeaking());
    assert.equal(await page.locator(".is-read").count(), 0, what);
  };
  await openSingle(person);
  await button(person, "aloud").click();
  await answer(person);
  assert.equal(await isSpeaking(person), true, "picking a choice is no reason to stop");
  await button(person, "check").click();
  await verdict(person).waitFor();
  await silent("checked");
  await button(person, "aloud").click();
  await button(person, "next").click();
  await atQuestion(person, 2, 10);
  await silent("the next question");
  await button(person, "aloud").click();
  assert.match((await spoken(person)).at(-1), new RegExp(`^${(await stem(person).textContent()).slice(0, 5)}`));
  const steps = (await listen(person)).filter(({ rows }) => rows[0] === "step").map(({ said }) => said);
  assert.match(steps[0], /^1。/, "steps have numbers");
  await button(person, "aloud").click();
  await link(person, "leave").click();
  await page.locator("#home").waitFor();
  await silent("home");
});

story("the report is read with what stands open in it", speaking, async (person) => {
  const { page, say } = person;
  await visit(person, deepLink("home", 7));
  const asked = [];
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    asked.push(await answerAndCheck(person, n > 1));
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("result-plain"));
  await button(person, "aloud").click();
  const heard = (await listen(person)).map(({ said }) => said).join("");
  const [wrong, ...rights] = asked;
  for (const text of [say("n-points", { n: 90 }), wrong.stem, wrong.explanation, rights[0].stem]) assert(heard.includes(text), text);
  assert(!heard.includes(rights[0].explanation), "what is folded away is not read");
});

story("who wants it slower gets it slower", speaking, async (person) => {
  const { page, say } = person;
  await visit(person, "#/settings");
  await shows(page.locator(".speech"), say("aloud-ready"));
  await page.getByRole("switch", { name: say("slow") }).click();
  await openSingle(person);
  await button(person, "aloud").click();
  const [{ rate }] = await page.evaluate(() => window.spoken);
  assert(rate < 1);
});

story("another language is read by a voice of its own", speaking, async (person) => {
  await openSingle(person);
  await button(person, "aloud").click();
  await button(person, "other").click();
  [person.lang, person.say] = ["en", saying("en")];
  await button(person, "aloud").click();
  assert.equal(await person.page.evaluate(() => window.spoken.at(-1).voice), "ann");
});

for (const [reason, voices] of [["mute", []], ["foreign", VOICES.slice(2)], ["online", VOICES.slice(0, 1)]]) {
  story(`where nothing reads, no button is shown and the settings say why: ${reason}`, { before: withVoices(voices) }, async (person) => {
    const { page, say } = person;
    await visit(person, "#/settings");
    await shows(page.locator(".speech"), say(`aloud-${reason}`));
    await openSingle(person);
    assert.equal(await page.locator(".aloud").count(), 0);
  });
}

const strong = { before: async (context) => {
  await withVoices(VOICES)(context);
  await remembering({ contrast: true, big: true })(context);
} };

story("axe finds nothing while a question is read, nor with high contrast", strong, async (person) => {
  const { page } = person;
  await openSingle(person);
  await button(person, "aloud").click();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page, { rules: { "color-contrast-enhanced": { enabled: true } } }), []);
  }
});
