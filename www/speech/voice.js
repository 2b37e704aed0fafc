// @ts-check

/**
 * What a voice is, as far as choosing one goes.
 * @typedef {Pick<SpeechSynthesisVoice, "lang" | "localService">} Voice
 *
 * Why a language can be read aloud, or not: nothing here speaks at all, nothing speaks this language, or what does would
 * send every sentence over the network.
 * @typedef {"ready" | "mute" | "foreign" | "online"} Speech
 */

/**
 * The voice that reads a language on this device. What is read goes nowhere, so voices that ask a server do not count.
 * @template {Voice} T
 * @param {T[]} voices
 * @param {string} lang
 */
export function voiceFor(voices, lang) {
  const fit = voices.filter((voice) => voice.localService && speaks(voice, lang));
  return fit.find((voice) => tagOf(voice) === lang.toLowerCase()) ?? fit[0];
}

/** Whether a language can be read aloud. @param {Voice[]} voices @param {string} lang @returns {Speech} */
export function speechIn(voices, lang) {
  if (!voices.length) return "mute";
  if (voiceFor(voices, lang)) return "ready";
  return voices.some((voice) => speaks(voice, lang)) ? "online" : "foreign";
}

/** Some systems write `zh_CN`, some name Mandarin itself: `cmn-Hans-CN`. @param {Voice} voice */
const tagOf = ({ lang }) => lang.toLowerCase().replaceAll("_", "-").replace(/^cmn\b/, "zh");

/** Cantonese is written as Chinese and understood by few here. @param {Voice} voice @param {string} lang */
function speaks(voice, lang) {
  const tag = tagOf(voice);
  return tag.split("-")[0] === lang.split("-")[0] && !/^zh\b.*-(hk|mo)\b/.test(tag);
}
