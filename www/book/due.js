// @ts-check
// How many questions of the review book are due, for the home screen.
import { catalogue } from "../content/catalogue.js";
import { contents, opened } from "../engine/book-engine.js";
import { known } from "../home/home-model.js";
import { say } from "../i18n/i18n.js";
import { isShown, refresh } from "../screen-host.js";
import { getState } from "../state/store.js";

let count = 0;
let isCounting = false;

/** From here on the home screen tells how many questions of the review book are due. */
export function showDueAtHome() {
  known.due = () => {
    renew();
    return count ? say("book-due", { n: count }) : "";
  };
  if (isShown("home")) refresh();
}

/** Counts again. Where that cannot be done now, what was counted last stays. */
async function renew() {
  if (isCounting) return;
  isCounting = true;
  const fresh = await due().catch(() => count);
  isCounting = false;
  if (fresh === count) return;
  count = fresh;
  if (isShown("home")) refresh();
}

/** How many questions are due that are still asked. */
async function due() {
  const { book, tries } = getState();
  // Who has answered nothing has nothing to fetch the book for.
  if (!tries.length && !Object.keys(book.cards ?? {}).length) return 0;
  await opened();
  const ids = contents().due;
  if (!ids.length) return 0;
  const asked = await catalogue();
  return ids.filter((id) => asked.has(id)).length;
}
