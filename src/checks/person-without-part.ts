import { quick } from '../model/plain.ts';
import { diagnostic } from '../model/diagnostic.ts';
import { fieldPlace } from '../model/document.ts';
import { groupBy } from '../model/group-by.ts';
import { publishRule } from '../model/publish-rule.ts';
import type { Check } from './check.ts';
import { findMentions, knownPeople } from './text/persons.ts';

/** Those who write, support or chair a review need not be named in it. */
const STAYS_BEHIND =
  /\b(?:democratic|scrutiny|committee|governance|clerk|specialist|author|support|research(?:er)?|advis[eo]r|portfolio|cabinet|leader|secretary|assistant|media|press)\b/i;
const FIRST_NAME = quick(/(?<![\p{L}\p{N}'’-])\p{Lu}\p{Ll}{2,}(?![\p{L}-])(?!\s+\p{Lu})/gu);

/**
 * Finds an officer, partner or witness of the list who attended no meeting, is named nowhere in notes or narrative and
 * owns no action; a bare list of contributors in the report is no part. Reviews whose meetings list no attendance, the
 * staff who write the report, those whose name is not published (the text may not have it) and a first name that only
 * one person has, used alone in the notes, are left alone.
 */
export const personWithoutPart: Check = {
  code: 'person-without-part',
  find: ({ review, text }) => {
    const { meetings } = review;
    const isIncomplete =
      review.incomplete.has('meeting') ||
      meetings.some(({ dropped, restricted }) => dropped.has('present') || restricted) ||
      review.index.restricted;
    const attended = meetings.filter(({ data }) => (data.present ?? []).length > 0);
    if (isIncomplete || attended.length === 0) return [];
    const active = new Set<string>();
    for (const { data } of meetings) {
      for (const key of [...(data.present ?? []), ...(data.apologies ?? [])]) active.add(key);
      for (const { owner } of data.actions ?? []) for (const key of owner ?? []) active.add(key);
    }
    for (const { known, near, passage } of findMentions(review, text)) {
      const isList = passage.block.kind === 'item' || passage.block.kind === 'cell' || passage.block.kind === 'heading';
      if (!isList || passage.document.kind === 'meeting') active.add((known ?? near)?.key ?? '');
    }
    const notes = review.meetings.flatMap((meeting) => text.of(meeting));
    const firstNames = new Set(notes.flatMap((passage) => passage.text.match(FIRST_NAME(passage.text)) ?? []));
    for (const [first, people] of groupBy(knownPeople(review), ({ words }) => words[0]!))
      if (people.length === 1 && firstNames.has(first)) active.add(people[0]!.key);
    return [...review.people].flatMap(([key, person]) => {
      const { name, group, role } = person;
      if (group === 'member' || publishRule(person) !== 'name' || active.has(key)) return [];
      if (name === review.index.data.contact?.name || (role !== undefined && STAYS_BEHIND.test(role))) return [];
      return [
        diagnostic(
          'person-without-part',
          fieldPlace(review.index, 'people', key, 'name'),
          `${name} is listed as ${group === 'officer' ? 'an officer' : `a ${group}`}, but attended no meeting and is named nowhere in the notes.`,
          {
            hint: 'Add the person to `present` of the meeting, say in the text what the contribution was, or take the name off the list.',
          },
        ),
      ];
    });
  },
};
