// A server whose page can be replaced by another build and that can go away, which the usual one cannot.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { late } from "./late.mjs";

const folder = fileURLToPath(new URL("../../target/site/", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Every file of the built page by its path. @returns {Map<string, Buffer>} */
export function firstBuild() {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => TYPES[extname(path)]);
  const files = paths.filter((path) => statSync(folder + path).isFile());
  return new Map(files.map((path) => [path, readFileSync(folder + path)]));
}

/**
 * The next build of a page: its heading says something else, and whatever holds that, or names what does, has another
 * name. So has every bank, as if a question had been added to each.
 * @param {Map<string, Buffer>} build @param {string} heading @param {string} instead
 */
export function nextBuild(build, heading, instead) {
  const isNew = (path) => /^(chunk|app|index)-.*\.(js|html)$|^(banks|words)\//.test(path);
  const hashes = [...build.keys()].filter(isNew).map((path) => /-(\w+)\.\w+$/.exec(path)[1]);
  const renew = (text) => hashes.reduce((text, hash) => text.replaceAll(hash, another(hash)), text);
  const isText = (path) => /\.(js|html)$/.test(path);
  const files = [...build].map(([path, bytes]) => [
    renew(path),
    isText(path) ? Buffer.from(renew(bytes.toString()).replaceAll(heading, instead)) : bytes,
  ]);
  return new Map(files);
}

/** Another hash of the same letters. @param {string} hash */
const another = (hash) => [...hash].reverse().join("");

/** Serves a build until it is told otherwise. @param {Map<string, Buffer>} build */
export async function deploy(build) {
  let served = build;
  const server = createServer(async ({ url }, answer) => {
    await late();
    const path = new URL(url, "http://localhost").pathname.slice(1) || "index.html";
    const body = served.get(decodeURIComponent(path));
    const caching = /-\w{8,10}\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    answer.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/plain", "cache-control": caching });
    answer.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const goAway = () => {
    server.closeAllConnections();
    server.close();
  };
  after(goAway);
  return { address: `http://127.0.0.1:${server.address().port}/`, publish: (build) => (served = build), goAway };
}
