// @ts-check

/** As close as one comes. */
export const MOST = 4;

const STEP = 1.5;
const DOUBLE = 2.5;

/** A second tap within so many milliseconds and pixels belongs to the first. */
const SOON = 300;
const SAME_PLACE = 24;

/** A mouse that moves less than this between down and up has clicked and not dragged. */
const STEADY = 4;

/**
 * What a picture does for whoever looks closer.
 * @typedef {object} ZoomActions
 * @property {(x: number, y: number) => void} tap
 * @property {() => void} untap  The tap before was the first half of a double tap.
 * @property {(scale: number) => void} zoomed
 * @property {(scale: number) => void} told  The same, for those who hear it: not for each movement of two fingers.
 */

/**
 * Lets a sheet grow inside its frame: with two fingers, a double tap, keys, or what it returns for buttons. Moving about
 * is the frame's own scrolling, so that the page scrolls where the picture has come to its edge; only a mouse needs help.
 * @param {HTMLElement} frame
 * @param {HTMLElement} sheet
 * @param {ZoomActions} actions
 */
export function makeZoom(frame, sheet, actions) {
  let scale = 1;
  const step = (/** @type {number} */ factor) => zoomAt(scale * factor, middleOf(frame));
  const buttons = { closer: () => step(STEP), farther: () => step(1 / STEP), whole: () => zoomAt(1, middleOf(frame)) };
  listenToKeys();
  listenToFingers();
  const wasDragged = listenToMouse();
  listenToTaps();
  return buttons;

  /** Zooms around a place on the screen, and says so. @param {number} wanted @param {Place} at */
  function zoomAt(wanted, at) {
    zoomHolding(wanted, shareAt(at), at);
    actions.told(scale);
  }

  /** Zooms so that a share of the sheet comes to a place on the screen. @param {number} wanted @param {Place} share @param {Place} at */
  function zoomHolding(wanted, share, at) {
    scale = Math.min(Math.max(wanted, 1), MOST);
    sheet.style.setProperty("--zoom", String(scale));
    frame.classList.toggle("zoomed", scale > 1);
    const { left, top, width, height } = sheet.getBoundingClientRect();
    frame.scrollLeft += left + share.x * width - at.x;
    frame.scrollTop += top + share.y * height - at.y;
    actions.zoomed(scale);
  }

  /** @param {Place} at @returns {Place} */
  function shareAt(at) {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    return { x: (at.x - left) / width, y: (at.y - top) / height };
  }

  function listenToKeys() {
    const { closer, farther, whole } = buttons;
    const keys = new Map([["+", closer], ["=", closer], ["-", farther], ["0", whole]]);
    frame.addEventListener("keydown", (event) => {
      const act = keys.get(event.key);
      // With any of these, a key is the browser's own.
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
  }

  function listenToFingers() {
    /** @type {{ spread: number, scale: number, share: Place } | undefined} */
    let pinch;
    // The browser's own zoom would take the page along, and its scrolling would take the fingers away.
    frame.addEventListener("touchstart", (event) => {
      if (event.touches.length !== 2) return;
      keep(event);
      pinch = { spread: spreadOf(event), scale, share: shareAt(betweenOf(event)) };
    }, { passive: false });
    frame.addEventListener("touchmove", (event) => {
      if (!pinch || event.touches.length !== 2) return;
      keep(event);
      zoomHolding((pinch.scale * spreadOf(event)) / pinch.spread, pinch.share, betweenOf(event));
    }, { passive: false });
    for (const end of ["touchend", "touchcancel"]) frame.addEventListener(end, () => (pinch = undefined));
  }

  /** Drags the sheet about with a mouse, and tells whether the click that follows is the end of that. */
  function listenToMouse() {
    let moved = 0;
    const drag = (/** @type {PointerEvent} */ { movementX, movementY }) => {
      moved += Math.abs(movementX) + Math.abs(movementY);
      frame.scrollBy(-movementX, -movementY);
    };
    frame.addEventListener("pointerdown", (event) => {
      moved = 0;
      if (event.pointerType !== "mouse" || event.button !== 0 || scale === 1) return;
      frame.setPointerCapture(event.pointerId);
      frame.addEventListener("pointermove", drag);
      frame.addEventListener("lostpointercapture", () => frame.removeEventListener("pointermove", drag), { once: true });
    });
    return () => moved > STEADY;
  }

  function listenToTaps() {
    let last = { time: -SOON, x: 0, y: 0 };
    frame.addEventListener("click", ({ timeStamp: time, clientX: x, clientY: y }) => {
      if (wasDragged()) return;
      const isSecond = time - last.time < SOON && Math.hypot(x - last.x, y - last.y) < SAME_PLACE;
      // A third tap begins anew.
      last = { time: isSecond ? -SOON : time, x, y };
      if (!isSecond) return actions.tap(x, y);
      actions.untap();
      zoomAt(scale > 1 ? 1 : DOUBLE, { x, y });
    });
  }
}

/** @typedef {{ x: number, y: number }} Place */

/** @param {HTMLElement} element @returns {Place} */
function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Keeps a touch from the browser, unless it is at work with it already. @param {TouchEvent} event */
const keep = (event) => event.cancelable && event.preventDefault();

/** How far two fingers are apart. @param {TouchEvent} event */
const spreadOf = ({ touches: [one, other] }) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

/** @param {TouchEvent} event @returns {Place} */
const betweenOf = ({ touches: [one, other] }) => ({
  x: (one.clientX + other.clientX) / 2,
  y: (one.clientY + other.clientY) / 2,
});
