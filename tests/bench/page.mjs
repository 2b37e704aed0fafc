// Times the page in headless Chromium, slowed down to a cheap phone on a poor line, beside pages it is measured by.
// Usage: node page.mjs APP HANDWRITTEN STATIC [RUNS]     (three addresses)
import { chromium } from "playwright-core";

const [app, handwritten, still, runs = "11"] = process.argv.slice(2);

const CPU_SLOWDOWN = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** Milliseconds after which a page is not slow but broken. */
const PATIENCE = 60_000;

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const DEEP_LINK = "#/quiz/home?seed=1";

const contests = [
  {
    name: "time to first question of a deep link",
    most: 1.35,
    ours: { address: app + DEEP_LINK, measure: untilQuestion },
    theirs: { address: handwritten + DEEP_LINK, measure: untilQuestion },
  },
  {
    name: "first paint of the home screen",
    most: 1.2,
    ours: { address: app, measure: untilPaint },
    theirs: { address: still, measure: untilPaint },
  },
];

/** Milliseconds from the start of loading to the frame that shows a question with its answers. */
function untilQuestion() {
  return new Promise((resolve) => {
    const look = () => {
      const stem = document.querySelector(".question .stem");
      const answer = document.querySelector(".question .answer :is(input, select, button)");
      if (!stem?.textContent || !stem.checkVisibility() || !answer?.checkVisibility()) return false;
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** Milliseconds from the start of loading to the first frame with any content. */
function untilPaint() {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName("first-contentful-paint");
      if (paint) resolve(paint.startTime);
    });
    observer.observe({ type: "paint", buffered: true });
  });
}

/** One load with nothing cached. */
async function load(browser, { address, measure }) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.addInitScript(`window.measured = (${measure})()`);
  await page.goto(address, { waitUntil: "commit" });
  const time = await page.evaluate(`Promise.race([window.measured, new Promise((_, no) => setTimeout(no, ${PATIENCE}))])`);
  const sent = bytes;
  await context.close();
  return { time, bytes: sent };
}

const median = (values) => values.toSorted((one, other) => one - other)[values.length >> 1];

const summary = (loads) => ({
  time: median(loads.map(({ time }) => time)),
  least: Math.min(...loads.map(({ time }) => time)),
  most: Math.max(...loads.map(({ time }) => time)),
  bytes: median(loads.map(({ bytes }) => bytes)),
});

const line = (name, { time, least, most, bytes }) =>
  `  ${name.padEnd(10)}${time.toFixed(0).padStart(6)} ms   (${least.toFixed(0)} to ${most.toFixed(0)}, ${(bytes / 1000).toFixed(1)} kB)`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGS });
// The first loads of a fresh browser pay for its own start.
for (const { ours, theirs } of contests) {
  await load(browser, ours);
  await load(browser, theirs);
}
let failed = false;
for (const { name, most, ours, theirs } of contests) {
  const [own, other] = [[], []];
  for (let run = 0; run < Number(runs); run++) {
    own.push(await load(browser, ours));
    other.push(await load(browser, theirs));
  }
  const [us, them] = [summary(own), summary(other)];
  const ratio = us.time / them.time;
  failed ||= ratio > most;
  console.log(`${name}, median of ${runs}\n${line("ours", us)}\n${line("beside it", them)}`);
  console.log(`  ratio ${ratio.toFixed(2)}, at most ${most}${ratio > most ? "   EXCEEDED" : ""}`);
}
await browser.close();
process.exitCode = failed ? 1 : 0;
