import type { Person } from '../../model/kinds.ts';

const COUNCILLOR = /^(?:Cllrs?|Councillors?|Clr|Ald|Alderman)\b/;
const COUNCILLOR_WORD = /\b(?:Cllr|Councillor|Clr|Ald|Alderman|Member|Mayor|Leader|Portfolio|Cabinet)\b/i;
const MAN = /^(?:Mr|Sir|Lord|Baron)\b/;
const WOMAN = /^(?:Mrs|Ms|Miss|Dame|Lady|Baroness)\b/;

/** False where a title shows that somebody else is meant: “Cllr Smith” is no officer, “Mr Smith” not Mrs Smith of the list. */
export function canBear(title: string, { name, group, role }: Person): boolean {
  if (COUNCILLOR.test(title) && group === 'officer') return COUNCILLOR_WORD.test(`${name} ${role ?? ''}`);
  return !((MAN.test(title) && WOMAN.test(name)) || (WOMAN.test(title) && MAN.test(name)));
}
