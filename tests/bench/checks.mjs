// The checks of `sixinto check` in plain JavaScript, as one would write them for a page without wasm: what the engine
// is timed beside. It finds the same and says the code and the place of each, not the words.
import { cues, hardToRead, hasArticle, similarStems } from "./cues.mjs";
import { read } from "./shape.mjs";
import { all, fold, isEmpty, says, strings, within } from "./texts.mjs";

/** All findings of one bank, as `{ code, pointer }`. */
export function checkInJavaScript(text, { themes, topics, presets, sources, set, langs, pictures, today }) {
  const { seats = [], failures } = read(text);
  const themeFile = JSON.parse(themes);
  const context = {
    themes: new Set(themeFile.themes.map(({ id }) => id)),
    topics: new Set(JSON.parse(topics).topics.map(({ id }) => id)),
    shown: themeFile.sets.find(({ id }) => id === set)?.themes,
    presets: JSON.parse(presets).presets,
    sources: register(JSON.parse(sources).sources),
    langs,
    pictures: new Set(pictures),
    today,
  };
  const findings = failures;
  const note = (code, { index }, pointer) => findings.push({ code, pointer: `/questions/${index}${pointer}` });
  const stems = new Map();
  const ids = new Set();
  const unknownTopics = new Set();
  const isWhole = !failures.length;
  for (const seat of seats) {
    const own = (code, pointer) => note(code, seat, pointer);
    if (ids.has(seat.question.id)) own("duplicate-id", "/id");
    ids.add(seat.question.id);
    duplicateStem(seat, stems, own);
    unknownTopic(seat, context, unknownTopics, own);
    for (const rule of RULES) rule(seat, context, own);
  }
  similarStems(seats, context, note);
  cues(seats, context, note);
  if (isWhole) unfillablePresets(seats, context, findings);
  return findings;
}

const RULES = [themesOf, textsOf, mediaOf, partsOf, keyOf, blanksOf, numberOf, areasOf, sourceOf];

/** Where a stem was said first, and where first under another id. */
function duplicateStem({ question, lang: bankLang }, known, note) {
  let noted = false;
  for (const [lang, text] of strings(question.stem, bankLang)) {
    const folded = fold(text);
    if (!folded) continue;
    const key = `${lang}\n${question.media?.file ?? ""}\n${folded}`;
    const askers = known.get(key);
    if (!askers) {
      known.set(key, { first: question.id, second: undefined });
      continue;
    }
    if (askers.first !== question.id) askers.second ??= question.id;
    const other = askers.first !== question.id ? askers.first : askers.second;
    if (other !== undefined && !noted) note("duplicate-stem", within("/stem", question.stem, lang));
    noted ||= other !== undefined;
  }
}

/** A topic without a label, where it is first used. */
function unknownTopic({ question: { topic } }, { topics }, noted, note) {
  if (topics.has(topic) || noted.has(topic)) return;
  noted.add(topic);
  note("unknown-topic", "/topic");
}

function themesOf({ question }, { themes }, note) {
  if (!question.themes.length) note("no-theme", "/themes");
  for (const theme of new Set(question.themes)) if (!themes.has(theme)) note("unknown-theme", "/themes");
}

const OWN_RULES = new Set(["/explanation", "/media/alt", "/source/title"]);
const LETTER = /\p{Alphabetic}/u;

function textsOf({ question, lang: bankLang }, context, note) {
  const { langs } = context;
  eachText(question, (text, pointer) => {
    hardToRead(text, pointer.split("/").at(-1), pointer, context, bankLang, note);
    if (isEmpty(text)) {
      if (!OWN_RULES.has(pointer)) note("empty-text", pointer);
    } else if (langs.some((lang) => !says(text, lang, bankLang)) && all(text).some((one) => LETTER.test(one))) {
      note("missing-translation", pointer);
    }
  });
}

function mediaOf({ question: { media, kind } }, { pictures }, note) {
  if (!media) {
    if (kind === "spot") note("bad-media", "");
    return;
  }
  const isInside = !/[\\:]/.test(media.file) && !media.file.split("/").some((step) => /^\.{0,2}$/.test(step));
  if (!isInside || !pictures.has(media.file)) note("bad-media", "/media/file");
  if (isEmpty(media.alt)) note("bad-media", "/media/alt");
}

const PARTS = { single: "choices", multiple: "choices", order: "steps", match: "pairs", spot: "areas" };

function partsOf({ question, lang: bankLang }, _, note) {
  const list = PARTS[question.kind];
  if (!list) return;
  const parts = question[list];
  if (parts.length < 2) note("too-few-choices", `/${list}`);
  parts.forEach(({ id }, at) => {
    if (parts.findIndex((part) => part.id === id) < at) note("duplicate-part-id", `/${list}/${at}/id`);
  });
  if (list === "areas") return;
  for (const field of list === "pairs" ? ["left", "right"] : ["text"]) sameTwice(parts, list, field, bankLang, note);
  if (list !== "choices") return;
  parts.forEach(({ text, fixed }, at) => {
    if (!fixed && all(text).some(isAboutOthers)) note("loose-all-of-the-above", `/choices/${at}/text`);
  });
}

function sameTwice(parts, list, field, bankLang, note) {
  const said = new Set();
  parts.forEach((part, at) => {
    const folded = strings(part[field], bankLang).map(([lang, text]) => [lang, fold(text)]);
    const twice = folded.find(([lang, text]) => text && said.has(`${lang}\n${text}`));
    if (twice) note("same-choice-twice", within(`/${list}/${at}/${field}`, part[field], twice[0]));
    for (const [lang, text] of folded) said.add(`${lang}\n${text}`);
  });
}

function keyOf({ question: { kind, choices, areas } }, _, note) {
  if (areas?.length && !areas.some(({ hazard }) => hazard)) note("no-correct-choice", "/areas");
  if (!choices) return;
  const right = choices.flatMap(({ correct }, at) => (correct ? [at] : []));
  if (choices.length && !right.length) note("no-correct-choice", "/choices");
  if (kind === "single" && right.length > 1) note("several-correct", `/choices/${right[1]}/correct`);
  const weights = choices.map(({ weight }) => weight).filter((weight) => weight != null);
  const positive = weights.filter((weight) => weight > 0);
  const best = kind === "single" ? Math.max(0, ...positive) : positive.reduce((sum, weight) => sum + weight, 0);
  if (weights.length && best !== 100) note("bad-weight", "/choices");
}

function blanksOf({ question: { blanks, stem }, lang: bankLang }, _, note) {
  if (!blanks) return;
  blanks.forEach(({ accept }, at) => {
    if (!accept.length) note("empty-blank", `/blanks/${at}/accept`);
    accept.forEach((text, index) => {
      if (all(text).some((one) => !one.trim())) note("empty-blank", `/blanks/${at}/accept/${index}`);
    });
  });
  for (const [lang, text] of strings(stem, bankLang)) {
    const gaps = text.match(/_{4,}/g)?.length ?? 0;
    if (text.trim() && (gaps === 0 || gaps !== blanks.length)) note("empty-blank", within("/stem", stem, lang));
  }
}

function numberOf({ question: { number } }, _, note) {
  if (!number) return;
  const { value = 0, tolerance = 0 } = number;
  if (tolerance < 0 || (value !== 0 && tolerance >= Math.abs(value))) note("bad-tolerance", "/number/tolerance");
}

function areasOf({ question: { areas } }, _, note) {
  areas?.forEach(({ x, y, width, height }, at) => {
    const field = !width ? "width" : !height ? "height" : x + width > 1000 ? "x" : y + height > 1000 ? "y" : undefined;
    if (field) note("bad-area", `/areas/${at}/${field}`);
  });
}

function sourceOf({ question: { explanation, source, review_by: reviewBy } }, { sources, today }, note) {
  if (explanation == null || isEmpty(explanation)) note("no-explanation", "/explanation");
  if (reviewBy && reviewBy < today) note("review-overdue", "/review_by");
  if (!source) return note("no-source", "/source");
  if (source.as_of > today) note("future-source", "/source/as_of");
  const isNamed = source.title != null && !isEmpty(source.title);
  const entry = source.id ? sources.byId.get(source.id) : isNamed ? sources.titled(source.title) : undefined;
  if (source.id) {
    if (!entry) note("unknown-source", "/source/id");
  } else if (!isNamed) note("no-source", "/source");
  else if (!entry) note("unknown-source", "/source/title");
  if (entry && source.article && !hasArticle(entry, source.article)) note("unknown-article", "/source/article");
  const isOver = entry?.superseded_by && (entry.superseded_on == null || entry.superseded_on <= today);
  if (isOver) note("superseded-source", "/source");
}

function register(entries) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byTitle = new Map();
  for (const entry of entries) {
    for (const title of [...all(entry.title), ...(entry.aliases ?? [])]) if (!byTitle.has(title)) byTitle.set(title, entry);
  }
  const titled = (text) => all(text).map((title) => byTitle.get(title.replace(/^[《》]+|[《》]+$/g, ""))).find(Boolean);
  return { byId, titled };
}

/** Whether each preset can be filled, counting questions by theme, kind and difficulty. */
function unfillablePresets(seats, { shown, presets }, findings) {
  if (!shown) return;
  const ids = new Set();
  const sorts = new Map();
  for (const { question } of seats) {
    if (ids.has(question.id)) continue;
    ids.add(question.id);
    const key = `${[...question.themes].sort()}\n${question.kind}\n${question.difficulty}`;
    const sort = sorts.get(key);
    if (sort) sort.count++;
    else sorts.set(key, { ...question, count: 1 });
  }
  presets.forEach((preset, index) => {
    for (const themes of preset.scope === "all" ? [shown] : shown.map((theme) => [theme])) {
      const section = unfilledSection(preset.sections, themes, [...sorts.values()]);
      if (section >= 0) findings.push({ code: "unfillable-preset", pointer: `/presets/${index}/sections/${section}` });
    }
  });
}

/** The first section that cannot have all its questions, whatever the earlier ones take. */
function unfilledSection(sections, themes, sorts) {
  const taken = sections.map(() => new Map());
  const free = sorts.map(({ count }) => count);
  const fits = (section, { themes: own, kind, difficulty }) =>
    own.some((theme) => themes.includes(theme)) &&
    (!section.themes?.length || own.some((theme) => section.themes.includes(theme))) &&
    (!section.kinds?.length || section.kinds.includes(kind)) &&
    (!section.difficulties?.length || section.difficulties.includes(difficulty));
  // Takes one for a section, if need be by giving an earlier one another in its place.
  const take = (at, tried) =>
    sorts.some((sort, from) => {
      if (tried.has(from) || !fits(sections[at], sort)) return false;
      tried.add(from);
      const giver = free[from] ? -1 : taken.findIndex((own) => own.get(from) > 0 && own !== taken[at]);
      if (free[from]) free[from]--;
      else if (giver >= 0 && take(giver, tried)) taken[giver].set(from, taken[giver].get(from) - 1);
      else return false;
      taken[at].set(from, (taken[at].get(from) ?? 0) + 1);
      return true;
    });
  return sections.findIndex(({ count }, at) => {
    for (let n = 0; n < count; n++) if (!take(at, new Set())) return true;
    return false;
  });
}

/** Shows every text of a question with its pointer. */
function eachText(question, show) {
  const one = (text, pointer) => text != null && show(text, pointer);
  one(question.stem, "/stem");
  one(question.media?.alt, "/media/alt");
  one(question.number?.unit, "/number/unit");
  one(question.explanation, "/explanation");
  one(question.action, "/action");
  if (!question.source?.id) one(question.source?.title, "/source/title");
  const list = PARTS[question.kind];
  if (!list) return;
  question[list].forEach((part, at) => {
    for (const field of ["text", "left", "right", "label", "why"]) if (part[field] != null) one(part[field], `/${list}/${at}/${field}`);
  });
}

const either = (...words) => `(?:${words.join("|")})`;
const HEAD = either("以上", "上述", "上面", "前面", "前", "这", "");
const COUNT = either("所有", "全部", "两", "二", "三", "四", "五", "几", "些", "各", "");
const MEASURE = "[个种者样项条类]?";
const THING = either("选项", "答案", "说法", "做法", "行为", "情况", "内容", "方法", "措施", "原因", "");
const VERDICT =
  "(?:错误的|正确的|对的|错的|正确|错误|可以|需要|应该|必须|包括|属于|合适|安全|危险|对|是|错|非|可|行|能|会|有|要)";
const ALL = "(?:all|noneofthese|none|both|neither|either|any|each|every|allthree|allfour)";
const THINGS = "(?:answers|choices|options|statements|things|three|two)?";
const TAIL = "(?:arecorrect|areright|aretrue|arewrong|iscorrect|isright|istrue|iswrong|applies|apply)?";
const NOUNS = "(?:answers|choices|options|statements)";

const ABOUT_OTHERS = new RegExp(
  `^${either(
    `${HEAD}${COUNT}${MEASURE}${THING}(?:都|皆|均|全|全部|全都)[不没]?${VERDICT}`,
    `(?:以上|上述|上面)${MEASURE}${THING}(?:都|皆|全|全部|所有|全都)`,
    `(?:以上|上述|上面)(?:所有|全部|各|几)${MEASURE}${THING}`,
    `${HEAD}(?:没有|无|没)(?:一|任何一)${MEASURE}${THING}是?${VERDICT}`,
    `${ALL}of(?:the)?(?:above|these|aboveanswers|abovechoices|aboveoptions)${THINGS}${TAIL}`,
    `${ALL}of(?:the|them|my)(?:other)?${NOUNS}(?:above)?${TAIL}`,
    `(?:all|both)(?:the)?(?:above|${NOUNS})(?:above)?${TAIL}`,
    "(?:both|neither|allthree|allfour|all|none)(?:are(?:correct|right|true|wrong)|is(?:correct|right|true)|apply)",
  )}$`,
);
const MAY_BE = /^[\P{L}\P{N}]*[以上述前这所全两二三四五几些各选答说做行情内方措原都皆均没无abenABEN\uff01-\uff5e]/u;
const LONGEST = 60;

const isAboutOthers = (text) =>
  text.length <= LONGEST && MAY_BE.test(text) && Buffer.byteLength(text) <= LONGEST && ABOUT_OTHERS.test(fold(text));
