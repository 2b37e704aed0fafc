// Texts of questions, as the checks in plain JavaScript take them: see checks.mjs.

export const all = (text) => (typeof text === "string" ? [text] : Object.values(text));
export const strings = (text, bankLang) => (typeof text === "string" ? [[bankLang, text]] : Object.entries(text));
export const within = (pointer, text, lang) => (typeof text === "string" ? pointer : `${pointer}/${lang}`);
export const isEmpty = (text) => all(text).every((one) => !one.trim());

export function says(text, lang, bankLang) {
  const own = typeof text === "string" ? (lang === bankLang ? text : "") : text[lang];
  return !!own?.trim();
}

/** A text whose letters are all their own compatibility form, as far as any is kept. */
const PLAIN = /^[\0-\x7f\u4e00-\u9fff、。《》“”‘’，？！：；（）]*$/;
/** White space and punctuation. */
const DROPPED = /[\0-$&-*,./:;?@[\\\]^`{|}~\x7f\u2010-\u2027\u3000-\u303f，？！：；（）\s]/g;
/** A sign between two digits is part of a number. */
const NUMBER = /(?<=[0-9])[./~:：\u2010-\u2015](?=[0-9])/g;

/** A text as a reader takes it, without width, case, white space and punctuation. */
export function fold(text) {
  const plain = (PLAIN.test(text) ? text : text.normalize("NFKC")).toLowerCase();
  if (!/[0-9][./~:：\u2010-\u2015][0-9]/.test(plain)) return plain.replace(DROPPED, "");
  const parts = plain.split(NUMBER);
  const signs = plain.match(NUMBER).map((sign) => (/[./~]/.test(sign) ? sign : /[:：]/.test(sign) ? ":" : "-"));
  return parts.map((part, at) => part.replace(DROPPED, "") + (signs[at] ?? "")).join("");
}
