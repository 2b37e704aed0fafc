// Strict reading of a bank in plain JavaScript: every field known, nothing missing, every value of its type.

const ID = /^[a-z0-9-]{1,64}$/;
const LANG = /^[A-Za-z0-9-]{1,15}$/;
const REVISION = /^[0-9a-fA-F]{16}$/;
const MAX_TEXT_BYTES = 4000;
const MAX_PARTS = 26;
const MAX_QUESTIONS = 200_000;

/** Where the reading is, and what does not fit. */
let path = [];
let failures = [];

const fail = (code = "bank-shape", ...inside) =>
  failures.push({ code, pointer: [...path, ...inside].map((step) => `/${step}`).join("") });

const test = (fits) => (value) => fits(value) || fail();
const optional = (read) => Object.assign((value) => value === null || read(value), { optional: true });
const flag = Object.assign(test((value) => typeof value === "boolean"), { optional: true });
const wholeNumber = (most) => test((value) => Number.isInteger(value) && value >= 0 && value <= most);
const decimal = Object.assign(test((value) => typeof value === "number" && Math.abs(value) <= 1e9), { optional: true });
const id = test((value) => typeof value === "string" && ID.test(value));
const lang = test((value) => typeof value === "string" && LANG.test(value));

function string(value) {
  if (typeof value !== "string") return fail();
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (value.length * 3 > MAX_TEXT_BYTES && Buffer.byteLength(value) > MAX_TEXT_BYTES) fail("bank-limit");
}

function text(value) {
  if (typeof value === "string") return string(value);
  const tags = isObject(value) ? Object.keys(value) : [];
  if (!tags.length) return fail();
  for (const tag of tags) {
    if (!LANG.test(tag)) fail();
    string(value[tag]);
  }
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function date(value) {
  const [, year, month, day] = (typeof value === "string" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (!(day >= 1 && day <= lengths[month - 1])) fail();
}

const list = (read) => (value) => {
  if (!Array.isArray(value)) return fail();
  value.forEach((element, index) => {
    path.push(index);
    read(element);
    path.pop();
  });
};

/** An object that has these fields, and no others. */
function object(fields) {
  const known = new Map(Object.entries(fields));
  const needed = Object.keys(fields).filter((name) => !fields[name].optional);
  return (value) => {
    if (!isObject(value)) {
      fail();
      return needed.forEach(() => fail());
    }
    let isStrange = false;
    for (const name in value) {
      const read = known.get(name);
      if (!read) {
        isStrange = true;
        fail("bank-shape", name);
        continue;
      }
      path.push(name);
      read(value[name]);
      path.pop();
    }
    if (!isStrange) needed.forEach((name) => name in value || fail());
  };
}

const choice = { id, text, correct: flag, fixed: flag, why: optional(text) };
const weight = test((value) => Number.isInteger(value) && value >= -100 && value <= 100);
const side = wholeNumber(65_535);
const area = { id, x: side, y: side, width: side, height: side, label: text, hazard: flag, why: optional(text) };

/** The field that holds what a question of each kind asks. */
const BODIES = {
  single: "choices",
  multiple: "choices",
  judge: "answer",
  blank: "blanks",
  number: "number",
  order: "steps",
  match: "pairs",
  spot: "areas",
};

const question = object({
  id,
  kind: test((value) => typeof value === "string" && Object.hasOwn(BODIES, value)),
  themes: list(id),
  topic: id,
  difficulty: test((value) => value === 1 || value === 2 || value === 3),
  stem: text,
  media: optional(object({ file: string, alt: text })),
  choices: optional(list(object({ ...choice, weight: optional(weight) }))),
  answer: optional(flag),
  blanks: optional(list(object({ accept: list(text) }))),
  number: optional(object({ value: decimal, tolerance: decimal, unit: optional(text) })),
  steps: optional(list(object({ id, text }))),
  pairs: optional(list(object({ id, left: text, right: text }))),
  areas: optional(list(object(area))),
  explanation: optional(text),
  action: optional(text),
  source: optional(object({ id: optional(id), title: optional(text), article: optional(string), as_of: date })),
  review_by: optional(date),
  revision: optional(test((value) => typeof value === "string" && REVISION.test(value))),
});

function body(value) {
  const field = BODIES[value.kind];
  if (value[field] == null) return fail();
  const stray = Object.values(BODIES).find((other) => other !== field && value[other] != null);
  if (stray) return fail("bank-shape", stray);
  if (value[field].length > MAX_PARTS) fail("bank-limit", field);
}

const bank = object({
  $schema: optional(string),
  format: wholeNumber(4_294_967_295),
  id,
  lang: optional(lang),
  title: text,
  questions: test(Array.isArray),
});

/** The bank in a text, its questions that could be read with their indexes, and what could not be read. */
export function read(source) {
  [path, failures] = [[], []];
  let file;
  try {
    file = JSON.parse(source.replace(/^\ufeff/, ""));
  } catch {
    return { failures: [{ code: "bank-syntax", pointer: "" }] };
  }
  if (typeof file?.format === "number" && file.format !== 1) {
    return { failures: [{ code: "bank-version", pointer: "/format" }] };
  }
  if (file?.questions?.length > MAX_QUESTIONS) return { failures: [{ code: "bank-limit", pointer: "/questions" }] };
  bank(file);
  const seats = [];
  const questions = Array.isArray(file?.questions) ? file.questions : [];
  path.push("questions");
  questions.forEach((value, index) => {
    const before = failures.length;
    path.push(index);
    question(value);
    if (failures.length === before) body(value);
    path.pop();
    if (failures.length === before) seats.push({ question: value, index, lang: file.lang ?? "zh-CN" });
  });
  return { seats, failures };
}
