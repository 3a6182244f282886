import { significantStems } from './significant-words.ts';

/** A role says what somebody does; “(Arden Cluster)” and “(Questions 1–10)” do not. */
export const ROLE_NOUN =
  /\b(?:Head|Director|Manager|Officer|Leader|Lead|Nurse|Carer|Minister|Secretary|President|Chair(?:man|woman|person)?|Clerk|Commissioner|Superintendent|Inspector|Consultant|Co-?ordinator|Advis[eo]r|Lecturer|Reader|Professor|Governor|Headteacher|Principal|Solicitor|Engineer|Surveyor|Accountant|Treasurer|Analyst|Representative|Holder|Practitioner|Worker|Executive|Warden|Economist|Trustee|Convenor|Fellow|Master|Planner|Archivist|Librarian|Auditor|Scientist|Ecologist|Midwife|Paramedic)\b/;
/** “On behalf of the Head of Bridges”, “Action: Head of Bridges”. */
const FOR_ANOTHER =
  /^(?:on behalf|substitut|deputi[sz]|represent|acting for|standing in|via|by|in the|for|with|from|see|and)\b|:/i;
/** What somebody does for the review is no post: “Lead Officer for the review”. */
const FOR_REVIEW =
  /\b(?:review|inquiry|scrutiny|project|task|link officer|lead (?:officer|member)|spokes\w+|sponsor)\b/i;
/** A sentence that goes on, or a second person: “the Head of Bridges and the Leader came”. */
const NOT_TITLE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|who|which|that|told|said|spoke|gave|and the)\b/;

/** True when words after a name are the person's title and not the sentence going on. */
export function isTitle(words: string): boolean {
  const [first = ''] = words.split(',');
  return (
    /^(?:the )?\p{Lu}/u.test(words) &&
    ROLE_NOUN.test(first) &&
    !FOR_ANOTHER.test(words) &&
    !FOR_REVIEW.test(words) &&
    !NOT_TITLE.test(words)
  );
}

/** True when two titles may be one and the same, one of them shorter or with the body's name after it. */
export function isSameRole(a: string, b: string): boolean {
  const [one, other] = [stems(a), stems(b)];
  if ((isMinister(a) && MINISTERIAL.test(b)) || (isMinister(b) && MINISTERIAL.test(a))) return true;
  const least = Math.min(one.size, other.size);
  if (least === 0) return true;
  let shared = 0;
  for (const stem of one) if (other.has(stem)) shared++;
  return shared === least;
}

/** The role without the bodies' names: “Service Manager, Safeguarding, WCC” → “Service Manager, Safeguarding”. */
export function withoutBodies(role: string, bodies: readonly string[]): string {
  let plain = role;
  for (const body of bodies) {
    const at = plain.toLowerCase().indexOf(body.toLowerCase());
    if (at !== -1) plain = `${plain.slice(0, at)} ${plain.slice(at + body.length)}`;
  }
  return plain.replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
}

const MINISTERIAL = /\b(?:Minister|Secretary|Chancellor|Treasury|Paymaster)\b/;

/** “The Minister” is whatever minister it is. */
function isMinister(role: string): boolean {
  return /^(?:the )?(?:Minister|Secretary of State|Cabinet Minister)$/.test(role);
}

const SHORT_FORMS: Readonly<Record<string, string>> = {
  asst: 'assistant',
  assoc: 'associate',
  dep: 'deputy',
  dir: 'director',
  mgr: 'manager',
  snr: 'senior',
  exec: 'executive',
};

const PLAIN_WORDS: Readonly<Record<string, string>> = { chairman: 'chair', chairwoman: 'chair', chairperson: 'chair' };

function stems(role: string): Set<string> {
  const plain = role
    .replace(/\b(?:the|of|for|and|&|interim|acting)\b/gi, ' ')
    .replace(/\bchair(?:man|woman|person)\b/gi, (word) => PLAIN_WORDS[word.toLowerCase()]!);
  const whole = plain.replace(
    /\b[a-z]{3,5}\b\.?/gi,
    (word) => SHORT_FORMS[word.toLowerCase().replace('.', '')] ?? word,
  );
  // The words that significantStems thinks empty are what roles are made of, so single words count too.
  const kept = significantStems(whole);
  return kept.size > 0 ? kept : new Set(whole.toLowerCase().split(/\s+/));
}
