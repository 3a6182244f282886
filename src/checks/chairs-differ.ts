import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { isChairMark, isChairRole } from './text/chairs.ts';
import { placeIn } from './text/passages.ts';
import { findMentions } from './text/persons.ts';

/**
 * Finds two chairs of one review: two members with the role Chair in the list, or a member called “(Chair)” in prose
 * while another one has the role. Whoever takes the chair at a meeting that the Chair missed, vice-chairs and chairs of
 * other bodies are left alone.
 */
export const chairsDiffer: Check = {
  code: 'chairs-differ',
  find: ({ review, text }) => {
    const chairs = [...review.people].filter(([, { group, role }]) => group === 'member' && isChairRole(role));
    const [first, ...others] = chairs;
    if (!first) return [];
    const listed = others.map(([key, { name }]) =>
      diagnostic(
        'chairs-differ',
        fieldPlace(review.index, 'people', key, 'role'),
        `${name} and ${first[1].name} are both listed as Chair.`,
        {
          hint: 'Leave the role with one of them, or say who was Chair until when (“Chair until May 2012”).',
          related: [{ ...fieldPlace(review.index, 'people', first[0], 'role'), message: 'The other Chair.' }],
        },
      ),
    );
    const keys = new Set(chairs.map(([key]) => key));
    const called = new Map<string, Diagnostic>();
    for (const mention of findMentions(review, text)) {
      const { known, passage, start, end } = mention;
      if (!isChairMark(mention) || known?.person.group !== 'member' || keys.has(known.key) || called.has(known.key))
        continue;
      const { document } = passage;
      if (document.kind === 'meeting' && !document.data.present?.includes(first[0])) continue;
      called.set(
        known.key,
        diagnostic(
          'chairs-differ',
          placeIn(passage, start, end),
          `${known.person.name} is called Chair here, but the list says that ${first[1].name} is.`,
          {
            hint: 'Correct the name or the role; if the chair changed, say so in both roles.',
            related: [{ ...fieldPlace(review.index, 'people', first[0], 'role'), message: 'The Chair of the list.' }],
          },
        ),
      );
    }
    return [...listed, ...called.values()];
  },
};
