import { diagnostic, type Diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import type { Check } from './check.ts';
import { isChairMark, isChairRole } from './text/chairs.ts';
import { placeIn } from './text/passages.ts';
import { findMentions } from './text/persons.ts';

/**
 * Finds a chair who is not a member: somebody whom the prose calls “(Chair)”, or whose role in the list is Chair, and
 * who is listed in another group or not at all. Chairs of other bodies (with an organisation, or “Chair of the Bar
 * Forum”), independent chairs and chairs of reviews that list nobody are left alone.
 */
export const chairNotMember: Check = {
  code: 'chair-not-member',
  find: ({ review, text }) => {
    if (![...review.people.values()].some(({ group }) => group === 'member')) return [];
    const found = new Map<string, Diagnostic>();
    for (const [key, { name, group, role, organisation }] of review.people)
      if (group !== 'member' && isChairRole(role) && organisation === undefined)
        found.set(
          key,
          diagnostic(
            'chair-not-member',
            fieldPlace(review.index, 'people', key, 'role'),
            `${name} is Chair, but is listed as ${article(group)} and not as a member.`,
            { hint: 'Write `group: member`, or the body that the person chairs as `organisation`.' },
          ),
        );
    for (const mention of findMentions(review, text)) {
      const { known, near, passage, start, end } = mention;
      if (!isChairMark(mention)) continue;
      const person = known ?? near;
      const words = passage.text.slice(start, end);
      const key = person?.key ?? words;
      if (found.has(key)) continue;
      if (person && (person.person.group === 'member' || person.person.organisation !== undefined)) continue;
      found.set(
        key,
        diagnostic(
          'chair-not-member',
          placeIn(passage, start, end),
          person
            ? `${words} is called Chair here, but is listed as ${article(person.person.group)} and not as a member.`
            : `${words} is called Chair here, but is not among the people of the review.`,
          { hint: 'Add the Chair to `people` with `group: member` and `role: Chair`, or correct the name.' },
        ),
      );
    }
    return [...found.values()];
  },
};

function article(group: string): string {
  if (group === 'public') return 'one of the public';
  return `${/^[aeiou]/.test(group) ? 'an' : 'a'} ${group}`;
}
