import type { Review } from '../../model/catalogue.ts';
import type { Person } from '../../model/kinds.ts';
import { fold } from '../../model/suggest.ts';
import { knownPeople } from './persons.ts';
import type { Passage, ReviewText } from './passages.ts';
import type { Sentence } from './sentences.ts';

/** A role that says that a councillor is in the record, but not one of those who review. */
const NOT_OF_GROUP =
  /\b(?:portfolio|cabinet|executive|leader|mayor|observer|observing|substitute|witness|ward|former|formerly|previous|until|from|since|withdrew|withdrawn|left|resigned|joined|replaced|guest|invited|spokes)\b/i;

/** True for a member of the reviewing group itself, throughout. */
export function isOfGroup({ group, role }: Person): boolean {
  return group === 'member' && !(role !== undefined && NOT_OF_GROUP.test(role));
}

/** A sentence that says that somebody left, joined or replaced. */
export interface Change {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly key: string;
  readonly kind: 'left' | 'joined';
  /** Offsets of the words that say so, in the passage. */
  readonly start: number;
  readonly end: number;
}

const LEFT =
  /^\s+(?:(?:had|has|have|having|was|were|also|then|since|subsequently|later|formally)\s+)*(?:withdrawn|withdrew|resigned|stood down|stepped down|left)\b(?=(?:\s+(?:from|as)\b[^.]{0,40})?[^.]{0,60}?\b(?:group|panel|committee|review|inquiry|council|membership|tfg|member)\b)/i;
const JOINED =
  /^\s+(?:(?:had|has|was|were|also|then|since|subsequently|later)\s+)*(?:joined (?:the|this)\s[^.]{0,40}\b(?:group|panel|committee|review|inquiry)|replaced|(?:been )?appointed to (?:the|this)\s[^.]{0,40}\b(?:group|panel|committee|review|inquiry))/i;
const QUICK = /withdr|resign|stood down|stepped down|\bleft\b|joined|replaced|appointed/i;

const found = new WeakMap<ReviewText, readonly Change[]>();

/** Every sentence that says of a listed person that he or she left the reviewing group, joined it or replaced somebody. */
export function changesIn(review: Review, text: ReviewText): readonly Change[] {
  const before = found.get(text);
  if (before) return before;
  const people = knownPeople(review);
  const changes = text.passages.flatMap((passage) =>
    !QUICK.test(passage.text)
      ? []
      : text.sentences(passage).flatMap((sentence) =>
          people.flatMap(({ key, words }) => {
            const at = fold(sentence.text).indexOf(fold(words.at(-1)!));
            if (at === -1 || !QUICK.test(sentence.text)) return [];
            const from = at + words.at(-1)!.length;
            const rest = sentence.text.slice(from);
            const match = LEFT.exec(rest) ?? JOINED.exec(rest);
            if (!match) return [];
            const kind = LEFT.test(rest) ? ('left' as const) : ('joined' as const);
            const start = sentence.start + at;
            return [{ passage, sentence, key, kind, start, end: sentence.start + from + match[0].length }];
          }),
        ),
  );
  found.set(text, changes);
  return changes;
}
