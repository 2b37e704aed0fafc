import { answer, atQuestion } from "./answering.mjs";
import { arrive, button, link, settled, shows, story, visit } from "./browser.mjs";
story("dbg", { at: "2026-11-23T08:00:00+08:00" }, async (p) => {
  await visit(p);
  await p.page.locator(".daily").click();
  await button(p, "begin").click();
  await answer(p);
  console.log(await p.page.evaluate(() => localStorage.getItem("sixinto.attempt")+ " "+Date.now()+ " " + new Date().toISOString()));
  await link(p, "leave").click();
  await p.page.locator(".resume a").waitFor();
  console.log(await p.page.evaluate(() => localStorage.getItem("sixinto.attempt")+ " "+Date.now()));
  console.log(await p.page.locator(".daily-state").textContent());
});
