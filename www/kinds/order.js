// @ts-check
/** @import { Item, Prompt } from "../generated/engine.js" */
/** @import { AnswerModel, Change } from "./choices.js" */
import { say } from "../i18n/i18n.js";
import { announce, clone, fillTag, find } from "../platform/dom.js";

/** Steps to put in order: by two buttons a step, or by dragging. */
export function mount(/** @type {HTMLElement} */ element, /** @type {Change} */ change) {
  const list = document.createElement("ol");
  list.className = "steps";
  element.append(list);
  /** @type {Map<string, HTMLElement>} */
  let rows = new Map();
  /** @type {Prompt} */
  let prompt;
  let locked = false;
  /** The step that a button has moved, until it is shown where it went. @type {{ row: HTMLElement, by: -1 | 1 } | undefined} */
  let moved;

  list.addEventListener("pointerdown", startDrag);

  return (/** @type {AnswerModel} */ { feedback, answer, ...model }) => {
    prompt = model.prompt;
    locked = !!feedback;
    if (!rows.size) rows = new Map((prompt.items ?? []).map((item) => [item.id, makeRow(item)]));
    const key = feedback && "order" in feedback.key ? feedback.key.order : undefined;
    place(answer && "order" in answer ? full(answer.order) : [...rows.keys()]);
    list.classList.toggle("locked", locked);
    ids().forEach((id, at) => {
      const row = rowOf(id);
      const state = key ? (key[at] === id ? "right" : "wrong") : "";
      row.dataset.state = state;
      find(row, ".step-number").textContent = String(at + 1);
      const told = !!state && !!answer;
      fillTag(find(row, ".tag"), told ? (state === "right" ? "i-tick" : "i-cross") : undefined, told ? wordOf(state) : "");
      button(row, ".up").disabled = locked || at === 0;
      button(row, ".down").disabled = locked || at === rows.size - 1;
    });
    if (moved) focusOn(moved);
    moved = undefined;
  };

  /** @param {Item} item */
  function makeRow({ id, text }) {
    const row = clone("step");
    row.dataset.id = id;
    find(row, ".step-text").textContent = text;
    button(row, ".up").setAttribute("aria-label", say("move-up", { text }));
    button(row, ".down").setAttribute("aria-label", say("move-down", { text }));
    button(row, ".up").addEventListener("click", () => move(row, -1));
    button(row, ".down").addEventListener("click", () => move(row, 1));
    return row;
  }

  /** @param {HTMLElement} row @param {-1 | 1} by */
  function move(row, by) {
    const order = ids();
    const from = order.indexOf(row.dataset.id ?? "");
    order.splice(from + by, 0, ...order.splice(from, 1));
    moved = { row, by };
    change({ order });
    const text = find(row, ".step-text").textContent ?? "";
    announce(say("moved", { text, n: from + by + 1 }));
  }

  /** A button at the end of its way is disabled and would lose the focus to the page. @param {NonNullable<typeof moved>} step */
  function focusOn({ row, by }) {
    const same = button(row, by < 0 ? ".up" : ".down");
    (same.disabled ? button(row, by < 0 ? ".down" : ".up") : same).focus();
  }

  /** @param {PointerEvent} event */
  function startDrag(event) {
    const target = /** @type {Element} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest(".step"));
    // A finger on the text scrolls the page; the grip is what one drags by. A mouse may take any part.
    const holds = target.closest(".grip") || (event.pointerType === "mouse" && !target.closest("button"));
    if (!row || locked || !holds || event.button !== 0) return;
    event.preventDefault();
    list.setPointerCapture(event.pointerId);
    row.classList.add("dragged");
    const drag = (/** @type {PointerEvent} */ { clientY }) => follow(row, clientY);
    list.addEventListener("pointermove", drag);
    list.addEventListener("lostpointercapture", () => {
      list.removeEventListener("pointermove", drag);
      row.classList.remove("dragged");
      change({ order: ids() });
    }, { once: true });
  }

  /** Lets the row stand before the first one whose middle is below the pointer. @param {HTMLElement} row @param {number} y */
  function follow(row, y) {
    const others = [...list.children].filter((other) => other !== row);
    const before = others.find((other) => {
      const { top, height } = other.getBoundingClientRect();
      return y < top + height / 2;
    });
    if ((before ?? null) !== row.nextElementSibling) list.insertBefore(row, before ?? null);
  }

  function ids() {
    return [...list.children].map((row) => /** @type {HTMLElement} */ (row).dataset.id ?? "");
  }

  /** @param {string} id */
  function rowOf(id) {
    return /** @type {HTMLElement} */ (rows.get(id));
  }

  /** A stored order may name only some of the steps. @param {string[]} order */
  function full(order) {
    return [...order, ...[...rows.keys()].filter((id) => !order.includes(id))];
  }

  /** Moves only what stands elsewhere, so that the focus stays where it is. @param {string[]} order */
  function place(order) {
    if (`${ids()}` !== `${order}`) list.append(...order.map(rowOf));
  }
}

/** @param {HTMLElement} row @param {string} selector @returns {HTMLButtonElement} */
const button = (row, selector) => find(row, selector);

/** @param {string} state */
const wordOf = (state) => say(state === "right" ? "tag-fits" : "tag-wrong");
