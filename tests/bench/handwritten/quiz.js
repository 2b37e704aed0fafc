// @ts-check
import { unpack } from "../../../www/content/unpack.js";

const KINDS = { single: "单选", multiple: "多选", judge: "判断", blank: "填空", number: "填数字", order: "排顺序", match: "连线" };

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

/** @param {string} name @param {string} [className] @param {string} [text] @returns {any} */
function make(name, className = "", text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Numbers from 0 to n - 1 that depend on the seed alone (mulberry32). @param {number} seed */
function chance(seed) {
  return (/** @type {number} */ n) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** @template T @param {T[]} list @param {(n: number) => number} below */
function shuffle(list, below) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

/** What is kept, so that a closed page goes on where it was. @type {{ link: string, ids: string[], current: number, right: number }} */
let attempt = { link: "", ids: [], current: 0, right: 0 };
/** @type {any[]} */
let paper = [];
let isTold = false;
/** @type {() => boolean | undefined} */
let judge = () => undefined;

/** @param {any} question @param {(n: number) => number} below */
function shuffled(question, below) {
  const choices = question.choices && shuffle(question.choices, below);
  const fixed = (question.choices ?? []).filter((/** @type {any} */ choice) => choice.fixed);
  if (fixed.length) {
    const rest = choices.filter((/** @type {any} */ choice) => !choice.fixed);
    question.choices.forEach((/** @type {any} */ choice, /** @type {number} */ at) => choice.fixed && rest.splice(at, 0, choice));
    return { ...question, choices: rest };
  }
  return { ...question, choices, shown: shuffle(question.steps ?? question.pairs ?? [], below) };
}

/** Each way to answer fills the page and says later whether the answer is right. @type {Record<string, (q: any, box: any) => () => boolean | undefined>} */
const ways = {
  single: (q, box) => choose(q.choices, box, "radio"),
  multiple: (q, box) => choose(q.choices, box, "checkbox"),
  judge: (q, box) =>
    choose([{ text: "对", correct: q.answer }, { text: "错", correct: !q.answer }], box, "radio"),
  blank: (q, box) => type(q.blanks.map((/** @type {any} */ blank) => (text) => blank.accept.includes(text)), box, ""),
  number: (q, box) => {
    const { value, tolerance = 0, unit = "" } = q.number;
    return type([(text) => Math.abs(Number(text) - value) <= tolerance], box, unit);
  },
  order: (q, box) => pick(q.shown, q.steps.map((/** @type {any} */ step, /** @type {number} */ at) => [`第 ${at + 1} 步`, step.text]), box),
  match: (q, box) => pick(q.shown.map((/** @type {any} */ pair) => ({ text: pair.right })), q.pairs.map((/** @type {any} */ pair) => [pair.left, pair.right]), box),
};

/** @param {any[]} choices @param {any} box @param {string} type */
function choose(choices, box, type) {
  const rows = choices.map((choice) => {
    const row = make("label", "choice");
    const input = make("input");
    Object.assign(input, { type, name: "choice" });
    row.append(input, make("span", "", choice.text));
    box.append(row);
    return { choice, row, input };
  });
  return () => {
    if (!rows.some(({ input }) => input.checked)) return undefined;
    for (const { choice, row, input } of rows) {
      input.disabled = true;
      if (choice.correct || input.checked) row.classList.add(choice.correct ? "right" : "wrong");
      if (choice.why) row.append(make("span", "why", choice.why));
    }
    return rows.every(({ choice, input }) => input.checked === Boolean(choice.correct));
  };
}

/** @param {((text: string) => boolean)[]} tests @param {any} box @param {string} unit */
function type(tests, box, unit) {
  const inputs = tests.map((_, at) => {
    const row = make("label", "row", `第 ${at + 1} 空`);
    const input = make("input");
    input.type = "text";
    row.append(input, make("span", "", unit));
    box.append(row);
    return input;
  });
  return () => {
    if (inputs.some(({ value }) => !value.trim())) return undefined;
    return tests.every((test, at) => test(inputs[at].value.trim()));
  };
}

/** @param {any[]} options @param {string[][]} rows @param {any} box */
function pick(options, rows, box) {
  const selects = rows.map(([label]) => {
    const row = make("label", "row", label);
    const select = make("select");
    select.append(make("option"), ...options.map(({ text }) => make("option", "", text)));
    row.append(select);
    box.append(row);
    return select;
  });
  return () => {
    if (selects.some(({ value }) => !value)) return undefined;
    return rows.every(([, answer], at) => selects[at].value === answer);
  };
}

/** @param {object} change */
function keep(change) {
  attempt = { ...attempt, ...change };
  localStorage.setItem("attempt", JSON.stringify(attempt));
}

function show() {
  const { current } = attempt;
  const question = paper[current];
  const box = find(".answer");
  isTold = false;
  find(".count").textContent = `第 ${current + 1} 题，共 ${paper.length} 题`;
  find(".line i").style.setProperty("width", `${((current + 1) / paper.length) * 100}%`);
  find(".kind").textContent = KINDS[/** @type {keyof typeof KINDS} */ (question.kind)];
  find(".stem").textContent = question.stem;
  find(".go").textContent = "确定";
  find(".feedback").replaceChildren();
  box.replaceChildren();
  judge = ways[question.kind](question, box);
  find(".loading").hidden = true;
  find(".question").hidden = false;
  find(".stem").focus();
}

function tell() {
  const isRight = judge();
  if (isRight === undefined) return;
  const { current, right } = attempt;
  const { explanation, action, source } = paper[current];
  isTold = true;
  keep({ right: right + Number(isRight) });
  find(".feedback").append(
    make("h2", isRight ? "verdict right" : "verdict wrong", isRight ? "✓ 正确" : "✗ 不正确"),
    make("p", "", explanation),
    make("p", "todo", action),
    make("p", "source", `${source.title} ${source.article ? `第 ${source.article} 条` : ""}`),
  );
  find(".go").textContent = current + 1 < paper.length ? "下一题" : "看成绩";
}

function next() {
  const { current, right } = attempt;
  keep({ current: current + 1 });
  if (current + 1 < paper.length) return show();
  find(".question").replaceChildren(make("h1", "stem", `${right * 10} 分`), make("p", "", `答对 ${right} 题，共 ${paper.length} 题`));
}

/** Names of fields, as the bank has them. @type {string[][]} */
let names;

/** What a file of the site holds. @param {string} address */
async function load(address) {
  const [value, again, own] = await (await fetch(address)).json();
  names ??= own;
  return unpack(value, again, names);
}

/** Lays the words over a question that came without them. @param {any} under @param {any} over @returns {any} */
function overlay(under, over) {
  if (Array.isArray(under) && under.length) return under.map((value, at) => overlay(value, over?.[at]));
  if (typeof under !== "object" || Array.isArray(under)) return over ?? under;
  return { ...over, ...Object.fromEntries(Object.entries(under).map(([name, value]) => [name, overlay(value, over?.[name])])) };
}

async function start() {
  const [, theme, seed] = location.hash.match(/^#\/quiz\/(\w+)\?seed=(\d+)$/) ?? ["", "home", "1"];
  const { banks, perPart } = JSON.parse(find("#banks").textContent);
  const { questions } = await load(banks[theme]);
  const below = chance(Number(seed));
  const drawn = shuffle(questions.map((/** @type {any} */ _, /** @type {number} */ at) => at), below).slice(0, 10);
  const words = new Map();
  /** Fetches the words of a question of the paper. @param {number} nth */
  const fill = async (nth) => {
    const at = drawn[nth];
    const part = Math.floor(at / perPart);
    if (!words.has(part)) words.set(part, load(banks[theme].replace("banks/", `words/${part}.`)));
    const own = (await words.get(part))[at % perPart];
    paper[nth] = shuffled(overlay(questions[at], own), below);
  };
  const kept = JSON.parse(localStorage.getItem("attempt") ?? "{}");
  const goesOn = kept.link === location.hash && kept.current < drawn.length;
  const ids = drawn.map((at) => questions[at].id);
  keep(goesOn ? kept : { link: location.hash, ids, current: 0, right: 0 });
  paper = ids;
  await fill(attempt.current);
  show();
  for (const nth of drawn.keys()) if (nth !== attempt.current) await fill(nth);
}

find(".question").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  if (isTold) next();
  else tell();
});
start();
