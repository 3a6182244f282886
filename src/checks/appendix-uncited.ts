import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import { labelsOf } from '../model/reference.ts';
import type { Review } from '../model/catalogue.ts';
import type { Check } from './check.ts';

/** What readers look up by themselves. */
const LOOKED_UP =
  /\b(?:terms|glossary|abbreviations|acronyms|acknowledgements?|bibliography|references|witnesses|contributors|submissions|membership|contacts?)\b/i;

/**
 * Finds appendices that nothing in the review refers to by letter. Notes of a meeting count as cited where the report
 * names the meeting; a glossary or a list of witnesses needs no citation. A review without a narrative, or one that cites none of its appendices, is left alone: there the
 * list of appendices is the reference.
 */
export const appendixUncited: Check = {
  code: 'appendix-uncited',
  find: ({ review }) => {
    if (review.index.restricted || !review.index.body.blocks.some(({ kind }) => kind !== 'heading')) return [];
    const lettered = letteredDocuments(review);
    const cited = citations(review);
    const uncited = lettered.filter(
      ({ letter, document }) =>
        !LOOKED_UP.test(document.kind === 'appendix' ? document.data.title : '') &&
        !isCited(cited, `appendix ${letter}`, document) &&
        !isMeetingCited(cited, document),
    );
    if (uncited.length === lettered.length) return [];
    return uncited.map(({ letter, document, field }) =>
      diagnostic(
        'appendix-uncited',
        fieldPlace(document, field),
        `Nothing in this review refers to appendix ${letter}.`,
        {
          hint: `Write “appendix ${letter}” where the report rests on it, or take it out.`,
        },
      ),
    );
  },
};

interface Lettered {
  readonly letter: string;
  readonly document: Document;
  readonly field: string;
}

function letteredDocuments(review: Review): Lettered[] {
  const appendices = review.appendices.map((document) => ({ letter: document.data.letter, document, field: 'letter' }));
  const notes = review.meetings.flatMap((document) =>
    document.data.appendix === undefined ? [] : [{ letter: document.data.appendix, document, field: 'appendix' }],
  );
  return [...appendices, ...notes].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** `appendix B` → paths of the documents that refer to it. */
function citations(review: Review): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  const add = (key: string, path: string) => {
    const known = cited.get(key);
    if (known) known.add(path);
    else cited.set(key, new Set([path]));
  };
  for (const document of [
    review.index,
    ...review.areas,
    ...review.meetings,
    ...review.recommendations,
    ...review.appendices,
  ]) {
    const targets = [
      ...document.body.references.map(({ target }) => target),
      ...document.texts.flatMap(({ references }) => references),
    ];
    for (const target of targets) {
      if (target.kind !== 'appendix' && target.kind !== 'meeting') continue;
      for (const label of labelsOf(target)) add(`${target.kind} ${label.toUpperCase()}`, document.path);
    }
    for (const { href } of document.body.links)
      add(`link ${href.replace(/^.*\//, '').replace(/\.md.*$/, '')}`, document.path);
  }
  return cited;
}

function isCited(cited: ReadonlyMap<string, ReadonlySet<string>>, key: string, document: Document): boolean {
  const from = [...(cited.get(key) ?? []), ...(cited.get(`link ${document.name}`) ?? [])];
  return from.some((path) => path !== document.path);
}

function isMeetingCited(cited: ReadonlyMap<string, ReadonlySet<string>>, document: Document): boolean {
  return document.kind === 'meeting' && isCited(cited, `meeting ${document.data.number}`, document);
}
