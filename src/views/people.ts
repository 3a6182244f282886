import { slug } from '../model/anchors.ts';
import type { Review } from '../model/catalogue.ts';
import { PERSON_GROUPS, type Person } from '../model/kinds.ts';
import { personLink, type ViewContext } from './context.ts';
import { personGroupText } from './text.ts';
import { publishRule } from '../model/publish-rule.ts';
import type { PeopleGroupView, PersonView } from './types.ts';

/** People by group in the record's order, as far as each may be published. */
export function buildPeopleGroups(context: ViewContext, review: Review, keys: Iterable<string>): PeopleGroupView[] {
  const people = [...keys].flatMap((key) => {
    const person = review.people.get(key);
    const view = person && buildPerson(context, review, key, person);
    return view ? [{ group: person.group, view }] : [];
  });
  return PERSON_GROUPS.flatMap((group) => {
    const members = people.filter((person) => person.group === group).map(({ view }) => view);
    return members.length === 0 ? [] : [{ heading: personGroupText(group), people: members }];
  });
}

/** One person as published; undefined when the person is withheld. */
export function buildPerson(context: ViewContext, review: Review, key: string, person: Person): PersonView | undefined {
  const name = personLink(context, key, person);
  if (!name) return undefined;
  const isNamed = publishRule(person) === 'name';
  return {
    anchor: isNamed ? `person-${slug(key)}` : '',
    name,
    role: isNamed ? (person.role ?? '') : '',
    organisation:
      person.organisation === undefined
        ? ''
        : (review.organisations.get(person.organisation)?.name ?? person.organisation),
  };
}
