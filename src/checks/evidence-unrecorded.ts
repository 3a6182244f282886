import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Check, CheckInput } from './check.ts';
import { placeIn, type Passage } from './text/passages.ts';
import { comparisonFor } from './text/significant-words.ts';

/** A heading, or the question of a form's row, that lists what evidence is wanted. */
const ASKS_FOR_EVIDENCE =
  /^(?:\d[\d.]*\s+)?(?:what )?(?:new |further |additional |key |written |other )?(?:evidence|information)(?: and (?:evidence|information|data))?(?: that)?(?: is| are| we)? (?:needed|required|sought|wanted|to be (?:gathered|collected|considered|heard))(?: (?:for|by|from) [\w ]+)?[?:]?$|^(?:\d[\d.]*\s+)?(?:required|needed) evidence$/i;
/** Items that ask for a thing to be shown: somebody must have shown it, its subject alone is not enough. */
const SHOWN: readonly { readonly asks: RegExp; readonly met: RegExp }[] = [
  {
    asks: /^(?:an? |the )?(?:examples?|samples?|specimens?|copy|copies)\b/i,
    met: /\b(?:(?<!for )examples?|samples?|specimens?|copy|copies|tabled|saw|seen|shown to|looked at|examined|provided with)\b/i,
  },
  { asks: /^(?:an? |the )?(?:practical )?demonstrations?\b/i, met: /\bdemonstrat|\bshow(?:ed|n)\b/i },
  { asks: /^(?:an? |the )?(?:site )?visits?\b/i, met: /\bvisit/i },
  { asks: /^(?:an? |the )?(?:[\p{L}-]+ )?(?:surveys?|questionnaires?)\b/iu, met: /\bsurvey|\bquestionnaire|\brespon/i },
];
/** Who was to bring it and how it was to come: the words of the record may be others. */
const CARRIERS =
  /\b(?:partners?|representatives?|colleagues|witnesses|stakeholders|officers?|updates?|feedback|views?|outcomes?|discussions?|results?|what|came|come|have to say|relevant|existing|details?|background|presentations?|information|evidence)\b/gi;

interface Wanted {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
}

/**
 * Finds evidence that the scope asked for (items under a heading such as “Evidence needed”, or in that row of a form) and
 * that neither a meeting's notes nor the narrative speak of. An item most of whose words stand together in one sentence
 * or passage is recorded; so is one with no words of its own.
 */
export const evidenceUnrecorded: Check = {
  code: 'evidence-unrecorded',
  find: (input) => {
    const { review, text } = input;
    // Without notes there is no telling what was heard.
    if (review.index.data.status === 'scoping' || review.index.data.status === 'gathering-evidence') return [];
    if (!review.meetings.some((meeting) => meeting.body.blocks.length > 1)) return [];
    const wanted = wantedIn(input);
    if (wanted.length === 0) return [];
    const comparison = comparisonFor(review);
    const asking = new Set(wanted.map(({ passage }) => passage));
    const told = text.passages
      .filter((passage) => isRecord(passage) && !asking.has(passage))
      .map((passage) => ({ passage, stems: comparison.stemsOf(passage.text) }));
    return wanted.flatMap(({ passage, start, text: item }): Diagnostic[] => {
      const shown = SHOWN.find(({ asks }) => asks.test(item));
      const subject = shown ? item.replace(shown.asks, ' ') : item;
      const stems = comparison.stemsOf(subject.replace(/\([^)]*\)/g, ' ').replace(CARRIERS, ' '));
      const whole = comparison.weigh(stems);
      if (whole === 0) return [];
      const isTold = told.some((one) => {
        if (comparison.shared(stems, one.stems) < whole * 0.5) return false;
        if (!shown) return comparison.shared(stems, one.stems) >= whole * 0.6;
        return text
          .sentences(one.passage)
          .some(
            (sentence) =>
              shown.met.test(sentence.text) &&
              comparison.shared(stems, comparison.stemsOf(sentence.text)) >= whole * 0.5,
          );
      });
      if (isTold) return [];
      return [
        diagnostic(
          'evidence-unrecorded',
          placeIn(passage, start, start + item.length),
          `The scope asks for this evidence, but no meeting records it: “${item.replace(/[.;]$/, '')}”.`,
          {
            hint: 'Write in the notes of the meeting that saw it what was shown, or say in the report why it was not needed.',
          },
        ),
      ];
    });
  },
};

function isRecord({ document, block }: Passage): boolean {
  return (document.kind === 'meeting' || document.kind === 'review') && block.kind !== 'heading';
}

function wantedIn({ review, text }: CheckInput): Wanted[] {
  return [review.index, ...review.meetings, ...review.appendices].flatMap((document) => {
    const passages = text.of(document).filter(({ index }) => index >= 0);
    return passages.flatMap((passage, at) => {
      if (passage.block.kind === 'item')
        return text.headings(passage).some((heading) => ASKS_FOR_EVIDENCE.test(heading)) ? pieces(passage) : [];
      const question = passages[at - 1];
      const isAnswer = passage.block.kind === 'cell' && question?.block.kind === 'cell';
      return isAnswer && ASKS_FOR_EVIDENCE.test(question.text) ? pieces(passage) : [];
    });
  });
}

/** The items of a list; of a cell with bullets in it, each of them. */
function pieces(passage: Passage): Wanted[] {
  const isList = passage.text.includes('•');
  return [...passage.text.matchAll(/[^•]+/g)].flatMap((match) => {
    if (isList && match.index === 0) return [];
    const text = match[0].replace(/<[^>]*>.*$/, '').trim();
    if (text === '' || /:$/.test(text)) return [];
    return [{ passage, start: match.index + match[0].indexOf(text), text }];
  });
}
