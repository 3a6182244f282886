import { diagnostic, type Related } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { isOfGroup, changesIn } from './text/membership.ts';
import type { Check } from './check.ts';
import { placeIn } from './text/passages.ts';

/**
 * Finds somebody of whom the prose says that he or she left the reviewing group, and who is still listed as a member or
 * present at a later meeting. A role that says so (“Member until May 2012”) settles it; those who left a meeting, a post
 * or another body, and those of whom the prose says that they joined too, are left alone.
 */
export const memberWithdrawn: Check = {
  code: 'member-withdrawn',
  find: ({ review, text }) => {
    const changes = changesIn(review, text);
    const told = new Set(changes.flatMap(({ key, kind }) => (kind === 'joined' ? [key] : [])));
    return changes.flatMap(({ passage, key, kind, start, end }) => {
      const person = review.people.get(key);
      if (kind !== 'left' || !person || told.has(key)) return [];
      told.add(key);
      const { document } = passage;
      const after = document.kind === 'meeting' ? document.data.date : undefined;
      const later = review.meetings.filter(
        ({ data }) => after !== undefined && data.date > after && data.present?.includes(key),
      );
      const isListed = isOfGroup(person);
      if (!isListed && later.length === 0) return [];
      const related: Related[] = [
        ...(isListed ? [{ ...fieldPlace(review.index, 'people', key), message: 'Listed as a member here.' }] : []),
        ...later.map((meeting) => ({
          ...fieldPlace(meeting, 'present', meeting.data.present!.indexOf(key)),
          message: `Present at meeting ${meeting.data.number}.`,
        })),
      ];
      const still =
        later.length > 0
          ? `is present at meeting ${later[0]!.data.number} all the same`
          : 'is still listed as a member';
      return [
        diagnostic('member-withdrawn', placeIn(passage, start, end), `${person.name} left the group, but ${still}.`, {
          hint: 'Say in `role` until when (for example “Member until May 2012”), or put the attendance right.',
          related,
        }),
      ];
    });
  },
};
