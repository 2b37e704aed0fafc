// A walk through every screen of the page, for whoever wants to look at all of them.
import { answer, answerAndCheck, atQuestion, onScreen, openPlaces } from "./answering.mjs";
import { button, link, shows, visit } from "./browser.mjs";
import { deepLink, KINDS, seedAbout, seedWith } from "./papers.mjs";
import { examWith } from "./passing.mjs";

/** What the browser and the page say of the fault that the walk puts in their way. */
export const FAULTS = [/^error: Failed to load resource/, /^error: .*village/];

/**
 * Shows one screen after the other.
 * @param {import("./browser.mjs").Person} person
 * @param {(screen: string) => Promise<void>} look  Is called before each, with its name.
 */
export async function tour(person, look) {
  const { page } = person;
  await visit(person);
  await page.locator(".daily-state").waitFor();
  await look("home");
  for (const route of ["practice/home", "exam", "daily"]) {
    await visit(person, `#/start/${route}`);
    await shows(page.locator(".rule-text"), /\S/);
    await look(`start ${route}`);
  }
  await practice(person, look);
  await pictures(person, look);
  await exam(person, look);
  await book(person, look);
  await study(person, look);
  await settings(person, look);
  await theirs(person, look);
  await forPaper(person, look);
  await signed(person, look);
  await failure(person, look);
}

/** Each kind as it comes and as it is marked, single choices both right and wrong, the report, two reviews. */
async function practice(person, look) {
  const { page, say } = person;
  await visit(person, deepLink("home", seedWith("home", KINDS)));
  const seen = [];
  for (let n = 1; n <= 10; n++) {
    await atQuestion(person, n, 10);
    const { kind } = await onScreen(person);
    const times = seen.filter((one) => one === kind).length;
    await page.locator(".answer").locator("input, select, button").first().waitFor({ state: "attached" });
    if (!times) await look(`question ${kind}`);
    await answerAndCheck(person, times > 0);
    if (!times || (kind === "single" && times === 1)) await look(`marked ${kind} ${times ? "right" : "wrong"}`);
    seen.push(kind);
    if (n === 5) await lookAtHome(person, look);
    await button(person, n < 10 ? "next" : "see-score").click();
  }
  await shows(page.locator("h1"), say("result-plain"));
  await look("report");
  for (const n of [seen.indexOf("multiple") + 1, seen.indexOf("match") + 1]) {
    await visit(person, `#/review/${n}`);
    await atQuestion(person, n, 10);
    await look(`review ${n}`);
  }
}

/** Questions about a picture: where the dangers are, and what a sign means. */
async function pictures(person, look) {
  for (const topic of ["scene", "signs"]) {
    await visit(person, deepLink("home", seedAbout("home", topic)));
    await onScreen(person);
    await person.page.locator(topic === "scene" ? ".picture img" : ".media").evaluate((image) => image.decode());
    await look(`question about ${topic}`);
    await answerAndCheck(person, topic === "signs");
    if (topic === "scene") await openPlaces(person);
    await look(`marked question about ${topic}`);
  }
}

async function lookAtHome(person, look) {
  const resume = person.page.locator(".resume a");
  await link(person, "leave").click();
  await resume.waitFor();
  await look("home with a paper to go on with");
  await resume.click();
}

async function exam(person, look) {
  const { page, say } = person;
  await visit(person, "#/start/exam");
  await button(person, "begin").click();
  await answer(person);
  await button(person, "flag").click();
  await button(person, "next").click();
  await atQuestion(person, 2, 45);
  await look("question of an exam");
  const sheet = page.locator(".open-sheet");
  if (await sheet.isVisible()) {
    await sheet.click();
    await page.getByRole("dialog").waitFor();
    await look("answer sheet");
  }
  await button(person, "hand-in").click();
  const ask = page.getByRole("dialog").filter({ hasText: say("hand-in-ask") });
  await ask.waitFor();
  await look("before handing in");
  await ask.getByRole("button", { name: say("hand-in"), exact: true }).click();
  await shows(page.locator("h1"), say("result-failed"));
  await look("report of an exam");
}

async function settings(person, look) {
  const { page, say } = person;
  await visit(person, "#/me");
  await shows(page.locator("h1"), say("me"));
  await look("mine");
  await page.locator("a[href='#/settings']").click();
  await shows(page.locator("h1"), say("settings"));
  await look("settings");
}

/** The review book with what was wrong so far, open, and a favourite. */
async function book(person, look) {
  const { page } = person;
  await visit(person, "#/book");
  await page.locator(".segments").waitFor();
  await look("review book");
  await visit(person, "#/book/mistakes");
  const fold = page.locator(".shelf[data-theme=home]");
  await fold.waitFor();
  await look("mistakes");
  await fold.locator("summary").click();
  await fold.locator(".star").first().click();
  await fold.locator(".out").first().click();
  await shows(fold.locator(".book-gone"), /\S/);
  await page.locator("h1").focus();
  await look("mistakes of a place");
  await visit(person, "#/book/favourites");
  await page.locator("[data-tab=favourites][aria-current]").waitFor();
  await page.locator(".book-row").waitFor();
  await look("favourites");
}

/** Questions with their answers: to pick from, in words, and in a picture. */
async function study(person, look) {
  const { page } = person;
  await visit(person, "#/study");
  await page.locator("a[href='#/study/home']").waitFor();
  await look("study");
  for (const topic of ["gas", "scene", "signs"]) {
    await visit(person, `#/study/home/${topic}`);
    await page.locator(".study .reason").waitFor();
    if (topic !== "gas") await page.locator(".study img:visible").first().evaluate((image) => image.decode());
    await look(`study of ${topic}`);
  }
}

/** What is a person's own, and papers for others. */
async function theirs(person, look) {
  const { page, say } = person;
  await visit(person, "#/data");
  await shows(page.locator("h1"), say("data"));
  await look("data");
  await button(person, "data-wipe-do").click();
  await page.getByRole("dialog").waitFor();
  await look("before deleting everything");
  await page.keyboard.press("Escape");
  const chosen = { name: "a.json", mimeType: "application/json", buffer: Buffer.from('{"format":1,"made":-1}') };
  await page.locator("input[type=file]").setInputFiles(chosen);
  await shows(page.locator(".outcome"), say("data-refused"));
  await look("marked as a file that cannot be used");
  await visit(person, "#/share");
  await shows(page.locator("h1"), say("share-same"));
  await look("share");
  await visit(person, "#/share/practice/home?seed=7");
  await page.locator(".code").waitFor();
  await look("share a paper");
}

/** Cards of a job, and papers on paper. */
async function forPaper(person, look) {
  const { page } = person;
  const screens = {
    "#/cards": ".posts .item",
    "#/cards/electrician": ".job-card",
    "#/print": ".list .item",
    [`#/print/practice/home?seed=${seedWith("home", KINDS)}`]: ".asked",
    [`#/print/practice/home?seed=${seedAbout("home", "scene")}`]: ".asked",
    "#/print/exam?seed=1": ".part",
  };
  for (const [route, sign] of Object.entries(screens)) {
    await visit(person, route);
    await page.locator(sign).first().waitFor();
    await look(route);
  }
}

/** A certificate, a pledge, and the wall where it hangs. */
async function signed(person, look) {
  const { page, lang, say } = person;
  for (const route of ["certificates", "wall", "pledge"]) {
    await visit(person, `#/${route}`);
    await page.locator(".nothing-yet, .item").first().waitFor();
    await look(`${route} before anything is signed`);
  }
  await visit(person, "#/pledge/village");
  await page.getByRole("checkbox").first().waitFor();
  await look("pledge");
  await page.getByRole("checkbox").first().check();
  await page.getByRole("textbox", { name: say("pledge-type") }).fill(lang === "en" ? "Aleksandra Wiśniewska-Kowalczyk" : "才让·卓玛");
  await button(person, "pledge-do").click();
  await page.locator(".note-card").waitFor();
  await look("wall");
  const { "sixinto.attempt": passed } = await examWith(0);
  await page.evaluate((passed) => localStorage.setItem("sixinto.attempt", passed), passed);
  await page.reload();
  await visit(person, "#/report");
  await shows(page.locator("h1"), say("result-passed"));
  await look("report of an exam that was passed");
  await visit(person, "#/certificate");
  await page.locator(".sheet-of-paper > svg").waitFor();
  await look("certificate");
  await visit(person, "#/certificates");
  await page.locator(".item").waitFor();
  await look("certificates");
}

async function failure(person, look) {
  const { page, say } = person;
  await page.route("**/banks/village.*", (route) => route.abort());
  // The page before has this bank already.
  await page.goto("about:blank");
  await visit(person, deepLink("village", 1));
  await shows(page.locator("h1"), say("network"));
  await look("failure");
}
