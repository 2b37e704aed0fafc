// @ts-check

/** How far a finger goes across before that is a swipe, in CSS pixels. */
const FAR = 40;

/**
 * Says which way something is swiped: on to what follows when the finger goes to the left. Up and down, the finger
 * still scrolls the page, where the style lets it.
 * @param {HTMLElement} element
 * @param {(by: 1 | -1) => void} turn
 */
export function onSwipe(element, turn) {
  /** @type {PointerEvent | undefined} */
  let start;
  element.addEventListener("pointerdown", (event) => (start = event.isPrimary ? event : undefined));
  element.addEventListener("pointercancel", () => (start = undefined));
  element.addEventListener("pointerup", (event) => {
    if (!start || event.pointerId !== start.pointerId) return;
    const [across, along] = [event.clientX - start.clientX, event.clientY - start.clientY];
    start = undefined;
    // Who marks a line of text with the mouse does not turn the card.
    const marks = getSelection()?.isCollapsed === false;
    if (!marks && Math.abs(across) >= FAR && Math.abs(across) > Math.abs(along)) turn(across < 0 ? 1 : -1);
  });
}
