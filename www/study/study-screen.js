// @ts-check
/** @import { Theme } from "../content/build-data.js" */
/** @import { Feedback, Prompt } from "../generated/engine.js" */
/** @import { AnswerModel, Change } from "../kinds/choices.js" */
import { lang, localized, say } from "../i18n/i18n.js";
import { mount as mountChoices } from "../kinds/choices.js";
import { addTemplates, clone, find, make } from "../platform/dom.js";
import html from "./study.html";

/**
 * @typedef {object} CardModel
 * @property {Prompt} prompt
 * @property {Feedback} feedback
 * @property {string} theme
 * @property {string} topic  Empty for all.
 * @property {{ id: string, label: string, count: number }[]} topics
 * @property {number} total  How many questions the theme has.
 * @property {number} index
 * @property {number} of
 *
 * What comes with other parts of the page.
 * @typedef {object} Parts
 * @property {(prompt: Prompt, feedback: Feedback) => HTMLElement} feedbackPanel
 * @property {(element: HTMLElement, change: Change) => (model: AnswerModel) => void} mountScene
 *
 * @typedef {{ move: (index: number) => void, filter: (topic: string) => void }} CardActions
 */

addTemplates(html);

/** The themes, to choose one. @param {HTMLElement} element */
export function mountPlaces(element) {
  const screen = clone("study");
  element.replaceChildren(screen);

  return (/** @type {Theme[]} */ themes) => {
    find(screen, ".list").replaceChildren(...themes.map(makePlace));
  };
}

/** @param {Theme} theme */
function makePlace({ id, icon, label, about }) {
  /** @type {HTMLAnchorElement} */
  const link = clone("study-place");
  link.href = `#/study/${id}`;
  link.dataset.theme = id;
  find(link, "use").setAttribute("href", `#icon-${icon}`);
  find(link, "strong").textContent = localized(label);
  find(link, ".item-text span").textContent = localized(about);
  return link;
}

/** A question with its answer. @param {HTMLElement} element @param {Parts} parts @param {CardActions} actions */
export function mountCard(element, parts, actions) {
  /** @type {HTMLFormElement} */
  const form = clone("study-card");
  /** @type {HTMLSelectElement} */
  const select = find(form, "select");
  const [answer, told] = [find(form, ".answer"), find(form, ".told-box")];
  /** @type {CardModel} */
  let model;
  let shown = "";
  element.replaceChildren(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    actions.move(isLast() ? 0 : model.index + 1);
  });
  find(form, ".back").addEventListener("click", () => actions.move(model.index - 1));
  select.addEventListener("change", () => actions.filter(select.value));

  return (/** @type {CardModel} */ next) => {
    model = next;
    const { prompt, index, of } = model;
    form.dataset.theme = model.theme;
    find(form, ".line i").style.setProperty("width", `${(100 * (index + 1)) / of}%`);
    find(form, ".count").textContent = say("nth", { n: index + 1, of });
    find(form, ".back").hidden = index === 0;
    find(form, ".bar").hidden = of === 1;
    find(form, ".go").textContent = say(isLast() ? "study-again" : "next");
    const key = `${prompt.id} ${lang()}`;
    if (shown !== key) showQuestion();
    shown = key;
    fillTopics(select, model);
  };

  function isLast() {
    return model.index === model.of - 1;
  }

  function showQuestion() {
    const { prompt, feedback } = model;
    find(form, ".stem").textContent = prompt.stem;
    find(form, ".kind").textContent = say(prompt.kind);
    showPicture(prompt);
    const box = make("div");
    answer.replaceChildren(box);
    const isMarked = showKey(box, prompt, feedback);
    const panel = parts.feedbackPanel(prompt, feedback);
    // What is marked above is not said twice.
    find(panel, ".right-answer").hidden = isMarked;
    told.replaceChildren(panel);
  }

  /** @param {Prompt} prompt */
  function showPicture({ media }) {
    /** @type {HTMLImageElement} */
    const image = find(form, ".media");
    image.hidden = !media;
    if (media) [image.src, image.alt] = [media.file, media.alt];
  }

  /** Marks what is right among what there is to pick; the rest is told in words. @param {HTMLElement} box @param {Prompt} prompt @param {Feedback} feedback */
  function showKey(box, prompt, feedback) {
    const nothing = () => {};
    if (prompt.kind === "spot") {
      parts.mountScene(box, nothing)({ prompt, feedback, answer: feedback.key, review: true });
    } else if (prompt.kind === "single" || prompt.kind === "multiple" || prompt.kind === "judge") {
      mountChoices(box, nothing)({ prompt, feedback, answer: undefined, review: true });
    } else return false;
    return true;
  }
}

/** @param {HTMLSelectElement} select @param {CardModel} model */
function fillTopics(select, { topic, topics, total }) {
  const all = new Option(say("study-all", { n: total }), "");
  select.replaceChildren(
    all,
    ...topics.map(({ id, label, count }) => new Option(say("study-one", { topic: label, n: count }), id)),
  );
  select.value = topic;
}
