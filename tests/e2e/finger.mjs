// A finger on the glass.

/** The middle of an element on the screen. @param {import("playwright-core").Locator} locator */
export async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Draws a finger from one place to another. @param {import("./browser.mjs").Person} person */
export async function drawFinger({ context, page }, from, to) {
  const session = await context.newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [from]);
  for (let step = 1; step <= 10; step++) {
    const at = (axis) => from[axis] + ((to[axis] - from[axis]) * step) / 10;
    await touch("touchMove", [{ x: at("x"), y: at("y") }]);
  }
  await touch("touchEnd", []);
  await session.detach();
}
