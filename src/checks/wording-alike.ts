import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type AreaDocument, type RecommendationDocument } from '../model/document.ts';
import type { Check } from './check.ts';
import { significantStems, stem } from './text/significant-words.ts';

/** Words whose exchange makes another matter of the same sentence. */
const CONTRASTS = new Set(
  `north south east west northern southern eastern western central primary secondary first second third fourth boys girls
  men women male female adult adults child children younger older urban rural internal external current future short long
  term annual monthly quarterly public private staff members parents carers pupils patients residents tenants phase`
    .split(/\s+/)
    .map(stem),
);
const LEAST_WORDS = 5;

interface Wording {
  readonly document: AreaDocument | RecommendationDocument;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/**
 * Finds two areas, or two recommendations, that say nearly the same. Sentences built alike about different things
 * (“… in the north”, “… in the south”; one name or number exchanged for another) are left alone, and so are short ones.
 */
export const wordingAlike: Check = {
  code: 'wording-alike',
  find: ({ review }) => [
    ...likenesses('Area', review.areas),
    ...likenesses(
      'Recommendation',
      review.recommendations.filter(({ data }) => data.kind !== 'conclusion'),
    ),
    ...likenesses(
      'Conclusion',
      review.recommendations.filter(({ data }) => data.kind === 'conclusion'),
    ),
  ],
};

function likenesses(noun: string, documents: readonly (AreaDocument | RecommendationDocument)[]): Diagnostic[] {
  const wordings = documents.flatMap((document): Wording[] => {
    const text = document.data.wording;
    return text === undefined ? [] : [{ document, text, stems: significantStems(text) }];
  });
  return wordings.flatMap((one, index) => {
    const earlier = wordings.slice(0, index).filter((other) => isAlike(one, other));
    const [first] = earlier;
    if (!first) return [];
    const numbers = earlier.map(({ document }) => document.data.number).join(' and ');
    return [
      diagnostic(
        'wording-alike',
        fieldPlace(one.document, 'wording'),
        `${noun} ${one.document.data.number} says nearly the same as ${noun.toLowerCase()} ${numbers}.`,
        {
          hint: 'Join the two, or make plain in the wording how they differ.',
          related: earlier.map(({ document }) => ({
            ...fieldPlace(document, 'wording'),
            message: `This is ${noun.toLowerCase()} ${document.data.number}.`,
          })),
        },
      ),
    ];
  });
}

function isAlike(a: Wording, b: Wording): boolean {
  const least = Math.min(a.stems.size, b.stems.size);
  const most = Math.max(a.stems.size, b.stems.size);
  if (least < LEAST_WORDS || least < most * 0.6) return false;
  let shared = 0;
  for (const one of a.stems) if (b.stems.has(one)) shared++;
  if (shared < least * 0.85 || shared < (a.stems.size + b.stems.size - shared) * 0.6) return false;
  if (shared === least) return !differOnlyInNumbers(a.text, b.text);
  return !(isAnother(a, b) && isAnother(b, a)) && !differOnlyInNumbers(a.text, b.text);
}

/** True when what only `a` says is a name, a number or one side of a contrast. */
function isAnother(a: Wording, b: Wording): boolean {
  return [...a.text.matchAll(/[\p{L}\p{N}]+/gu)].some(([word], index) => {
    const own = stem(word);
    if (!a.stems.has(own) || b.stems.has(own)) return false;
    return /\d/.test(word) || CONTRASTS.has(own) || (index > 0 && /^\p{Lu}/u.test(word));
  });
}

function differOnlyInNumbers(a: string, b: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).join(' ');
  return numbers(a) !== '' && numbers(b) !== '' && numbers(a) !== numbers(b);
}
