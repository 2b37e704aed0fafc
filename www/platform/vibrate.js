// @ts-check
import { isOn } from "../settings/settings.js";
import { watch } from "./watch-screen.js";

/** How long after an answer was checked a verdict is news and no longer a look back, in milliseconds. */
const FRESH = 1000;

/** How long the phone shakes, in milliseconds. */
const LENGTH = 120;

/** Whether this device can shake at all. */
export const canVibrate = () => typeof navigator.vibrate === "function" && navigator.maxTouchPoints > 0;

/** Shakes the phone where an answer turns out to be wrong, for whoever wants that. */
export function vibrateWhereWrong() {
  let checked = -Infinity;
  document.addEventListener("submit", () => (checked = performance.now()), true);
  watch((screen) => {
    const wrong = screen.querySelector('.question[data-mode="practice"] .told[data-outcome="wrong"]');
    if (!wrong || performance.now() - checked > FRESH) return;
    checked = -Infinity;
    if (isOn("vibrate") && canVibrate()) navigator.vibrate(LENGTH);
  });
}
