// A phone may die at any moment. Whatever the page has shown as answered must be there when it starts again: here the
// whole browser is killed, as a dead battery does, not only the page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { chromium } from "playwright-core";

import { launchOptions, site } from "./browser.mjs";
import { tell } from "./telling.mjs";

const RUNS = 40;

/** Milliseconds after which something is not slow but missing. */
const PATIENCE = 20_000;

/** Between which milliseconds after the first tap of a run the browser is killed. */
const [SOONEST, LATEST] = [30, 1500];

/** A browser of its own process, on a profile that outlives it. */
async function start(folder) {
  const { executablePath, args } = launchOptions();
  const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
  // A group of its own, so that none of its processes has time to tidy up.
  const process = spawn(executablePath, [...args, ...own], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  for await (const line of createInterface(process.stderr)) {
    const [address] = /ws:\S+/.exec(line) ?? [];
    if (address) return { process, browser: await chromium.connectOverCDP(address) };
  }
  throw new Error("the browser ended before it began");
}

async function kill({ process, browser }) {
  const gone = new Promise((resolve) => process.once("exit", resolve));
  globalThis.process.kill(-process.pid, "SIGKILL");
  await gone;
  await browser.close().catch(() => {});
}

/** Goes on with the exam that is under way, or begins one where none is; gives the answers that are there, by question. */
async function goOn(page, isUnderWay) {
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(await site());
  const resume = page.locator(".resume:not([hidden]) a");
  if (isUnderWay) await resume.waitFor().catch((error) => assert.fail(`${error}\nthe page said: ${said.join("\n")}`));
  if (await resume.isVisible()) {
    await resume.click();
  } else {
    await page.goto(`${await site()}#/start/exam`);
    await page.locator(".start .primary").click();
  }
  await page.locator(".question").waitFor();
  return page.evaluate(() => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0].answers);
}

/**
 * Taps one choice after the other, as fast as the page shows them picked, until the browser is gone. Tells of each tap
 * before it is made and once it is shown.
 */
async function tapUntilDead() {
  const stored = () => JSON.parse(localStorage.getItem("sixinto.attempt")).value.open[0];
  const until = async (is) => {
    while (!is()) await new Promise(requestAnimationFrame);
  };
  const screen = document.querySelector("#screen");
  for (;;) {
    const { paper, current } = stored();
    const { id } = paper.questions[current];
    const rows = [...document.querySelectorAll(".choice")].filter((row) => !row.querySelector("input").checked);
    const row = rows[Math.floor(Math.random() * rows.length)];
    if (row) {
      await window.tell("tapping", id);
      row.click();
      await until(() => row.dataset.state === "picked");
      await window.tell("shown", id, stored().answers[id]);
    }
    if (current + 1 < paper.questions.length) {
      document.querySelector(".go").click();
      await until(() => stored().current > current && screen.dataset.shows && document.querySelector(".choice"));
    }
  }
}

tell(`the browser is killed ${RUNS} times at random moments, and not one answer is lost`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "sixinto-kill-"));
  /** What the page has shown as picked last, by question, and the question that a tap was on its way to. */
  const shown = new Map();
  let tapped = "";
  let taps = 0;
  let alive;
  try {
    for (let run = 0; run <= RUNS; run++) {
      alive = await start(folder);
      const page = await alive.browser.contexts()[0].newPage();
      page.setDefaultTimeout(PATIENCE);
      const kept = await goOn(page, shown.size > 0);
      for (const [id, answer] of shown) {
        assert(id in kept, `run ${run}: the answer to ${id} is gone`);
        // A tap that was not shown yet may be there or not.
        if (id !== tapped) assert.deepEqual(kept[id], answer, `run ${run}: another answer to ${id}`);
      }
      await page.exposeFunction("tell", (what, id, answer) => {
        if (what === "tapping") tapped = id;
        else [tapped, taps] = [shown.set(id, answer) && "", taps + 1];
      });
      const moment = SOONEST + Math.random() * (LATEST - SOONEST);
      const dead = run < RUNS ? new Promise((resolve) => setTimeout(resolve, moment)) : Promise.resolve();
      page.evaluate(tapUntilDead).catch(() => {});
      await dead;
      await kill(alive);
      alive = undefined;
    }
    assert(taps >= RUNS, `only ${taps} answers were shown in ${RUNS} runs`);
  } finally {
    if (alive) await kill(alive);
    // What was killed may still be on its way to the disk.
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}, { isLong: true });
