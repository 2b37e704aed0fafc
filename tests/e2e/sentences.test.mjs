// How a text is cut into the sentences that are read aloud, and which voice reads them.
import assert from "node:assert/strict";

import { sentences } from "../../www/speech/sentences.js";
import { speechIn, voiceFor } from "../../www/speech/voice.js";
import { tell } from "./telling.mjs";
import { site, wordsOf } from "./words.mjs";

const cut = (text) => sentences(text).map((sentence) => sentence.trim());

tell("Chinese is cut behind its full stops, questions, calls and semicolons", () => {
  assert.deepEqual(cut("关上阀门。打开窗户！到屋外再打电话；不要开灯？好"), [
    "关上阀门。", "打开窗户！", "到屋外再打电话；", "不要开灯？", "好",
  ]);
});

tell("what closes behind a mark goes with it", () => {
  assert.deepEqual(cut("他说：“快跑！”大家都跑了。（别坐电梯。）"), ["他说：“快跑！”", "大家都跑了。", "（别坐电梯。）"]);
  assert.deepEqual(cut("She said “Run!” Then we ran. (Not by lift.) Good."), [
    "She said “Run!”", "Then we ran.", "(Not by lift.)", "Good.",
  ]);
});

tell("several marks in a row end one sentence", () => {
  assert.deepEqual(cut("真的吗？！等一等……好。"), ["真的吗？！", "等一等……", "好。"]);
  assert.deepEqual(cut("Really?! Wait... Go."), ["Really?!", "Wait...", "Go."]);
});

tell("numbers, short words and letters of choices do not end a sentence", () => {
  assert.deepEqual(cut("Keep 3.5 m away. It is 0.5 m wide."), ["Keep 3.5 m away.", "It is 0.5 m wide."]);
  assert.deepEqual(cut("Use e.g. Type C plugs. Ask Dr. Li or No. 5."), ["Use e.g. Type C plugs.", "Ask Dr. Li or No. 5."]);
  assert.deepEqual(cut("A. Shut the valve. B. Run."), ["A. Shut the valve.", "B. Run."]);
  assert.deepEqual(cut("离电线0.5米以上。每层3.5米。"), ["离电线0.5米以上。", "每层3.5米。"]);
});

tell("no by itself is an answer", () => assert.deepEqual(cut("Is it safe? No. Leave."), ["Is it safe?", "No.", "Leave."]));

tell("Tibetan is cut behind its strokes", () => {
  assert.deepEqual(cut("བཀྲ་ཤིས་བདེ་ལེགས། ཐུགས་རྗེ་ཆེ།"), ["བཀྲ་ཤིས་བདེ་ལེགས།", "ཐུགས་རྗེ་ཆེ།"]);
});

tell("nothing is nothing, and a text without an end is one sentence", () => {
  assert.deepEqual(sentences(""), []);
  assert.deepEqual(sentences("火警电话是多少"), ["火警电话是多少"]);
});

tell("no text of any question loses a letter, and none is cut into crumbs", () => {
  for (const lang of site.langs) {
    const texts = Object.keys(site.banks).flatMap((theme) => wordsOf(theme, lang).flatMap(({ stem, explanation }) => [stem, explanation]));
    assert(texts.length > 500);
    for (const text of texts) {
      assert.equal(sentences(text).join(""), text);
      for (const sentence of sentences(text)) assert.match(sentence, /[\p{L}\p{N}]/u, text);
    }
  }
});

const voice = (lang, localService = true) => ({ lang, localService });

tell("a voice of the language and the country is taken before one of the language", () => {
  const voices = [voice("en-GB"), voice("zh-TW"), voice("zh_CN"), voice("en-US")];
  assert.equal(voiceFor(voices, "zh-CN"), voices[2]);
  assert.equal(voiceFor(voices, "en"), voices[0]);
  assert.equal(voiceFor([voice("cmn-Hans-CN")], "zh-CN").lang, "cmn-Hans-CN");
});

tell("a Cantonese voice does not read Mandarin, and nothing is sent to a server to be read", () => {
  const voices = [voice("zh-HK"), voice("zh_HK_#Hant"), voice("yue-Hant-HK"), voice("zh-CN", false)];
  assert.equal(voiceFor(voices, "zh-CN"), undefined);
  assert.equal(speechIn(voices, "zh-CN"), "online");
});

tell("why a language is not read is told apart", () => {
  assert.equal(speechIn([], "en"), "mute");
  assert.equal(speechIn([voice("de-DE")], "en"), "foreign");
  assert.equal(speechIn([voice("en-IN")], "en"), "ready");
  assert.equal(speechIn([voice("zh-CN"), voice("en-US")], "bo"), "foreign");
});
