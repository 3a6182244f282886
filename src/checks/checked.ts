import type { Catalogue } from '../model/catalogue.ts';
import { diagnostic, type Diagnostic, type KeptFinding } from '../model/diagnostic.ts';
import { fieldPlace, type Document } from '../model/document.ts';
import { lineText, positionOf, type Place, type Span } from '../model/source.ts';
import { nearest } from '../model/suggest.ts';
import { ALL_CODES } from '../diagnostics/codes.ts';

export interface Judged {
  /** Findings that stand, and judgements that no longer apply. */
  readonly diagnostics: readonly Diagnostic[];
  readonly kept: readonly KeptFinding[];
}

/** `checked word-doubled (the quay): the original has it so` */
const COMMENT = /^checked\s+([a-z]+(?:-[a-z]+)+)(?![\w-])\s*(?:\(([^)]*)\))?\s*(?:[:—–-]\s*(.*))?$/is;

interface Judgement {
  readonly code: string;
  readonly about: string | undefined;
  readonly because: string;
  readonly place: Place;
  /** Lines (from 1) that a comment beside the text speaks of; front matter speaks of the whole file. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
}

/**
 * Takes out the findings that the clerk recorded as checked, in front matter (`checked:`) or in a comment beside the
 * line (`<!-- checked code: reason -->`). Errors can't be kept. A judgement that matches nothing is reported.
 */
export function applyJudgements(
  catalogue: Catalogue,
  documents: Iterable<Document>,
  findings: readonly Diagnostic[],
): Judged {
  const judgements = new Map<string, Judgement[]>();
  for (const document of documents) {
    const own = judgementsIn(document);
    if (own.length > 0) judgements.set(document.path, own);
  }
  const used = new Set<Judgement>();
  const diagnostics: Diagnostic[] = [];
  const kept: KeptFinding[] = [];
  for (const finding of findings) {
    const places = [finding, ...(finding.related ?? [])];
    const match =
      finding.severity === 'error'
        ? undefined
        : places.flatMap((place) =>
            (judgements.get(place.file) ?? []).filter((judgement) => speaksOf(catalogue, judgement, finding, place)),
          )[0];
    if (match) {
      used.add(match);
      kept.push({ finding, because: match.because });
    } else diagnostics.push(finding);
  }
  // Whether other sites answer is asked on demand only, so nothing can be said of judgements on that.
  for (const judgement of [...judgements.values()].flat())
    if (!used.has(judgement) && judgement.code !== 'external-broken') diagnostics.push(unused(judgement));
  return { diagnostics, kept };
}

function judgementsIn(document: Document): Judgement[] {
  const fields = (document.data.checked ?? []).map(({ code, about, because }, index) => ({
    code,
    about,
    because,
    place: fieldPlace(document, 'checked', index, 'code'),
    lines: undefined,
  }));
  const comments = document.body.comments.flatMap((comment) => {
    const match = COMMENT.exec(comment.text);
    if (!match) return [];
    const [, code, about, because = ''] = match as unknown as [string, string, string?, string?];
    return [
      {
        code,
        about,
        because: because.replace(/\s+/g, ' ').trim(),
        place: { file: document.path, span: comment.span },
        lines: linesBeside(document, comment.span),
      },
    ];
  });
  return [...fields, ...comments];
}

/** A comment speaks of its own lines and, standing alone, of the block below it. */
function linesBeside(document: Document, span: Span): { first: number; last: number } {
  const { text } = document.source;
  const { line, endLine } = positionOf(text, span);
  const isAlone = lineText(text, line).trim().startsWith('<!--') && lineText(text, endLine).trim().endsWith('-->');
  if (!isAlone) return { first: line, last: endLine };
  const below = document.body.blocks.find((block) => block.span.start >= span.end);
  return { first: line, last: below ? positionOf(text, below.span).endLine : endLine };
}

function speaksOf(catalogue: Catalogue, judgement: Judgement, finding: Diagnostic, place: Place): boolean {
  if (judgement.code !== finding.code || judgement.because === '') return false;
  const text = catalogue.sources.get(place.file)?.text ?? '';
  const { line } = positionOf(text, place.span);
  if (judgement.lines && (line < judgement.lines.first || line > judgement.lines.last)) return false;
  if (judgement.about === undefined) return true;
  const about = judgement.about.toLowerCase();
  return `${finding.message}\n${lineText(text, line)}`.toLowerCase().includes(about);
}

function unused(judgement: Judgement): Diagnostic {
  const isKnown = (ALL_CODES as readonly string[]).includes(judgement.code);
  const meant = isKnown ? undefined : nearest(judgement.code, ALL_CODES);
  if (isKnown && judgement.because === '')
    return diagnostic('checked-unused', judgement.place, `Why “${judgement.code}” is right here is not said.`, {
      hint: `Write the reason after a colon: <!-- checked ${judgement.code}: … -->`,
    });
  return diagnostic(
    'checked-unused',
    judgement.place,
    isKnown
      ? `Nothing is found here any more that “${judgement.code}” would be about.`
      : `No finding has the code “${judgement.code}”.`,
    {
      hint: meant
        ? `Did you mean ${meant}?`
        : 'Remove this entry, or see that `about` quotes words of the message or of the line.',
    },
  );
}
