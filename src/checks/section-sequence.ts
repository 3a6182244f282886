import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Check } from './check.ts';
import { sectionsOf, type Section } from './text/sections.ts';

/**
 * Finds section numbers of a document that are used twice, skipped or out of order. A second count that begins anew
 * (a covering note before the report, say) is one finding. Numbers of list items printed as headings (“1.” below
 * “3.0”) and dates are no section numbers.
 */
export const sectionSequence: Check = {
  code: 'section-sequence',
  find: ({ review }) =>
    [review.index, ...review.meetings, ...review.appendices].flatMap((document) => checkDocument(document)),
};

function checkDocument(document: Document): Diagnostic[] {
  const sections = sectionsOf(document);
  const all = new Set(sections.map(({ label }) => label));
  const first = new Map<string, Section>();
  const lastChild = new Map<string, number>();
  const repeated: { section: Section; before: Section }[] = [];
  const diagnostics: Diagnostic[] = [];
  let isAfterRepeat = false;
  for (const section of sections) {
    const before = first.get(section.label);
    const [parent, number] = splitLabel(section.label);
    const last = lastChild.get(parent);
    lastChild.set(parent, before ? number : Math.max(number, last ?? 0));
    if (before) {
      repeated.push({ section, before });
      isAfterRepeat = true;
      continue;
    }
    first.set(section.label, section);
    // 2.2, 2.2, 2.4: the repeat is the mistake, not the gap.
    const isExpected = last === undefined || number === last + 1 || (isAfterRepeat && number === last + 2);
    isAfterRepeat = false;
    if (isExpected) continue;
    const label = (child: number) => (parent === '' ? String(child) : `${parent}.${child}`);
    const between = Array.from({ length: Math.max(0, number - last - 1) }, (_, index) => label(last + 1 + index));
    // 1, 2, 4, 3: the 3 is out of order, the 4 is not.
    if (between.some((missing) => all.has(missing))) continue;
    diagnostics.push(
      diagnostic(
        'section-sequence',
        section.place,
        number < last
          ? `Section ${section.label} stands after section ${label(last)}.`
          : `Section ${section.label} follows where section ${label(last + 1)} is expected.`,
        {
          hint:
            number < last
              ? 'Put it in its place, or give it another number.'
              : `See whether section ${label(last + 1)} is missing or this number is wrong.`,
        },
      ),
    );
  }
  const isRestart = repeated[0]?.before === sections[0];
  const groups = isRestart ? [repeated] : repeated.map((one) => [one]);
  return [...diagnostics, ...groups.flatMap((group) => repeatedSections(group) ?? [])];
}

function repeatedSections(repeated: readonly { section: Section; before: Section }[]): Diagnostic | undefined {
  const [one, ...others] = repeated;
  if (!one) return undefined;
  const { section, before } = one;
  return diagnostic(
    'section-sequence',
    section.place,
    `The number ${section.heading.number} is used for a second section here.`,
    {
      hint: `Give it another number; “section ${section.heading.number}” leads to the first.`,
      related: [
        { ...before.place, message: 'Here it is used first.' },
        ...others.map((other) => ({
          ...other.section.place,
          message: `Section ${other.section.heading.number} stands twice too.`,
        })),
      ],
    },
  );
}

function splitLabel(label: string): [parent: string, number: number] {
  const at = label.lastIndexOf('.');
  return [label.slice(0, Math.max(0, at)), Number(label.slice(at + 1))];
}
