// As much of a page as its scripts look for when they are loaded in node: what the build wrote into it, and a storage.
const theme = (id) => ({ id, label: { "zh-CN": `地方 ${id}`, en: `Place ${id}` }, about: {}, icon: id });
const preset = (id, rest) => ({
  id,
  title: { "zh-CN": `卷 ${id}`, en: `Paper ${id}` },
  scope: "all",
  sections: [{ count: 5, points: 20 }],
  rule: "all-or-nothing",
  feedback: "end",
  seed: "fresh",
  ...rest,
});

/** What the build wrote into this page. */
export const built = {
  langs: ["zh-CN", "en"],
  themes: [theme("home"), theme("school")],
  presets: [
    preset("daily", { seed: "day", seconds: 150 }),
    preset("practice", { scope: "theme", feedback: "each" }),
    preset("exam", { seconds: 2700, pass_percent: 80 }),
    preset("exam-60", { seconds: 2700, pass_percent: 60 }),
  ],
  banks: { home: { "zh-CN": "banks/home.json", en: "banks/home.en.json" }, school: { "zh-CN": "banks/school.json" } },
  engine: "engine.wasm",
  extras: "extras.json",
  words: {},
  per_part: 2,
  styles: {},
};

/** A storage that can be filled, refuse, and be looked into. */
class FakeStorage {
  texts = new Map();
  refuses = false;
  getItem(key) {
    return this.texts.get(key) ?? null;
  }
  setItem(key, text) {
    if (this.refuses) throw new DOMException("no room", "QuotaExceededError");
    this.texts.set(key, text);
  }
  removeItem(key) {
    this.texts.delete(key);
  }
  /** Forgets everything and holds these values instead. @param {Record<string, object>} values */
  fill(values = {}) {
    this.refuses = false;
    this.texts = new Map(Object.entries(values).map(([name, value]) => [`sixinto.${name}`, JSON.stringify(value)]));
  }
}

export const storage = new FakeStorage();

/** Files that the page finds at its server, by address: texts, or what is written in JSON. @type {Map<string, unknown>} */
export const served = new Map();

globalThis.document = { getElementById: () => ({ textContent: JSON.stringify(built) }) };
globalThis.localStorage = storage;
globalThis.preloaded = new Map();
globalThis.fetch = async (address) => {
  const file = served.get(address);
  if (file === undefined) return new Response(null, { status: 404 });
  return new Response(typeof file === "string" ? file : JSON.stringify(file));
};

/** An attempt at a paper of two questions. @param {object} [paper] @param {object} [rest] */
export const attemptAt = (paper = {}, rest = {}) => ({
  format: 1,
  paper: { preset: "practice", themes: ["home"], seed: 7, feedback: "each", questions: [{ id: "a" }, { id: "b" }], ...paper },
  started: 1000,
  current: 0,
  answers: {},
  flagged: [],
  locked: [],
  ...rest,
});
