// @ts-check
// Where a page that is one file gets its files from: itself. It has nothing to fetch and nothing to keep.

/** Pictures are named by their addresses in the files of questions. */
const PICTURE = /pictures\/[^"\\]+/g;

/** Short addresses of the pictures: a question has no room for a whole picture. @type {Map<string, string>} */
const shown = new Map();

/** By address: files of questions as they are, pictures as addresses that hold them, wasm modules in base 64. @type {Record<string, any> | undefined} */
let files;

function held() {
  files ??= /** @type {Record<string, any>} */ (JSON.parse(document.getElementById("files")?.textContent ?? "{}"));
  return files;
}

/** What is at an address. @param {string} address */
export async function fetchFile(address) {
  const file = held()[address];
  if (file === undefined) return new Response(null, { status: 404 });
  if (typeof file === "string") return wasm(file);
  return new Response(JSON.stringify(file).replace(PICTURE, picture));
}

/** @param {string} path */
function picture(path) {
  const data = held()[path];
  if (!data) return path;
  const [type, base64] = data.replace("data:", "").split(";base64,");
  const address = shown.get(path) ?? URL.createObjectURL(new Blob([bytesOf(base64)], { type }));
  shown.set(path, address);
  return address;
}

/** @param {string} base64 */
const wasm = (base64) => new Response(bytesOf(base64), { headers: { "content-type": "application/wasm" } });

/** @param {string} base64 */
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** All styles are there. */
export async function loadStyles() {}

/** The page is kept already. */
export async function keepOffline() {}
