// @ts-check
/// <reference lib="webworker" />
// Keeps the page on the phone, one cache a build, and decides which build a page is opened with: the one adopted.
// A new build is fetched beside the old one and waits until the page says that it may be adopted. This script itself
// takes over at once; it serves pages of every build, since what has a hash in its name is the same in all of them.

/**
 * What the build wrote here.
 * @typedef {object} Contents
 * @property {string} id
 * @property {string} page      The HTML, under a name with the id in it.
 * @property {string[]} shell   Everything else that every language needs.
 * @property {string[]} pictures
 * @property {Record<string, [place: string, parts: number][]>} banks  By language.
 */

/** @type {Contents} */
const { id, page, shell, pictures, banks } = CONTENTS;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Other pages of the same origin have caches too. */
const PREFIX = `sixinto ${worker.registration.scope} `;
const OWN = PREFIX + id;
/** Holds which build is adopted and which languages are kept. */
const NOTES = `${PREFIX}notes`;
/** Says in a file's headers how it lies in its cache. */
const PACKED = "x-sixinto-packed";

/** How many files are fetched at a time: whoever is answering questions meanwhile needs the line too. */
const LANES = 4;

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(install());
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  if (event.request.mode !== "navigate") return event.respondWith(answer(event.request));
  if (!isHome(event.request.url)) return;
  event.respondWith(open(event.request));
  event.waitUntil(tidy(event.resultingClientId));
});
worker.addEventListener("message", (event) => {
  const tab = /** @type {WindowClient} */ (event.source);
  event.waitUntil(event.data.type === "adopt" ? adopt(tab) : keep(event.data.lang, tab));
});

/** Fetches the shell, and the languages that were kept of the build before. */
async function install() {
  try {
    const langs = [];
    for (const lang of Object.keys(banks)) if (await noted(`kept/${lang}`)) langs.push(lang);
    await store([page, ...shell, ...langs.flatMap(filesOf)]);
    if (!(await noted("adopted"))) await note("adopted", id);
  } catch (error) {
    if ((await noted("adopted")) !== id) await caches.delete(OWN);
    const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (isFull(error)) for (const tab of tabs) tab.postMessage({ type: "no-room" });
    throw error;
  }
}

/** Keeps the questions of a language, and tells how it went. @param {string} lang @param {WindowClient} tab */
async function keep(lang, tab) {
  if ((await noted("adopted")) !== id) tab.postMessage({ type: "newer" });
  try {
    await store(filesOf(lang));
    await note(`kept/${lang}`, "yes");
    tab.postMessage({ type: "kept", lang });
  } catch (error) {
    // Without a network it is tried again the next time.
    if (isFull(error)) tab.postMessage({ type: "no-room", lang });
  }
}

/** From the next time on, the page is opened with this build. @param {WindowClient} tab */
async function adopt(tab) {
  await note("adopted", id);
  tab.postMessage({ type: "adopted" });
}

/** @param {string} lang */
function filesOf(lang) {
  const wordsOf = (/** @type {string} */ bank, /** @type {number} */ parts) =>
    Array.from({ length: parts }, (_, number) => bank.replace("banks/", `words/${number}.`));
  return [...pictures, ...banks[lang].flatMap(([bank, parts]) => [bank, ...wordsOf(bank, parts)])];
}

/** Puts files into this build's cache. @param {string[]} paths */
async function store(paths) {
  const cache = await caches.open(OWN);
  const open = [...paths];
  const lane = async () => {
    for (let path = open.shift(); path; path = open.shift()) await storeOne(cache, path);
  };
  await Promise.all(Array.from({ length: LANES }, lane)).catch((error) => {
    open.length = 0;
    throw error;
  });
}

/** Fetches nothing that an older build has brought already. @param {Cache} cache @param {string} path */
async function storeOne(cache, path) {
  if (await cache.match(path)) return;
  const older = await caches.match(path);
  if (older) return cache.put(path, older);
  const file = await fetch(path);
  if (!file.ok || file.redirected) throw new Error(`${path}: ${file.status}`);
  return cache.put(path, packed(file));
}

/**
 * A file as it lies in a cache: gzipped, which takes a phone less than half of the room. Modules stay as they are, since
 * browsers keep what they have compiled of them beside them.
 * @param {Response} file
 */
function packed(file) {
  const headers = new Headers(file.headers);
  // Older browsers keep everything as it is.
  const isPacked = "CompressionStream" in worker && headers.get("content-type") !== "application/wasm";
  if (!file.body || !isPacked) return file;
  // They are about what came over the network.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set(PACKED, "gzip");
  return new Response(file.body.pipeThrough(new CompressionStream("gzip")), { headers });
}

/** A file as the page asked for it. @param {Response | undefined} file */
function unpacked(file) {
  if (!file?.body || !file.headers.has(PACKED)) return file;
  const headers = new Headers(file.headers);
  headers.delete(PACKED);
  return new Response(file.body.pipeThrough(new DecompressionStream("gzip")), { headers });
}

/** @param {string} address */
function isHome(address) {
  const { origin, pathname } = new URL(address);
  return [".", "index.html"].some((home) => new URL(home, worker.registration.scope).href === origin + pathname);
}

/** The HTML of the adopted build. @param {Request} request */
async function open(request) {
  const adopted = await noted("adopted");
  const name = page.replace(id, adopted ?? "");
  return (adopted && (await found(name, { cacheName: PREFIX + adopted }))) || fetch(request);
}

/** A file of whichever build has it. @param {Request} request */
const answer = async (request) => (await found(request, { ignoreVary: true })) ?? fetch(request);

/** What lies in a cache. Where storage is broken that is nothing. @param {RequestInfo} what @param {MultiCacheQueryOptions} options */
const found = (what, options) => caches.match(what, options).then(unpacked, () => undefined);

/**
 * Drops builds that are neither adopted nor waiting, once no older page can be open any more.
 * @param {string} fresh  The page that is being opened.
 */
async function tidy(fresh) {
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (worker.registration.installing || tabs.some((tab) => tab.id !== fresh)) return;
  const needed = [NOTES, OWN, PREFIX + (await noted("adopted"))];
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && !needed.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** @param {string} name */
async function noted(name) {
  return (await found(name, { cacheName: NOTES }))?.text();
}

/** @param {string} name @param {string} text */
async function note(name, text) {
  await (await caches.open(NOTES)).put(name, new Response(text));
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";
