import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import type { Review } from '../model/catalogue.ts';
import { fold } from '../model/suggest.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

const NOTES_OF =
  /\b(?:notes|minutes|record|summary|transcript)\b[^.;]{0,30}?\b(?:of|from|for)\s+(?:the\s+)?meeting\s+(\d{1,2})\b[^.;]{0,40}$/i;
const UNLETTERED =
  /\b(?:see|in|at|as|to|into|with)\s+(?:the|an)\s+(?:attached\s+)?appendix\b(?!\s+(?:[A-Z0-9]\b|(?:to|of|in|on|for|with|by)\b))/i;

/** Texts without it cite none. */
const QUICK = /appendix/i;

/**
 * Finds appendices cited by another letter than theirs (“the notes of meeting 2 are at appendix C”, “the scoping
 * document (appendix B)”) and appendices spoken of without a letter where there are several. “An appendix to the
 * Ofsted report” is somebody else's.
 */
export const appendixMislabelled: Check = {
  code: 'appendix-mislabelled',
  find: ({ review, text }) => {
    const titles = titlesOf(review);
    const letters = [...review.targets.keys()].filter((key) => key.startsWith('appendix '));
    return text.passages.flatMap((passage) => {
      const cited = passage.references.flatMap((reference) => {
        if (reference.kind !== 'appendix' || reference.external || reference.parts.length > 1) return [];
        const label = reference.parts[0]!.label.toUpperCase();
        const meant = meantBy(review, titles, passage.text, reference.start);
        if (!meant || meant.letter === label || !review.targets.has(`appendix ${label}`)) return [];
        return [
          diagnostic(
            'appendix-mislabelled',
            placeIn(passage, reference.start, reference.end),
            `The text cites appendix ${label} here, but ${meant.words} is appendix ${meant.letter}.`,
            {
              hint: `Write appendix ${meant.letter}, or give the documents other letters.`,
              related: [{ ...fieldPlace(meant.document, meant.field), message: `Here is appendix ${meant.letter}.` }],
            },
          ),
        ];
      });
      const isLookedAt = letters.length > 1 && passage.index >= 0 && QUICK.test(passage.text);
      const bare = isLookedAt ? UNLETTERED.exec(passage.text) : null;
      if (!bare) return cited;
      const at = bare.index + bare[0].length;
      return [
        ...cited,
        diagnostic(
          'appendix-mislabelled',
          placeIn(passage, at - 'appendix'.length, at),
          'This appendix is cited without its letter.',
          {
            hint: `Write its letter: the appendices are ${letters
              .map((key) => key.slice('appendix '.length))
              .sort()
              .join(', ')}.`,
            severity: 'advice',
          },
        ),
      ];
    });
  },
};

interface Meant {
  readonly letter: string;
  readonly words: string;
  readonly document: Document;
  readonly field: string;
}

function titlesOf(review: Review): (Meant & { readonly title: string })[] {
  return review.appendices
    .map((document) => ({
      letter: document.data.letter,
      words: `“${document.data.title}”`,
      title: fold(document.data.title),
      document,
      field: 'letter',
    }))
    .filter(({ title }) => title.length > 6);
}

/** What the words right before a citation name: a meeting's notes, or an appendix by its title. */
function meantBy(review: Review, titles: ReturnType<typeof titlesOf>, text: string, at: number): Meant | undefined {
  const before = text.slice(Math.max(0, at - 120), at);
  const notes = NOTES_OF.exec(before);
  if (notes) {
    const document = review.meetings.find(({ data }) => data.number === Number(notes[1]));
    const letter = document?.data.appendix;
    return letter === undefined
      ? undefined
      : { letter, words: `the record of meeting ${notes[1]}`, document: document!, field: 'appendix' };
  }
  const said = fold(before).replace(/[\s,]*(?:\(|\(see |is |are |at |in |as |see |attached (?:at|as) )*$/, '');
  return titles.find(({ title }) => said.endsWith(title));
}
