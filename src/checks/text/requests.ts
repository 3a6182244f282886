import type { Review } from '../../model/catalogue.ts';
import type { Passage, ReviewText } from './passages.ts';
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

const ADVERBS =
  '(?:(?:also|then|further|furthermore|therefore|additionally|subsequently|formally|specifically|again|both|all|has|have|however|in addition),?\\s+){0,3}';
const ASKERS =
  "(?:members|councillors|the (?:task (?:and|&) finish |scrutiny |review |working |inquiry )?(?:group|panel|committee|sub-committee|commission|inquiry|chair|chairman|chairwoman|vice-chair)|(?:cllrs?|councillors?)\\.? \\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?|we|it was)";
/** What is asked for without being owed afterwards: a courtesy, a matter of procedure. */
const PROCEDURE =
  /\b(?:be (?:noted|minuted|recorded|put on record|placed on record)|adjourn\w*|a (?:short )?break|recorded vote|nominations?|volunteers?|questions|apologies|thanks|its appreciation|their appreciation|a show of hands|more time|an extension)\b/i;
/** Words for something that can be told on the spot. */
const TELLABLE =
  /^(?:for|to (?:hear|know|understand))\b[^.,;]{0,30}?\b(?:explanation|clarification|clarity|views?|opinions?|comments?|thoughts|advice|reasons?|examples?|details?|assurances?|reassurances?|confirmation|information|numbers?|figures?|feedback|know|hear|understand)\b/i;
const ANSWER =
  /\b(?:explained|replied|responded|confirmed|answered|stated|said|advised|told|reported|clarified|described|outlined|assured|gave|noted that|was informed|were informed|were told|was told|in (?:reply|response|answer))\b/i;
/** The thing was handed over already, or the sentence looks back at an earlier meeting. */
const SETTLED =
  /\b(?:(?:which|this|these|and|it|they|copies|that) (?:was|were|has been|had been|have been|has since been|have since been|is|are)(?: (?:then|since|duly|subsequently|later|both|now))? (?:provided|circulated|supplied|tabled|sent|given|shown|shared|attached|appended|received|handed|distributed|presented)|as (?:requested|asked)|at (?:the|its|their|our) (?:last|previous|first|earlier) meeting|previously (?:requested|asked)|had (?:previously |earlier |already )?(?:requested|asked))\b/i;

const ASKED = new RegExp(
  `(?<![\\p{L}] )(?<![\\p{L}-])${ASKERS}\\s+${ADVERBS}(?:(requested)\\s+(?!by\\b)|asked\\s+(?=(for|that|to (?:see|be|receive|have)|(?:[\\p{L}'’-]+\\s+){1,4}?to\\s+(?:provide|send|circulate|report|write|bring|prepare|share|supply|confirm|investigate|look into|check|arrange|follow up|find out|produce|draft|obtain|return|come back|update))\\b))(?<rest>.*)`,
  'iu',
);
/** “were of the view that … should be reported to” */
const WISHED =
  /\b(?:members|the group|the panel|the committee|we)\s+(?:also\s+)?(?:were of the view|felt|suggested|agreed|asked|proposed|considered)\s+that\b.*\bshould (?:also )?(?:be (?:reported|presented|circulated|sent|provided|brought|submitted|shared|given|supplied)(?: back)?|go) to\b/i;

const DELIVER =
  '(?:provide|send|circulate|confirm|supply|share|report|check|prepare|write|bring|forward|arrange|find out|look into|investigate|follow (?:this |it |that )?up|produce|draft|contact|liaise|clarify|update|come back|invite|submit|raise|obtain|distribute|speak|ask|present|feed back|pass on|e-?mail|let)';
const PROMISED = new RegExp(
  `(?:\\b(?<who>[\\p{L}'’.-]+(?: [\\p{Lu}][\\p{L}'’-]+)*),?\\s+(?:also\\s+)?(?:agreed|undertook|promised|offered|volunteered|committed)\\s+(?:to\\s+)${DELIVER}\\b|\\bit was agreed that\\b.{3,80}?\\b(?:will|would|to|should)\\s+${DELIVER}\\b|\\b(?:I|we)\\s+(?:will|shall|would be (?:happy|pleased) to|can)\\s+(?:write to|send|provide|supply)\\s+(?:you|the committee|the group|the panel)\\b)`,
  'iu',
);
/** “a report will go to …”, “notes to be circulated” */
const GOING =
  /\b(?:reports?|notes?|papers?|updates?|briefings?|copy|copies|findings|results|figures|information|minutes|presentation|summary|data)\b(?:\s+(?:on|of|about|from|setting out)\s+[^.;,]{3,60}?)?\s+(?:(?:will|would|is to|are to|should)\s+(?:also\s+|then\s+)?(?:go|come|be (?:circulated|presented|reported|submitted|sent|provided|brought|shared|distributed|forwarded|supplied))|to be (?:circulated|presented|reported|submitted|sent|provided|brought|shared|distributed|forwarded|supplied))\b/i;
const PAST_YEAR = /\b(?:in|since|during) (?:19|20)\d\d\b/i;
const NEXT_STEPS =
  /^(?:\d[\d.]*\s+)?(?:next steps|(?:agreed |follow[- ]up )?actions?(?: points?| agreed| arising| list)?|follow[- ]up)\b\s*:?$/i;
const STEP =
  /^(?:action:?\s+|[–-]\s*)?(?<who>\p{Lu}[^.;:]{1,70}?)\s+(?:to|will|would|should|was to|were to|agreed to)\s+\p{Ll}{3,}/u;

/** Every request and undertaking in a meeting's notes, in order; those that speak of one thing are one. */
export function findRequests(review: Review, text: ReviewText, passages: readonly Passage[]): Request[] {
  const found: Request[] = [];
  const names = namesOf(review);
  passages.forEach((passage, at) => {
    if (passage.index < 0 || passage.block.kind === 'heading' || passage.block.inQuote) return;
    const sentences = text.sentences(passage);
    const inSteps = NEXT_STEPS.test(text.headings(passage).at(-1) ?? '');
    sentences.forEach((sentence, number) => {
      const next = passages[at + 1];
      const after =
        sentences[number + 1]?.text ?? (next && next.block.heading === passage.block.heading ? next.text : '');
      const kind = kindOf(sentence.text, after, { inSteps, names });
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

/** Words without which a sentence need not be looked at closely. */
const QUICK = {
  asks: /request|asked/i,
  wishes: /should/,
  promises: /agreed|undertook|promised|offered|volunteered|committed|\b(?:I|[Ww]e) (?:will|shall|would|can)\b/,
  going: /\b(?:will|would|should|is to|are to|to be)\b/,
};
const SAYS_SETTLED = /^(?:This|These|It|They|Copies) (?:was|were|has|have)\b/;

function kindOf(
  sentence: string,
  after: string,
  { inSteps, names }: { inSteps: boolean; names: ReadonlySet<string> },
): Request['kind'] | undefined {
  const kind = asksOrPromises(sentence, after, inSteps, names);
  if (!kind || SETTLED.test(sentence)) return undefined;
  return SAYS_SETTLED.test(after) && SETTLED.test(after) ? undefined : kind;
}

function asksOrPromises(
  sentence: string,
  after: string,
  inSteps: boolean,
  names: ReadonlySet<string>,
): Request['kind'] | undefined {
  const asked = QUICK.asks.test(sentence) ? ASKED.exec(sentence) : null;
  if (asked) {
    const rest = asked.groups!['rest']!;
    if (PROCEDURE.test(rest)) return undefined;
    return TELLABLE.test(asked[1] ? `for ${rest}` : rest) && ANSWER.test(after) ? undefined : 'request';
  }
  if (QUICK.wishes.test(sentence) && WISHED.test(sentence)) return 'request';
  if (inSteps && STEP.test(sentence)) return 'undertaking';
  const promised = QUICK.promises.test(sentence) ? PROMISED.exec(sentence) : null;
  if (promised) {
    const who = promised.groups!['who'];
    return (who === undefined || isOurs(who, names)) && !PAST_YEAR.test(sentence) ? 'undertaking' : undefined;
  }
  if (!QUICK.going.test(sentence) || !GOING.test(sentence)) return undefined;
  return PAST_YEAR.test(sentence) || /\bif\b/i.test(sentence) ? undefined : 'undertaking';
}

/** Somebody of the review, an officer, a role: not the government of the day. */
function isOurs(who: string, names: ReadonlySet<string>): boolean {
  const last = who.split(' ').at(-1)!.toLowerCase();
  return names.has(last) || /^(?:officers?|s?he|they|witnesses|carers|director|manager|chair|clerk)$/.test(last);
}

function namesOf(review: Review): Set<string> {
  const names = new Set<string>();
  for (const { name } of review.people.values())
    for (const word of name.toLowerCase().split(/\s+/)) if (word.length > 2) names.add(word);
  return names;
}

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
