// A phone that hands things to other programs, which Chromium on a desk does not.

/** Has the browser hand over what it is given, and notes it in `shared`; of a file its name, type and bytes. */
export const sharing = (context) =>
  context.addInitScript(() => {
    const noted = async (file) => ({ name: file.name, type: file.type, bytes: [...new Uint8Array(await file.arrayBuffer())] });
    window.shared = [];
    navigator.canShare = () => true;
    navigator.share = async ({ files, ...rest }) => {
      window.shared.push(files ? { ...rest, files: await Promise.all(files.map(noted)) } : rest);
    };
  });

/** The same, but whoever holds the phone changes their mind; `asked` counts how often. */
export const changingTheirMind = (context) =>
  context.addInitScript(() => {
    window.asked = 0;
    navigator.canShare = () => true;
    navigator.share = async () => {
      window.asked += 1;
      throw new DOMException("Share canceled", "AbortError");
    };
  });

/** What was handed over, once there is something. @param {import("./browser.mjs").Person} person */
export async function shared({ page }) {
  await page.waitForFunction(() => window.shared.length);
  return page.evaluate(() => window.shared);
}
