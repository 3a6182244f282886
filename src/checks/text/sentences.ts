/** A sentence of a passage, with its offsets in the passage's text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words before a full stop that do not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|No|Nos|vs|etc|approx|cf|para|paras|pp?|ed|eds|vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b(?:[a-z]\.)?[a-zA-Z])$/;

/** Splits a text at full stops, question and exclamation marks followed by a space and a new beginning. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const mark of text.matchAll(/(?<![.!?])[.!?]+["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])/gu)) {
    if (text[mark.index] === '.' && ABBREVIATION.test(text.slice(start, mark.index))) continue;
    const end = mark.index + mark[0].length;
    sentences.push({
      text: text.slice(start, end).trimEnd(),
      start,
      end: start + text.slice(start, end).trimEnd().length,
    });
    start = end;
  }
  if (start < text.length) sentences.push({ text: text.slice(start), start, end: text.length });
  return sentences;
}
