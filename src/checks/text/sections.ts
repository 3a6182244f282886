import { spanInBlock, type Heading } from '../../model/body.ts';
import type { Document } from '../../model/document.ts';
import { normaliseLabel } from '../../model/reference.ts';
import type { Place } from '../../model/source.ts';
import { findDates } from './prose-dates.ts';

/** A section of a document with the author's own number. */
export interface Section {
  /** `2.0` is `2`. */
  readonly label: string;
  readonly heading: Heading;
  /** Of the number. */
  readonly place: Place;
}

/** The numbered sections of a document in order; items of a list printed as headings and dates are none. */
export function sectionsOf(document: Document): Section[] {
  const numbered: Heading[] = [];
  return document.body.headings.flatMap((heading) => {
    if (heading.number === undefined || startsWithDate(heading.text)) return [];
    const label = normaliseLabel('section', heading.number);
    const above = numbered.findLast((other) => other.level < heading.level);
    // “1. To endorse …” below “3.0 Recommendations” is an item of a list.
    if (above && !label.startsWith(`${normaliseLabel('section', above.number!)}.`)) return [];
    numbered.push(heading);
    const block = document.body.blocks[heading.block]!;
    const start = heading.text.indexOf(heading.number);
    return [
      {
        label,
        heading,
        place: { file: document.path, span: spanInBlock(block, start, start + heading.number.length) },
      },
    ];
  });
}

function startsWithDate(text: string): boolean {
  return findDates(text)[0]?.start === 0;
}
