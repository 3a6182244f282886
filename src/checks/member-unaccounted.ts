import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { dayText } from './text/response-clock.ts';
import type { Check } from './check.ts';
import { changesIn, isOfGroup } from './text/membership.ts';

/**
 * Finds members of the reviewing group who are neither present nor among the apologies of a meeting that lists its
 * attendance; one finding for each meeting. Visits, members who joined or left on the way, other councillors (portfolio
 * holders, observers) and committees that never record apologies are left alone: there an absence says nothing.
 */
export const memberUnaccounted: Check = {
  code: 'member-unaccounted',
  find: ({ review, text }) => {
    const recordsApologies = review.meetings.some(({ data }) => (data.apologies ?? []).length > 0);
    const { type } = review.index.data;
    if (!recordsApologies && (type === 'select-committee' || type === 'standing')) return [];
    const changed = new Set(changesIn(review, text).map(({ key }) => key));
    const members = [...review.people].filter(([key, person]) => isOfGroup(person) && !changed.has(key));
    const listed = review.meetings.filter(
      ({ data, dropped }) =>
        data.type !== 'site-visit' &&
        !dropped.has('present') &&
        !dropped.has('apologies') &&
        members.some(([key]) => data.present?.includes(key)),
    );
    // A quorum of changing members is no slip: where most meetings lack somebody, nobody kept apologies.
    const lacking = listed.flatMap((meeting) => {
      const there = new Set([...(meeting.data.present ?? []), ...(meeting.data.apologies ?? [])]);
      const missing = members.filter(([key]) => !there.has(key));
      return missing.length === 0 ? [] : [{ meeting, missing }];
    });
    const neverKept = !recordsApologies && listed.length > 2 && lacking.length > listed.length / 2;
    const shown = neverKept ? lacking.slice(0, 1) : lacking;
    return shown.map(({ meeting, missing }) => {
      const names = missing.map(([, { name }]) => name);
      return diagnostic(
        'member-unaccounted',
        fieldPlace(meeting, 'present'),
        neverKept
          ? `The absences at ${lacking.length} of ${listed.length} meetings are not accounted for, and no meeting records apologies.`
          : `${listText(names)} ${names.length === 1 ? 'is' : 'are'} neither present nor among the apologies at meeting ${meeting.data.number} (${dayText(meeting.data.date)}).`,
        {
          hint: 'Add who sent apologies to `apologies`, or who was there to `present`.',
          severity: neverKept ? 'advice' : undefined,
          related: neverKept
            ? lacking.slice(1).map((other) => ({
                ...fieldPlace(other.meeting, 'present'),
                message: `Absent here: ${listText(other.missing.map(([, { name }]) => name))}.`,
              }))
            : missing.map(([key, { name }]) => ({
                ...fieldPlace(review.index, 'people', key),
                message: `${name} is listed as a member here.`,
              })),
        },
      );
    });
  },
};

function listText(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
