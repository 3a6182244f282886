import type { Review } from '../../model/catalogue.ts';
import { rememberingFor } from '../../model/remember.ts';
import type { Passage, ReviewText } from './passages.ts';
import {
  ACTION_LINE,
  ANSWER,
  ASKED,
  GOING,
  NEXT_STEPS,
  NOT_THEIRS,
  PAPERS,
  PAST_YEAR,
  PROCEDURE,
  PROMISED,
  QUICK,
  RECIPIENT,
  SAYS_SETTLED,
  SETTLED,
  SPEAKER,
  STEP,
  TELLABLE,
  WISHED,
} from './request-phrases.ts';
import type { Sentence } from './sentences.ts';

/** Something that notes say was asked for or promised: one sentence, or several that speak of the same thing. */
export interface Request {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly kind: 'request' | 'undertaking';
  /** All words of it, further sentences and the list below it included. */
  readonly words: string;
  /** Other sentences that speak of the same thing. */
  readonly also: readonly { readonly passage: Passage; readonly sentence: Sentence }[];
}

/** Every request and undertaking in a meeting's notes, in order; those that speak of one thing are one. */
export function findRequests(review: Review, text: ReviewText, passages: readonly Passage[]): Request[] {
  const found: Request[] = [];
  const names = namesOf(review);
  passages.forEach((passage, at) => {
    if (passage.index < 0 || passage.block.kind === 'heading' || passage.block.inQuote) return;
    const sentences = text.sentences(passage);
    const isSpoken = SPEAKER.test(passage.text) && !ACTION_LINE.test(passage.text) && !/^RESOLVED/i.test(passage.text);
    const inSteps = NEXT_STEPS.test(text.headings(passage).at(-1) ?? '');
    sentences.forEach((sentence, number) => {
      const next = passages[at + 1];
      const after =
        sentences[number + 1]?.text ?? (next && next.block.heading === passage.block.heading ? next.text : '');
      const kind = kindOf(sentence.text, after, { inSteps, names, isSpoken });
      if (!kind) return;
      const words = /:$/.test(sentence.text) ? `${sentence.text} ${listBelow(passages, at)}` : sentence.text;
      const request: Request = { passage, sentence, kind, words, also: [] };
      const before = found.at(-1);
      if (before && speaksOfTheSame(before, request)) found[found.length - 1] = joinRequests(before, request);
      else found.push(request);
    });
  });
  return found;
}

interface Context {
  readonly inSteps: boolean;
  readonly names: Names;
  readonly isSpoken: boolean;
}

function kindOf(sentence: string, after: string, context: Context): Request['kind'] | undefined {
  const kind = asksOrPromises(sentence, after, context);
  if (!kind || SETTLED.test(sentence)) return undefined;
  return SAYS_SETTLED.test(after) && SETTLED.test(after) ? undefined : kind;
}

function asksOrPromises(
  sentence: string,
  after: string,
  { inSteps, names, isSpoken }: Context,
): Request['kind'] | undefined {
  if (ACTION_LINE.test(sentence)) return 'undertaking';
  const asked = !isSpoken && QUICK.asks.test(sentence) && !NOT_THEIRS.test(sentence) ? ASKED.exec(sentence) : null;
  if (asked) {
    const rest = asked.groups!['rest']!;
    if (PROCEDURE.test(rest)) return undefined;
    return TELLABLE.test(asked[1] ? `for ${rest}` : rest) && ANSWER.test(after) ? undefined : 'request';
  }
  const wished = QUICK.wishes.test(sentence) ? WISHED.exec(sentence) : null;
  if (wished && RECIPIENT.test(wished.groups!['to']!)) return 'request';
  if (inSteps && STEP.test(sentence)) return 'undertaking';
  const promised = QUICK.promises.test(sentence) ? PROMISED.exec(sentence) : null;
  if (promised) {
    const who = promised.groups!['who'];
    return (who === undefined || isOurs(who, sentence, names)) && !PAST_YEAR.test(sentence) ? 'undertaking' : undefined;
  }
  const going = QUICK.going.test(sentence) ? GOING.exec(sentence) : null;
  if (!going) return undefined;
  const { to = '', circulated = '' } = going.groups!;
  if (!RECIPIENT.test(to) && circulated.toLowerCase() !== 'circulated') return undefined;
  return PAST_YEAR.test(sentence) || /\bif\b/i.test(sentence) ? undefined : 'undertaking';
}

interface Names {
  readonly people: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

/** Somebody of the review, an officer, a role; a body of the review only where it promises papers to members. */
function isOurs(who: string, sentence: string, names: Names): boolean {
  const last = who.split(' ').at(-1)!.toLowerCase();
  if (names.people.has(last) || /^(?:officers?|s?he|they|witnesses|carers|clerk)$/.test(last)) return true;
  return names.bodies.has(last) && PAPERS.test(sentence) && !/^(?:council|cabinet|government)$/.test(last);
}

/** The words by which notes call people (names, the last word of a role) and bodies. */
const namesOf = rememberingFor((review: Review): Names => {
  const people = new Set<string>();
  const bodies = new Set<string>();
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}'’-]+/u)
      .filter((word) => word.length > 2);
  for (const { name, role } of review.people.values()) {
    for (const word of words(name)) people.add(word);
    const last = words((role ?? '').replace(/,.*$/, '')).at(-1);
    if (last) people.add(last);
  }
  for (const { name, abbreviation } of review.organisations.values())
    for (const word of [...words(name).slice(-1), ...words(abbreviation ?? '')]) bodies.add(word);
  return { people, bodies };
});

/** A request and the promise that answers it, or “this report should also go to …”: next to each other in one section. */
function speaksOfTheSame(before: Request, next: Request): boolean {
  if (before.passage.document !== next.passage.document || before.passage.block.heading !== next.passage.block.heading)
    return false;
  if (next.passage.index - before.passage.index > 1) return false;
  if (
    /\b(?:this|the same|that|it|such)\b(?: \p{L}+)?(?: should| be| will|\b)/iu.test(next.sentence.text) &&
    /\bthis (?:report|paper|note|information)\b/i.test(next.sentence.text)
  )
    return true;
  return (
    before.kind === 'request' &&
    next.kind === 'undertaking' &&
    /\bagreed|undertook|promised|offered\b/i.test(next.sentence.text)
  );
}

/** Of two that speak of one thing, what was asked is shown rather than what was going to happen anyway. */
export function joinRequests(a: Request, b: Request): Request {
  const [shown, other] = a.kind === 'undertaking' && b.kind === 'request' ? [b, a] : [a, b];
  const { passage, sentence } = other;
  return { ...shown, words: `${a.words} ${b.words}`, also: [...shown.also, { passage, sentence }, ...other.also] };
}

function listBelow(passages: readonly Passage[], at: number): string {
  const items: string[] = [];
  for (let next = at + 1; passages[next]?.block.kind === 'item'; next++) items.push(passages[next]!.text);
  return items.join(' ');
}
