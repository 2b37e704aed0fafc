// What the page says and asks, read from the files it is made of.
import { readdirSync, readFileSync } from "node:fs";

import { unpack } from "../../www/content/unpack.js";

const root = new URL("../../", import.meta.url);

/** @param {string} path From the root of the repository. */
export const file = (path) => readFileSync(new URL(path, root), "utf8");

/** The files of the page whose names end in this, from the root of the repository. @param {string} end */
export const pageFiles = (end) =>
  readdirSync(new URL("www", root), { recursive: true })
    .filter((name) => name.endsWith(end))
    .map((name) => `www/${name}`);

/** All words of a language: those that come first and those that come later. @param {string} lang */
async function wordsIn(lang) {
  const files = ["", ".after-answer", ".return-visit"].map((part) => import(`../../www/lang/${lang}${part}.js`));
  return Object.assign({}, ...(await Promise.all(files)).map((file) => file.default));
}

export const languages = { "zh-CN": await wordsIn("zh-CN"), en: await wordsIn("en") };

/** The words of a language. @param {string} lang */
export const saying = (lang) => (key, values = {}) => {
  if (!(key in languages[lang])) throw new Error(`nobody says ${key}`);
  return languages[lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
};

/** What the build wrote into the page. */
export const site = JSON.parse(
  /<script type="application\/json" id="site">(.*?)<\/script>/s.exec(file("target/site/index.html"))[1],
);

/** The names of the fields in a bank and in the parts of its words. @param {string} address  Of any of these. */
function namesIn(address) {
  const [, , names] = JSON.parse(file(`target/site/${address.replace(/words\/\d+\./, "banks/")}`));
  return names;
}

/** What the build packed into a bank or a part of its words. @param {string} address */
export function unpacked(address) {
  const [value, again] = JSON.parse(file(`target/site/${address}`));
  return unpack(value, again, namesIn(address));
}

/** A file with another value in place of the one that the build packed. @param {string} address @param {any} value */
export const packed = (address, value) =>
  JSON.stringify([Array.isArray(value) ? [0, ...value] : value, [], namesIn(address)]);

/** The text of a theme's bank, as the page reads it first: without words. @param {string} theme @param {string} lang */
export const bankText = (theme, lang) => JSON.stringify(unpacked(site.banks[theme][lang]));

/** The words of a theme's questions, as the page fetches them afterwards. @param {string} theme @param {string} lang */
export function wordsOf(theme, lang) {
  const address = site.banks[theme][lang];
  const parts = Math.ceil(unpacked(address).questions.length / site.per_part);
  return Array.from({ length: parts }, (_, number) => unpacked(address.replace("banks/", `words/${number}.`))).flat();
}

const others = ["pledges.json", "presets.json", "schema.json", "sources.json", "themes.json", "topics.json"];
const bankFiles = readdirSync(new URL("questions", root)).filter((name) => name.endsWith(".json") && !others.includes(name));
const sources = new Map(JSON.parse(file("questions/sources.json")).sources.map((source) => [source.id, source]));

const isText = (value) => typeof value === "object" && value !== null && site.langs[0] in value;

/** The questions of all files in one language, with the titles of their sources. */
function questionsIn(lang) {
  const read = (_, value) => (isText(value) ? value[lang] : value);
  const files = bankFiles.map((name) => JSON.parse(file(`questions/${name}`), read));
  const questions = files.flatMap((bank) => bank.questions);
  return questions.map(({ source, ...rest }) => {
    const title = source.title ?? sources.get(source.id).title;
    return { ...rest, source: { ...source, title: isText(title) ? title[lang] : title } };
  });
}

/** Every question by its stem, a table for each language. */
const byStem = Object.fromEntries(
  site.langs.map((lang) => [lang, new Map(questionsIn(lang).map((question) => [question.stem, question]))]),
);

/** The question that is asked in these words, with its key. @param {string} stem @param {string} lang */
export function questionAsking(stem, lang) {
  const question = byStem[lang].get(stem);
  if (!question) throw new Error(`no question asks “${stem}” in ${lang}`);
  return question;
}

/** Minutes and seconds as the page says them. @param {string} lang @param {number} seconds */
export function duration(lang, seconds) {
  const say = saying(lang);
  const [n, s] = [Math.floor(seconds / 60), seconds % 60];
  if (!n) return say("seconds", { n: s });
  return s ? say("minutes-seconds", { n, s }) : say("minutes", { n });
}
