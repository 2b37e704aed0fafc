// The checks that look at many questions at once, in plain JavaScript: see checks.mjs.
import { fold, strings, within } from "./texts.mjs";

const ENOUGH = 20;

/** Cues by which somebody who knows nothing scores, theme by theme. */
export function cues(seats, { langs }, note) {
  const themes = new Map();
  for (const seat of seats) {
    for (const theme of new Set(seat.question.themes)) {
      if (!themes.has(theme)) themes.set(theme, []);
      themes.get(theme).push(seat);
    }
  }
  for (const own of themes.values()) {
    keyPositions(own, note);
    for (const lang of langs) {
      lengths(own, lang, (length, other) => other < length, note);
      lengths(own, lang, (length, other) => other > length, note);
      absoluteWords(own, lang, note);
    }
    judgeBalance(own, note);
  }
}

class Tally {
  hits = 0;
  of = 0;
  expected = 0;
  variance = 0;
  first = undefined;

  add(isHit, choices, where) {
    const chance = 1 / choices;
    this.hits += Number(isHit);
    this.of += 1;
    this.expected += chance;
    this.variance += chance * (1 - chance);
    if (isHit) this.first ??= where;
  }

  get isHabit() {
    const above = this.hits - this.expected;
    return this.of >= ENOUGH && above > 0.3 * this.expected && above * above > 4 * this.variance;
  }
}

function keyed({ question: { kind, choices } }) {
  const key = kind === "single" ? choices.findIndex(({ correct }) => correct) : -1;
  return key < 0 ? undefined : { choices, key };
}

function keyPositions(seats, note) {
  const places = [];
  for (const seat of seats) {
    const { choices = [], key } = keyed(seat) ?? {};
    choices.forEach((_, at) => (places[at] ??= new Tally()).add(at === key, choices.length, seat));
  }
  places.forEach((tally, at) => {
    if (tally.isHabit) note("key-position-bias", tally.first, `/choices/${at}/correct`);
  });
}

const inLang = (text, lang, bankLang) => strings(text, bankLang).find(([own]) => own === lang)?.[1];

/** How many characters a text has; most have no pairs of surrogates. */
const letters = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

function lengths(seats, lang, isLess, note) {
  const tally = new Tally();
  for (const seat of seats) {
    const { choices, key } = keyed(seat) ?? {};
    const own = choices?.map(({ text }) => inLang(text, lang, seat.lang));
    if (!own || own.includes(undefined)) continue;
    const sizes = own.map(letters);
    const isHit = sizes.every((size, at) => at === key || isLess(sizes[key], size));
    tally.add(isHit, choices.length, { seat, pointer: within(`/choices/${key}/text`, choices[key].text, lang) });
  }
  if (tally.isHabit) note("length-cue", tally.first.seat, tally.first.pointer);
}

function judgeBalance(seats, note) {
  const judged = seats.filter(({ question }) => question.kind === "judge");
  for (const answer of [true, false]) {
    const same = judged.filter(({ question }) => question.answer === answer);
    if (judged.length >= 16 && 100 * same.length > 60 * judged.length) note("judge-balance", same[0], "/answer");
  }
}

const ABSOLUTE = {
  "zh-CN": /(?<!不)(?:一定|绝对|任何|所有|从不|从来|永远|完全|总是|根本|百分之百|万无一失)/,
  en: /(?<!\p{Alphabetic})(?:always|never|all|any|anything|every|everything|completely|totally|absolutely|entirely|impossible)(?!\p{Alphabetic})/iu,
};

function absoluteWords(seats, lang, note) {
  const pattern = ABSOLUTE[lang];
  const counts = { right: 0, wrong: 0, inRight: 0, inWrong: 0 };
  let first;
  for (const seat of seats) {
    const { kind, stem, answer, choices = [] } = seat.question;
    const claims =
      kind === "judge"
        ? [{ text: stem, isRight: answer, pointer: "/stem" }]
        : choices.map(({ text, correct }, at) => ({ text, isRight: !!correct, pointer: `/choices/${at}/text` }));
    for (const { text, isRight, pointer } of claims) {
      counts[isRight ? "right" : "wrong"]++;
      const own = inLang(text, lang, seat.lang);
      if (own === undefined || !pattern?.test(own)) continue;
      counts[isRight ? "inRight" : "inWrong"]++;
      if (!isRight) first ??= { seat, pointer: within(pointer, text, lang) };
    }
  }
  const { right, wrong, inRight, inWrong } = counts;
  const isHabit = inWrong >= 5 && 100 * inWrong >= 3 * wrong && inWrong * right > 2 * inRight * wrong && right >= ENOUGH;
  if (isHabit) note("absolute-words", first.seat, first.pointer);
}

const MOST = {
  stem: [80, 60],
  text: [36, 28],
  left: [36, 28],
  right: [36, 28],
  label: [36, 28],
  explanation: [130, 90],
  action: [80, 60],
  why: [80, 60],
};

/** Notes a text that is long to read. */
export function hardToRead(text, field, pointer, { langs }, bankLang, note) {
  const [chinese, english] = MOST[field] ?? [];
  if (!chinese) return;
  for (const [lang, own] of strings(text, bankLang)) {
    // No text of fewer letters has as many bytes, let alone words.
    if (!langs.includes(lang) || 3 * own.length <= chinese) continue;
    const isLong =
      lang === "zh-CN" ? letters(own.replace(/\s/gu, "")) > chinese : lang === "en" && own.trim().split(/\s+/u).length > english;
    if (isLong) note("hard-to-read", within(pointer, text, lang));
  }
}

const ALIKE = 60;

/** Stems that are nearly the same: runs of letters, compared where two share one of the rarest. */
export function similarStems(seats, { langs }, note) {
  const told = new Set();
  for (const lang of langs) {
    const sketches = seats.flatMap((seat, owner) => {
      const text = inLang(seat.question.stem, lang, seat.lang);
      if (text === undefined) return [];
      const runs = runsOf(`${seat.question.media?.file ?? ""}\n`, [...fold(text)]);
      return runs.size >= 8 ? [{ owner, runs }] : [];
    });
    for (const [later] of alike(sketches)) {
      if (told.has(later)) continue;
      told.add(later);
      note("similar-stem", seats[later], within("/stem", seats[later].question.stem, lang));
    }
  }
}

function runsOf(picture, text) {
  const runs = new Set();
  const length = text.every((letter) => letter < "\x80") ? 5 : 3;
  for (let at = 0; at + length <= text.length; at++) runs.add(picture + text.slice(at, at + length).join(""));
  return runs;
}

function alike(sketches) {
  const counts = new Map();
  for (const { runs } of sketches) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  const holders = new Map();
  const found = [];
  for (const sketch of sketches) {
    const rare = [...sketch.runs].sort((one, other) => counts.get(one) - counts.get(other));
    const needed = Math.ceil((rare.length * ALIKE) / 100);
    for (const run of rare.slice(0, rare.length - needed + 1)) {
      if (counts.get(run) === 1) continue;
      const earlier = holders.get(run) ?? [];
      holders.set(run, earlier);
      for (const other of earlier.slice(-16)) {
        if (areAlike(sketch.runs, other.runs)) found.push([sketch.owner, other.owner]);
      }
      earlier.push(sketch);
    }
  }
  return found;
}

function areAlike(one, other) {
  if (100 * Math.min(one.size, other.size) < ALIKE * Math.max(one.size, other.size)) return false;
  let common = 0;
  for (const run of one) common += Number(other.has(run));
  const either = one.size + other.size - common;
  return common !== either && 100 * common >= ALIKE * either;
}

/** Whether a register's entry has an article. */
export function hasArticle({ articles = [] }, article) {
  return articles.some((known) => {
    const [first, last] = known.split("..");
    if (last === undefined) return known === article;
    return /^\d+$/.test(article) && Number(first) <= Number(article) && Number(article) <= Number(last);
  });
}

