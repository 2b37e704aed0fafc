// @ts-check
/** @import { Area, Prompt } from "../../generated/engine.js" */
/** @import { AnswerModel, Change } from "../choices.js" */
/** @import { Place } from "./places.js" */
/** @import { State } from "./scene.js" */
/** @import { SpotKey } from "./spot-words.js" */
import { announce, find, make } from "../../platform/dom.js";
import { partsOf } from "../choices.js";
import { areaAt } from "./area-at.js";
import { makePlaces, verdictOf } from "./places.js";
import { makeScene } from "./scene.js";
import { tell } from "./spot-words.js";
import { makeZoomTools } from "./zoom-tools.js";
import { makeZoom } from "./zoom.js";

/** A picture to tap what is dangerous in, over a list of the same places in words: what is picked in one shows in the other. */
export function mount(/** @type {HTMLElement} */ element, /** @type {Change} */ change) {
  const [caption, count] = [make("p"), make("p")];
  /** @type {AnswerModel} */
  let model;
  /** @type {ReturnType<typeof build>} */
  let view;
  /** @type {Area | undefined} */
  let lit;
  /** The place that the tap before has changed. @type {Area | undefined} */
  let touched;
  /** What is picked: the next tap may come before the screen shows this one. @type {string[]} */
  let picked = [];

  return (/** @type {AnswerModel} */ next) => {
    const before = model;
    model = next;
    picked = partsOf(next.answer);
    view ??= build(next.prompt);
    if (!before || !before.feedback !== !next.feedback) begin(!!before);
    draw();
  };

  /** @param {Prompt} prompt */
  function build({ areas = [], media = { file: "", alt: "" } }) {
    const scene = makeScene(media, tell("picture"));
    const places = makePlaces(areas, { toggle, ask });
    const names = { closer: tell("closer"), farther: tell("farther"), whole: tell("whole") };
    const zoomed = (/** @type {number} */ scale) => update(scale);
    const zoom = makeZoom(scene.frame, scene.sheet, { tap, untap, zoomed, told: sayScale });
    const { tools, update } = makeZoomTools(zoom, names);
    const under = make("div");
    update(1);
    caption.className = "caption";
    count.className = "picked-count";
    under.className = "under-picture";
    under.append(count, tools);
    element.className = "spot";
    element.append(scene.frame, under, caption, places.list);
    // The same picture, that could only be looked at.
    find(/** @type {HTMLElement} */ (element.closest("form")), ".media").hidden = true;
    return { scene, places };
  }

  /** Says what there is to do: to tap what is dangerous, or, once it is told, to ask why. @param {boolean} aloud */
  function begin(aloud) {
    lit = touched = undefined;
    if (!model.feedback) {
      caption.textContent = tell("how-to");
      return;
    }
    const states = placesOf(model).map(({ state }) => state);
    const countOf = (/** @type {State} */ wanted) => states.filter((state) => state === wanted).length;
    const tally = tell("tally", { right: countOf("right"), missed: countOf("missed"), wrong: countOf("wrong") });
    caption.replaceChildren(make("strong", tally), make("span", tell("ask-why")));
    if (!aloud) return;
    announce(tally);
    view.scene.frame.scrollIntoView({ block: "nearest" });
  }

  function draw() {
    const [places, locked] = [placesOf(model), !!model.feedback];
    count.textContent = tell("picked", { n: picked.length });
    view.places.update(places, locked);
    const shown = places.filter(({ area, state }) => state !== "plain" || area.id === lit?.id);
    view.scene.draw(shown.map((place) => ({ ...place, lit: place.area.id === lit?.id })));
  }

  /** @param {number} x @param {number} y */
  function tap(x, y) {
    const { left, top, width, height } = view.scene.sheet.getBoundingClientRect();
    const area = areaAt(model.prompt.areas ?? [], { x: x - left, y: y - top }, { width, height });
    touched = area;
    if (!area) {
      view.scene.sign((x - left) / width, (y - top) / height);
      say("nothing-here");
    } else if (model.feedback) {
      ask(area);
    } else {
      toggle(area);
      say(picked.includes(area.id) ? "ringed" : "unringed", { n: placeOf(area).number, text: area.text });
    }
  }

  function untap() {
    if (touched && !model.feedback) toggle(touched);
    if (!model.feedback) begin(false);
  }

  /** @param {Area} area */
  function toggle({ id }) {
    const ids = (model.prompt.areas ?? []).map((area) => area.id);
    picked = ids.filter((one) => picked.includes(one) !== (one === id));
    change(picked.length ? { spot: picked } : null);
  }

  /** Tells what is said about a place. @param {Area} area */
  function ask(area) {
    lit = area;
    draw();
    const { number, state, why = "" } = placeOf(area);
    const [title, verdict] = [make("strong", `${number}. ${area.text}`), make("span")];
    verdict.className = "tag";
    verdict.dataset.ring = state;
    verdict.append(...verdictOf(state));
    caption.replaceChildren(title, verdict, make("span", why));
    announce([...caption.children].map((part) => part.textContent).join(" "));
    view.scene.frame.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} scale */
  function sayScale(scale) {
    announce(scale > 1 ? tell("now-closer", { n: Math.round(100 * scale) }) : tell("now-whole"));
  }

  /** Says something where it is seen and where it is heard. @param {SpotKey} key @param {Record<string, string | number>} [values] */
  function say(key, values) {
    caption.textContent = tell(key, values);
    announce(tell(key, values));
  }

  /** @param {Area} area */
  function placeOf({ id }) {
    return /** @type {Place} */ (placesOf(model).find(({ area }) => area.id === id));
  }
}

/** @param {AnswerModel} model @returns {Place[]} */
function placesOf({ prompt, answer, feedback }) {
  const [picked, key] = [partsOf(answer), feedback && partsOf(feedback.key)];
  /** @param {string} id @returns {State} */
  const stateOf = (id) => {
    const isPicked = picked.includes(id);
    if (!key) return isPicked ? "picked" : "plain";
    if (key.includes(id)) return isPicked ? "right" : "missed";
    return isPicked ? "wrong" : "plain";
  };
  const whyOf = (/** @type {string} */ id) => feedback?.whys.find((item) => item.id === id)?.text;
  return (prompt.areas ?? []).map((area, at) => ({
    area,
    number: at + 1,
    state: stateOf(area.id),
    why: whyOf(area.id),
  }));
}
