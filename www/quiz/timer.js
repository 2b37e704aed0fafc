// @ts-check
import { clock, duration, say } from "../i18n/i18n.js";
import { announce, find } from "../platform/dom.js";

/** When a screen reader is told, in seconds before the end; half of the time comes on top. */
const TOLD_AT = [300, 60, 10];

/**
 * Shows the time left until a deadline. The clock on the wall counts, not the ticks: a phone may sleep in between.
 * @param {HTMLElement} element
 * @param {() => void} bell
 */
export function mountTimer(element, bell) {
  /** @type {{ started: number, deadline: number } | undefined} */
  let times;
  let last = Infinity;
  const ticking = setInterval(tick, 250);
  document.addEventListener("visibilitychange", tick);

  return (/** @type {number} */ started, /** @type {number | undefined} */ deadline) => {
    times = deadline === undefined ? undefined : { started, deadline };
    element.hidden = !times;
    tick();
  };

  function tick() {
    if (!element.isConnected) {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", tick);
    } else if (times) {
      // A clock that was turned back gives nobody more than the whole time.
      const now = Math.max(Date.now(), times.started);
      const left = Math.max(0, Math.ceil((times.deadline - now) / 1000));
      show(left, Math.round((times.deadline - times.started) / 2000));
      if (left === 0) bell();
    }
  }

  /** @param {number} left @param {number} half */
  function show(left, half) {
    if (left === last) return;
    const text = say("time-left", { time: clock(left) });
    find(element, "span").textContent = text;
    element.classList.toggle("short", left <= 60);
    const due = [half, ...TOLD_AT].some((at) => left <= at && last > at && at < half * 2);
    if (due && last !== Infinity) announce(say("time-left", { time: duration(left) }));
    last = left;
  }
}
