// The page runs under a strict policy. That it breaks none and talks to nobody but its own server is what every story
// ends with, those that walk through all screens too.
import assert from "node:assert/strict";

import { site, story, visit } from "./browser.mjs";

story("the HTML holds no script, style or handler of its own", {}, async ({ context }) => {
  const answer = await context.request.get(await site());
  const html = await answer.text();
  for (const [script] of html.matchAll(/<script\b[^>]*>/g)) {
    assert.match(script, /^<script ((type="module" )?src="[\w-]+\.js"|type="application\/json" id="site")>$/);
  }
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:|<base|<iframe/i);
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(addresses.filter((address) => /^(https?:)?\/\//.test(address)), []);

  const policy = answer.headers()["content-security-policy"];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.match(policy, /style-src 'self'(;|$)/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.equal(answer.headers()["x-content-type-options"], "nosniff");
});

const violations = [
  /^error: policy violated: script-src-elem inline/,
  /^error: policy violated: connect-src/,
  /^error: .*Content Security Policy/,
];

story("what breaks the policy is stopped, and noticed by these tests", { expects: violations }, async (person) => {
  const { page } = person;
  await visit(person);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
    await fetch("https://example.invalid/").catch(() => {});
    return "ran" in window;
  });
  assert.equal(ran, false);
});

story("the page is nobody's frame", { expects: [/frame-ancestors|refused to connect|Framing/i] }, async (person) => {
  const own = await site();
  await person.context.route("**/frame.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${own}"></iframe>` }),
  );
  const refused = person.page.waitForEvent("console");
  await person.page.goto(`${own}frame.html`);
  await refused;
});
