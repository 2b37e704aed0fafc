// @ts-check
// Addresses: what the part behind the `#` asks for.

/**
 * @typedef {{ name: "home" }
 *   | { name: "take" }
 *   | { name: "report" }
 *   | { name: "review", at: number }
 *   | { name: "start", preset: string, theme: string }
 *   | { name: "quiz", preset: string, theme: string, seed: number | undefined }
 *   | ReturnVisit} Route
 *
 * An address of one of the screens that come later, in its parts: `#/book/home` is `["book", "home"]`.
 * @typedef {{ name: "return-visit", parts: string[], asked: URLSearchParams }} ReturnVisit
 */

/** The largest seed: 32 bits. */
const MAX_SEED = 0xffff_ffff;

/**
 * What an address asks for. An address that nobody knows is home.
 * @param {string} hash
 * @returns {Route}
 */
export function parse(hash) {
  const [path, query] = hash.replace(/^#?\/?/, "").split("?");
  const parts = path.split("/").map(decode);
  const [name, first = "", second = ""] = parts;
  const asked = new URLSearchParams(query);
  switch (name) {
    case "take":
    case "report":
      return { name };
    case "review":
      return { name, at: Math.max(1, Math.trunc(Number(first)) || 1) - 1 };
    case "start":
      return { name, preset: first, theme: second };
    case "quiz":
      return { name, preset: asked.get("preset") ?? "practice", theme: first, seed: seedIn(asked.get("seed")) };
    case "":
      return { name: "home" };
    default:
      return { name: "return-visit", parts, asked };
  }
}

/** A seed as an address names it, if it is one. @param {string | null} text */
export function seedIn(text) {
  const seed = /^\d{1,10}$/.test(text ?? "") ? Number(text) : MAX_SEED + 1;
  return seed <= MAX_SEED ? seed : undefined;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
