import type { Review } from '../../model/catalogue.ts';

/** An organisation of the review where a wording makes it responsible: “X and Y should …”. */
export interface NamedAgency {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const MODAL = /\b(?:should|must|shall|will|needs? to|ought to|are to|is to|has to|have to)\b/;
/** “Until the new centre is built, …”: what goes before the subject. */
const OPENING = /^\s*(?:(?:until|when|where|if|while|as|to|in|for|by|from|at)\b[^,]{3,80},\s*)?/i;
const NOT_SUBJECT = /^(?:ensure|where|when|if|while|until|as|that|any|all|to|improve|develop|make)\b/i;

/** Finds the organisations that are the subject of a wording's sentences; those it only speaks of are none. */
export function agenciesAsked(review: Review, wording: string): NamedAgency[] {
  const names = namesOf(review);
  const found = new Map<string, NamedAgency>();
  for (const clause of wording.matchAll(/[^.;]+/g)) {
    const modal = MODAL.exec(clause[0]);
    if (!modal) continue;
    const lead = OPENING.exec(clause[0])![0].length;
    if (lead > modal.index) continue;
    const subject = clause[0].slice(lead, modal.index);
    if (NOT_SUBJECT.test(subject) || subject.length > 160) continue;
    const base = clause.index + lead;
    for (const { key, name } of names) {
      const at = indexOfName(subject, name);
      if (at === -1) continue;
      const isCovered = [...found.values()].some(({ start, end }) => start <= base + at && base + at < end);
      if (!isCovered && !found.has(key)) found.set(key, { key, start: base + at, end: base + at + name.length });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Every name an organisation goes by, longest first, so that “NHS Warwickshire” is not read as a shorter one. */
function namesOf(review: Review): { key: string; name: string }[] {
  return [...review.organisations]
    .flatMap(([key, { name, abbreviation, also }]) =>
      [name, abbreviation, ...(also ?? [])].flatMap((one) => (one === undefined ? [] : [{ key, name: one }])),
    )
    .sort((a, b) => b.name.length - a.name.length);
}

/** A whole name at the head of the subject or in its list; “the Council's partners” and “X schools” are somebody else. */
function indexOfName(subject: string, name: string): number {
  const at = subject.toLowerCase().indexOf(name.toLowerCase());
  if (at === -1) return -1;
  const before = subject.slice(0, at);
  const after = subject.slice(at + name.length);
  const opens = /^(?:that\s+)?(?:(?:both|the)\s+)*$|(?:,|&|\band|\bor|\bwith|\bby)\s+(?:the\s+)?$/i.test(before);
  const closes = /^\s*(?:$|,|&|\(|and\b|or\b|jointly\b|also\b|\d|[-–—])/.test(after);
  return opens && closes ? at : -1;
}
