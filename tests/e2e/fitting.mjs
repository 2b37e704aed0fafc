// Whether everything fits on a screen and is within reach, at any size of screen and letters.

/** Gives a way to set the size of the screen, and that of letters as a person sets it in the browser; 16 is usual. */
export async function sizing({ context, page }) {
  const session = await context.newCDPSession(page);
  return async ({ width, height, letters }) => {
    await session.send("Page.setFontSizes", { fontSizes: { standard: letters } });
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  };
}

/** What does not fit on the screen as it stands. Runs in the page. */
export function misfits() {
  const found = [];
  const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 20)}”`;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} in ${clientWidth}`);
  const dialog = document.querySelector("dialog[open]");
  for (const element of (dialog ?? document.body).querySelectorAll("*")) {
    if (element.closest("svg, .unseen, .line") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.left < -1 || box.right > clientWidth + 1) found.push(`${name(element)} reaches ${box.left} to ${box.right}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const cuts = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    const hides = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((cuts || hides) && !element.matches("select, input")) found.push(`${name(element)} is cut off`);
    if (element.matches("button, a, summary") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth) {
      found.push(`${name(element)} is wider than it looks`);
    }
  }
  return found;
}

/** Controls that one cannot bring into sight, because something stands before them. Runs in the page. */
export function covered() {
  const scope = document.querySelector("dialog[open]") ?? document.body;
  const controls = [...scope.querySelectorAll("a[href], button:enabled, summary, label.choice, input[type=text]:enabled")];
  return controls.flatMap((control) => {
    if (!control.checkVisibility()) return [];
    control.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, Math.min(top + height / 2, innerHeight - 1)];
    const there = document.elementFromPoint(x, y);
    if (there && (control.contains(there) || there.contains(control))) return [];
    return `${control.localName}.${control.className} “${control.textContent.trim()}” is behind ${there?.className}`;
  });
}

/** What does not fit on a screen or cannot be reached there. @param {import("playwright-core").Page} page */
export const unfit = async (page) => [...(await page.evaluate(misfits)), ...(await page.evaluate(covered))];
