import type { Person } from './kinds.ts';

/** What may be published of a person: the name, the role alone, or nothing (content format, `publish`). */
export function publishRule(person: Person): NonNullable<Person['publish']> {
  return person.publish ?? (person.group === 'contributor' || person.group === 'public' ? 'role-only' : 'name');
}

const TITLE = /^(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Sir|Dame|Lord|Lady|Baroness)\.?\s+/;

/** A person's name without titles before it. */
export function bareName(name: string): string {
  let bare = name.trim();
  while (TITLE.test(bare)) bare = bare.replace(TITLE, '');
  return bare;
}
