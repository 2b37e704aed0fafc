// @ts-check

/**
 * Where a sentence may end: at a mark that ends one, with whatever closes behind it and the space that follows. A full
 * stop of the Latin script counts only before a space, so 3.5 is one number, and not before a small letter.
 */
const END = /(?:[。！？；…།༎]+|[.!?]+(?=["'”’」』）)\]]*(?:\s+(?!\p{Ll})|$))|[!?]+(?=\p{Script=Han}))["'”’」』）)\]]*\s*/gu;

/** What has a full stop behind it in the middle of a sentence: short words, initials and the letter of a choice. */
const SHORT = /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|approx|fig|art|mr|mrs|ms|dr|st|vs|[a-z])\.$/iu;

/** "No." is a number where a digit follows, and else an answer. */
const NUMBER = /(?:^|\s)no\.$/iu;

/**
 * The sentences of a text in Chinese, English or Tibetan. Put together they are the text again.
 * @param {string} text
 * @returns {string[]}
 */
export function sentences(text) {
  const found = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (goesOn(text.slice(start, end).trimEnd(), text.slice(end))) continue;
    found.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) found.push(text.slice(start));
  return found;
}

/** Whether a sentence goes on behind its full stop. @param {string} before @param {string} after */
const goesOn = (before, after) => !!after && (SHORT.test(before) || (NUMBER.test(before) && /^\d/.test(after)));
