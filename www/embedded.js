// @ts-check
// Where a page that is one file gets its files from: itself. It has nothing to fetch and nothing to keep.

/** Pictures are named by their addresses in the files of questions. */
const PICTURE = /pictures\/[\w-]+\.svg/g;

/** By address: files of questions as they are, pictures as addresses that hold them, wasm modules in base 64. @type {Record<string, any> | undefined} */
let files;

function held() {
  files ??= /** @type {Record<string, any>} */ (JSON.parse(document.getElementById("files")?.textContent ?? "{}"));
  return files;
}

/** What is at an address. @param {string} address */
export async function ask(address) {
  const file = held()[address];
  if (file === undefined) return new Response(null, { status: 404 });
  if (typeof file === "string") return wasm(file);
  return new Response(JSON.stringify(file).replace(PICTURE, (path) => held()[path]));
}

/** @param {string} base64 */
function wasm(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

/** All styles are there. */
export async function dress() {}

/** The page is kept already. */
export async function keepHere() {}
