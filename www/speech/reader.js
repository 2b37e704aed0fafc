// @ts-check
/** @import { Piece } from "./rows.js" */

/**
 * Reads pieces aloud, one after the other. Phones differ in what pausing in the middle of a sentence does, so a pause
 * ends the sentence, and going on begins it again.
 * @typedef {object} Reader
 * @property {(pieces: Piece[], voice: SpeechSynthesisVoice, rate: number) => void} read
 * @property {() => void} pause
 * @property {() => void} goOn
 * @property {() => void} stop
 * @property {() => "silent" | "reading" | "paused"} state
 *
 * @param {(piece: Piece | undefined) => void} show  Is told what is being read from now on.
 * @returns {Reader}
 */
export function makeReader(show) {
  /** @type {{ pieces: Piece[], voice: SpeechSynthesisVoice, rate: number, at: number } | undefined} */
  let reading;
  /** Some browsers drop an utterance that nobody holds, and never say that it has ended. @type {SpeechSynthesisUtterance | undefined} */
  let uttered;

  return {
    read(pieces, voice, rate) {
      hush();
      reading = { pieces, voice, rate, at: 0 };
      utter();
    },
    pause() {
      hush();
      show(reading?.pieces[reading.at]);
    },
    goOn: utter,
    stop,
    state: () => (!reading ? "silent" : uttered ? "reading" : "paused"),
  };

  function utter() {
    const piece = reading?.pieces[reading.at];
    if (!reading || !piece) return stop();
    const utterance = new SpeechSynthesisUtterance(piece.text);
    Object.assign(utterance, { voice: reading.voice, lang: reading.voice.lang, rate: reading.rate });
    // What was called off may still say that it has ended.
    utterance.onend = () => uttered === utterance && next();
    utterance.onerror = () => uttered === utterance && stop();
    uttered = utterance;
    speechSynthesis.speak(utterance);
    show(piece);
    return undefined;
  }

  function next() {
    if (reading) reading.at += 1;
    utter();
  }

  function stop() {
    if (!reading) return;
    reading = undefined;
    hush();
    show(undefined);
  }

  function hush() {
    if (!uttered) return;
    uttered = undefined;
    speechSynthesis.cancel();
  }
}
