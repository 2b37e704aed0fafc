// @ts-check
/** @import { Answer, Attempt } from "../generated/engine.js" */
/** @import { AnswerModel } from "../kinds/choices.js" */
import { lang, say } from "../i18n/i18n.js";
import { mount as mountChoices } from "../kinds/choices.js";
import { afterAnswer, isRare, spotPicture, wayOf } from "../lazy.js";
import { clone, fillLine, find, make } from "../platform/dom.js";
import { during } from "../screen-host.js";
import { mountTimer } from "./timer.js";

/**
 * @typedef {object} QuestionModel
 * @property {"practice" | "exam" | "review"} mode
 * @property {Attempt} attempt
 * @property {number} index
 * @property {AnswerModel["prompt"]} prompt
 * @property {AnswerModel["feedback"]} feedback
 * @property {string} theme
 * @property {string | undefined} notice
 *
 * Each is about the question that the person sees, and not about the one that may be coming.
 * @typedef {object} QuestionActions
 * @property {(question: string, answer: Answer | null) => void} answer
 * @property {(question: string) => void} lock
 * @property {(index: number) => void} move
 * @property {(question: string, flagged: boolean) => void} flag
 * @property {() => Promise<unknown>} settled  Resolves once what was done last is shown.
 * @property {() => void} finish
 * @property {(error: unknown) => void} fail
 */

/** What comes after the last question. @type {Record<QuestionModel["mode"], "see-score" | "hand-in" | "to-report">} */
const LAST = { practice: "see-score", exam: "hand-in", review: "to-report" };

/** A question, before it is marked or after. @param {QuestionModel} model */
const viewOf = ({ prompt, feedback }) => `${prompt.id} ${!!feedback}`;

/** @param {HTMLElement} element @param {QuestionActions} actions */
export function mount(element, actions) {
  /** @type {HTMLFormElement} */
  const form = clone("question");
  const part = (/** @type {string} */ selector) => find(form, selector);
  /** @type {HTMLButtonElement} */
  const go = find(form, ".go");
  const [asked, answerBox, feedbackBox] = [part("fieldset"), part(".answer"), part(".feedback")];
  const showTime = mountTimer(part(".time"), actions.finish);
  /** @type {QuestionModel} */
  let model;
  let shown = "";
  /** What is being left, or marked: it can be read a moment longer and not answered. */
  let left = "";
  /** @type {((model: AnswerModel) => void) | undefined} */
  let showAnswer;
  /** @type {import("./answer-sheet.js").Sheet | undefined} */
  let sheet;

  element.replaceChildren(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Whoever presses at once after the last letter means the whole answer.
    during(actions.settled().then(press));
  });
  // The second tap of a double tap would run past the feedback.
  go.addEventListener("click", (event) => event.detail > 1 && event.preventDefault());
  part(".back").addEventListener("click", () => move(model.index - 1));
  part(".flag").addEventListener("click", () => actions.flag(model.prompt.id, !isFlagged()));
  part(".open-sheet").addEventListener("click", () => withSheet((sheet) => sheet.open()));

  return (/** @type {QuestionModel} */ next) => {
    model = next;
    if (viewOf(model) !== left) left = "";
    asked.inert = !!left;
    const { attempt, index, mode, prompt } = model;
    const of = attempt.paper.questions.length;
    form.dataset.theme = model.theme;
    form.dataset.mode = mode;
    part(".line i").style.setProperty("width", `${(100 * (index + (model.feedback ? 1 : 0))) / of}%`);
    part(".count").textContent = say("nth", { n: index + 1, of });
    showTime(attempt.started, mode === "review" ? undefined : attempt.deadline);
    fillLine(part(".notice"), model.notice);
    showPrompt();
    showFeedback();
    if (prompt.id in attempt.answers) part(".hint").textContent = "";
    part(".back").hidden = mode === "practice" || index === 0;
    part(".flag").hidden = part(".open-sheet").hidden = mode !== "exam";
    part(".flag").setAttribute("aria-pressed", String(isFlagged()));
    go.textContent = say(goWord());
    if (mode === "exam") withSheet((sheet) => sheet.update(model.attempt, model.index));
  };

  function isFlagged() {
    return model.attempt.flagged.includes(model.prompt.id);
  }

  function isLast() {
    return model.index === model.attempt.paper.questions.length - 1;
  }

  function leave() {
    left = viewOf(model);
    asked.inert = true;
  }

  /** @param {number} index */
  function move(index) {
    if (index !== model.index) leave();
    actions.move(index);
  }

  function lock() {
    leave();
    actions.lock(model.prompt.id);
  }

  /** @param {Answer | null} answer */
  function answerThis(answer) {
    // Not every browser knows what is inert.
    if (!left) actions.answer(model.prompt.id, answer);
  }

  /** What the one big button does next. */
  function goWord() {
    if (model.mode === "practice" && !model.feedback) return "check";
    return isLast() ? LAST[model.mode] : "next";
  }

  function press() {
    const { mode, prompt, attempt, feedback } = model;
    part(".hint").textContent = "";
    // Who agrees with the order as it stands has nothing to move.
    const agreed = prompt.kind === "order" && !feedback && !(prompt.id in attempt.answers);
    if (agreed) answerThis({ order: (prompt.items ?? []).map(({ id }) => id) });
    if (mode === "practice" && !feedback) {
      if (agreed || prompt.id in attempt.answers) lock();
      else part(".hint").textContent = say("answer-first");
    } else if (!isLast()) {
      move(model.index + 1);
    } else if (mode === "exam") {
      withSheet((sheet) => sheet.handIn());
    } else {
      actions.finish();
    }
  }

  function showPrompt() {
    const { prompt, feedback, attempt, mode } = model;
    const key = `${attempt.started} ${prompt.id} ${lang()}`;
    if (shown !== key) {
      shown = key;
      part(".hint").textContent = "";
      part(".stem").textContent = prompt.stem;
      part(".kind").textContent = say("how", { kind: say(prompt.kind), how: say(`how-${prompt.kind}`) });
      showPicture();
      mountAnswer(key);
    }
    showAnswer?.({ prompt, feedback, answer: attempt.answers[prompt.id], review: mode === "review" });
  }

  function showPicture() {
    /** @type {HTMLImageElement} */
    const image = find(form, ".media");
    const { media } = model.prompt;
    image.hidden = !media;
    if (media) [image.src, image.alt] = [media.file, media.alt];
  }

  /** @param {string} key */
  function mountAnswer(key) {
    const { kind } = model.prompt;
    /** @param {{ mount: typeof mountChoices }} way */
    const take = ({ mount }) => {
      // Whoever has begun with the list under a picture goes on with it.
      if (shown !== key || answerBox.contains(document.activeElement)) return;
      showAnswer = mount(emptyBox(), answerThis);
      showPrompt();
    };
    const box = emptyBox();
    showAnswer = undefined;
    if (isRare(kind)) {
      use(() => wayOf(kind), take);
      return;
    }
    showAnswer = mountChoices(box, answerThis);
    // Where this never comes, the list is enough.
    if (kind === "spot") during(spotPicture().then(take, () => {}));
  }

  /** A new element each time, so that listeners of what was there before are gone with it. */
  function emptyBox() {
    const box = make("div");
    answerBox.replaceChildren(box);
    return box;
  }

  function showFeedback() {
    const { feedback, prompt, mode } = model;
    const known = feedbackBox.dataset.of;
    const wanted = feedback ? `${prompt.id} ${lang()}` : "";
    if (known === wanted) return;
    feedbackBox.dataset.of = wanted;
    feedbackBox.replaceChildren();
    if (!feedback) return;
    // The choices are closed now, and what has the focus must not be.
    if (mode === "practice") go.focus({ preventScroll: true });
    use(afterAnswer, ({ feedbackPanel }) => {
      if (feedbackBox.dataset.of !== wanted) return;
      feedbackBox.replaceChildren(feedbackPanel(prompt, feedback));
      // What there is to see of a picture is told in it.
      if (mode === "practice" && prompt.kind !== "spot") feedbackBox.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {(sheet: import("./answer-sheet.js").Sheet) => void} show */
  function withSheet(show) {
    use(afterAnswer, ({ mountSheet }) => show((sheet ??= mountSheet(form, { ...actions, move }))));
  }

  /**
   * Does something with a part of the page that may still have to come.
   * @template T
   * @param {() => Promise<T>} part
   * @param {(module: T) => void} then
   */
  function use(part, then) {
    during(part().then(then).catch(actions.fail));
  }
}
