// Real Chromium before the built page, served as `cargo xtask serve` does. Every story watches all that its pages
// complain about, and fails in the end if there was anything that it did not say it expects.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { atRest, makeClockPatient, makePatient } from "./acting.mjs";
import { conditions } from "./conditions.mjs";
import { lateAt } from "./late.mjs";
import { tell } from "./telling.mjs";
import { saying } from "./words.mjs";

/** What the browser leaves out. Of two such lists the last one counts, so what playwright leaves out stands here too. */
const WITHOUT = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  // Pages of the browser's own, and processes in store, for every new person: much of a story's time.
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
];

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${WITHOUT.join(",")}`,
];

/** Milliseconds after which something is not slow but missing. */
const PATIENCE = 10_000 * conditions.slower;

/** What is said where a story has no service worker. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** How much of a screen's text is shown where a story fails. */
const MOST_TEXT = 400;

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What ends with the tests of a file, the last begun first. */
const endings = [];
after(async () => {
  for (const end of endings.reverse()) await end();
});

const onlyOnce = (make) => {
  let made;
  return () => (made ??= make());
};

/** The address of the page. */
export const site = onlyOnce(async () => (conditions.latest ? lateAt(await served()) : served()));

/** Where a server runs already, or one that runs as long as these stories. */
async function served() {
  if (process.env.SIXINTO_SITE) return process.env.SIXINTO_SITE;
  const args = ["run", "--quiet", "--package=xtask", "--", "serve", "--no-build", "--port", "0"];
  const server = spawn("cargo", args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  endings.push(() => server.kill());
  const ended = once(server, "exit").then(([code]) => assert.fail(`the server ended with ${code} before it began`));
  const [line] = await Promise.race([once(createInterface(server.stdout), "line"), ended]);
  ended.catch(() => {});
  return /http:\S+/.exec(line)[0];
}

function executablePath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = process.env.PATH.split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

export const launchOptions = () => ({ executablePath: executablePath(), args: ARGS });

const browser = onlyOnce(async () => {
  const browser = await chromium.launch(launchOptions());
  endings.push(() => browser.close());
  return browser;
});

/**
 * A person before the page.
 * @typedef {object} Person
 * @property {import("playwright-core").Page} page
 * @property {import("playwright-core").BrowserContext} context
 * @property {string} site  Where the page is served.
 * @property {string} lang
 * @property {(key: string, values?: object) => string} say  The page's words, in this person's language.
 * @property {string[]} complaints
 * @property {string[]} requests  Every address that was asked for.
 */

/**
 * A test with one person in it, who may use these: `lang`, `scheme`, `viewport`, `at` (the time when they come),
 * `before` (what is done to the context first), `context` (options of the browser's own), and `expects`: a pattern for
 * each complaint that belongs to the story; `address`, where another server than the usual one has the page; `given`,
 * what makes a server and whatever else the story alone is to have; `isLong`, for one that takes much longer than others.
 * @param {string} name
 * @param {object} options
 * @param {(person: Person, given?: any) => Promise<void>} happens
 */
export function story(name, { given, isLong, ...options }, happens) {
  const run = async () => {
    const own = await given?.();
    const person = await arrive({ address: own?.server.address, ...options });
    try {
      await happens(person, own);
      await settled(person, options.expects ?? []);
    } catch (error) {
      error.stack += await surroundings(person);
      throw error;
    } finally {
      await person.context.close();
    }
  };
  tell(name, run, { isLong });
}

/** Another person, with a browser of their own. @returns {Promise<Person>} */
export async function arrive({ lang = "zh-CN", scheme = "light", viewport = PHONE, at, before, address, context = {} } = {}) {
  // What a story does to the network would go past a service worker, so that only those about it have one.
  const fixed = { locale: "zh-CN", reducedMotion: "reduce", serviceWorkers: "block" };
  const asked = { ...fixed, viewport, colorScheme: scheme, ...context };
  return settle(await (await browser()).newContext(asked), { lang, at, before, address });
}

/** Makes a context a person's. @returns {Promise<Person>} */
export async function settle(context, { lang, at, before, address }) {
  const person = { context, site: address ?? (await site()), lang, say: saying(lang), complaints: [], requests: [] };
  await watch(person);
  makeClockPatient(context);
  slowDown(context);
  if (at !== undefined) await stopTheClock(context, at);
  if (lang !== "zh-CN") await context.addInitScript(rememberLanguage, lang);
  await before?.(context);
  person.page = context.pages()[0] ?? (await context.newPage());
  makePatient(person.page);
  return person;
}

/** From here on, time passes only where the story says so. */
async function stopTheClock({ clock }, at) {
  await clock.install({ time: Date.parse(at) - 1000 });
  await clock.pauseAt(at);
}

/** Gives each page of a person a slower processor, where the conditions say so. */
function slowDown(context) {
  if (conditions.slower === 1) return;
  const slow = async (page) => {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.slower });
  };
  // A page that is gone before it was slowed down needs it no more.
  context.on("page", (page) => slow(page).catch(() => {}));
}

function rememberLanguage(lang) {
  if (location.protocol === "about:" || localStorage.getItem("sixinto.lang")) return;
  localStorage.setItem("sixinto.lang", JSON.stringify({ format: 1, lang }));
}

/** Notes whatever a page of this person says, breaks or asks of others. */
async function watch({ context, site, complaints, requests }) {
  const own = new URL(site).origin;
  context.setDefaultTimeout(PATIENCE);
  context.on("console", (message) => {
    if (message.text() !== BLOCKED) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    requests.push(request.url());
    if (origin !== own && protocol !== "data:") complaints.push(`foreign request: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** Holds what a person's pages complained about against what was expected, both ways. */
export async function settled({ complaints, page }, expects) {
  // What the page said last is heard once it has answered a question.
  if (!page.isClosed()) await page.evaluate(() => 0).catch(() => {});
  const unexpected = complaints.filter((complaint) => !expects.some((pattern) => pattern.test(complaint)));
  assert.deepEqual(unexpected, [], "the page complained");
  for (const pattern of expects) assert(complaints.some((complaint) => pattern.test(complaint)), `no ${pattern}`);
}

/** What helps to see why a story failed. */
async function surroundings({ page, complaints }) {
  const text = await page.locator("body").innerText({ timeout: 1000 }).catch(String);
  const said = complaints.map((complaint) => complaint.split("\n")[0]).join("\n");
  return `\n-- at ${page.url()}\n${text.slice(0, MOST_TEXT)}\n-- complaints\n${said}\n--`;
}

/** Goes to an address of the page. @param {Person} person @param {string} [route] */
export async function visit({ page, site }, route = "#/") {
  await page.goto(site + route);
}

/** Goes there as a link in the page would, without asking for the page again. @param {Person} person @param {string} route */
export async function go({ page }, route) {
  await page.evaluate((route) => void (location.hash = route), route);
  await atRest(page);
}

/** Waits until every style sheet that the page asked for is in force. @param {Person} person */
export const dressed = ({ page }) =>
  page.waitForFunction(() => [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet));

/** Waits until an element shows a text. @param {import("playwright-core").Locator} locator @param {string | RegExp} text */
export async function shows(locator, text) {
  try {
    await locator.filter({ hasText: text }).first().waitFor();
  } catch {
    assert.fail(`it says ${JSON.stringify(await locator.allTextContents())} and not ${text}`);
  }
}

/** The button of this name. @param {Person} person @param {string} key @param {object} [values] */
export const button = ({ page, say }, key, values) => page.getByRole("button", { name: say(key, values), exact: true });

/** The link of this name. @param {Person} person @param {string} key @param {object} [values] */
export const link = ({ page, say }, key, values) => page.getByRole("link", { name: say(key, values), exact: true });
