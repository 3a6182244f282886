import type { Review } from '../../model/catalogue.ts';
import type { Person } from '../../model/kinds.ts';
import { fold } from '../../model/suggest.ts';
import { groupBy } from '../../model/group-by.ts';
import { findMentions, knownPeople, type Mention } from './persons.ts';
import type { Passage, ReviewText } from './passages.ts';
import type { Sentence } from './sentences.ts';

/** A role that says that a councillor is in the record, but not one of those who review. */
const NOT_OF_GROUP =
  /\b(?:portfolio|cabinet|executive|leader|mayor|observer|observing|substitute|witness|ward|former|formerly|previous|until|from|since|withdrew|withdrawn|left|resigned|joined|replaced|guest|invited|spokes)\b/i;

/** True for a member of the reviewing group itself, throughout. */
export function isOfGroup({ group, role }: Person): boolean {
  return group === 'member' && !(role !== undefined && NOT_OF_GROUP.test(role));
}

/** A sentence that says that somebody left, joined or replaced. */
export interface Change {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly key: string;
  readonly kind: 'left' | 'joined';
  /** Offsets of the words that say so, in the passage. */
  readonly start: number;
  readonly end: number;
}

const QUICK =
  /withdr|resign|stood down|stepped down|\bleft\b|joined|replaced|appointed|no longer|ceased|departure|came off/i;
/** Between the name and the verb: “(Independent)”, “, who”, “and Cllr Roe”, “had also”. */
const BETWEEN =
  "(?:\\s*\\([^()]{1,30}\\))?(?:(?:,\\s+(?:\\p{Lu}[\\p{L}'’-]+\\s?){1,3}){0,3},?\\s+and(?:\\s+\\p{Lu}[\\p{L}'’-]+){1,3})?(?:,?\\s+who)?(?:\\s+(?:had|has|have|having|was|were|also|then|since|subsequently|later|formally|both|now|recently))*";
const BODY =
  "(?:the|this|our)\\s+((?:[\\p{L}'’&,-]+\\s+){0,8}?(?:[Gg]roup|[Pp]anel|[Cc]ommittee|[Rr]eview|[Ii]nquiry|[Mm]embership|TFG))\\b";
const MEMBER = '(?:as\\s+(?:a\\s+)?members?|from\\s+(?:his|her|their)\\s+(?:place|seat|membership))';
/** What shows that a room, a talk or a moment was left, not the group. */
const NOT_BODY =
  "(?!['’]s|\\s+(?:rooms?|meetings?|sessions?|hearing|to\\s+(?:discuss|consider|decide|deliberate|debate|reach|agree|vote|make|continue|finish|determine|its)\\b|in\\s+no|in\\s+some|with|without|feeling|certain|uncertain|waiting|while|during\\s+the|for\\s+(?:this|that|the)\\s+item))";
const LEFT: readonly RegExp[] = [
  `${BETWEEN}\\s+(?:withdrawn|withdrew|resigned|stood down|stepped down)(?:\\s+(?:${MEMBER}))?\\s+(?:from|of|on)\\s+${BODY}${NOT_BODY}`,
  `${BETWEEN}\\s+(?:left|came off)\\s+${BODY}${NOT_BODY}`,
  `${BETWEEN}\\s+(?:resigned|stood down|stepped down)\\s+as\\s+a\\s+(?:member|councillor)\\b(?!\\s+of)`,
  `(?:\\s+(?:is|was|has|had|been))*\\s+(?:no longer a member|ceased to be a member)\\s+of\\s+${BODY}`,
  `['’]s?\\s+(?:resignation|withdrawal|departure)\\s+from\\s+${BODY}${NOT_BODY}`,
  `(?:\\s+(?:was|has|had|been))+\\s+replaced\\s+(?:by\\s+[^.;,]{3,40}\\s+)?on\\s+${BODY}`,
].map((form) => new RegExp(`^${form}`, 'u'));
/** Forms that need words before the name: “Cllr Roe replaced Cllr Doe on the panel”. */
const REPLACED_BEFORE = /\breplac(?:ed|es|ing)\s+$/i;
const RESIGNATION_BEFORE = /\b(?:resignation|withdrawal|departure)\s+of\s+$/i;
const ON_BODY = new RegExp(`^\\s+on\\s+${BODY}`, 'u');
const FROM_BODY = new RegExp(`^\\s+from\\s+${BODY}${NOT_BODY}`, 'u');
const JOINED = new RegExp(
  `^${BETWEEN}\\s+(?:been\\s+)?(?:(?:re-?)?joined\\s+(?:the|this|our)\\s[^.]{0,40}\\b(?:[Gg]roup|[Pp]anel|[Cc]ommittee|[Rr]eview|[Ii]nquiry)|replaced\\b(?!\\s+(?:by|on)\\b)|appointed to\\s+(?:the|this|our)\\s[^.]{0,40}\\b(?:[Gg]roup|[Pp]anel|[Cc]ommittee|[Rr]eview|[Ii]nquiry))`,
  'u',
);
const UNCERTAIN_BEFORE = /\b(?:if|unless|whether|should|until|before)\s+$/i;
const PASSING = /\btemporar|\brejoin|\bre-join|\breturned\b/i;
/** Words that any reviewing group may have in its name. */
const OF_ANY =
  'and of the for finish task working scrutiny overview review reviewing inquiry select project group panel committee joint member members council board s';

const found = new WeakMap<ReviewText, readonly Change[]>();

/** Every sentence that says of a listed person that he or she left the reviewing group, joined it or replaced somebody. */
export function changesIn(review: Review, text: ReviewText): readonly Change[] {
  const before = found.get(text);
  if (before) return before;
  const own = ownWords(review);
  const namesakes = groupBy(knownPeople(review), ({ folded }) => folded.at(-1)!);
  const mentions = groupBy(findMentions(review, text), ({ passage }) => passage);
  const changes = [...mentions].flatMap(([passage, named]) =>
    QUICK.test(passage.text)
      ? text.sentences(passage).flatMap((sentence) =>
          QUICK.test(sentence.text)
            ? named.flatMap((mention): Change[] => {
                if (mention.start < sentence.start || mention.end > sentence.end || !mention.known) return [];
                const { folded, key } = mention.known;
                if (!mention.name.includes(' ') && namesakes.get(folded.at(-1)!)!.length > 1) return [];
                const change = changeOf(sentence, mention, own);
                return change ? [{ passage, sentence, key, ...change }] : [];
              })
            : [],
        )
      : [],
  );
  found.set(text, changes);
  return changes;
}

function changeOf(
  sentence: Sentence,
  { start, end }: Mention,
  own: ReadonlySet<string>,
): Pick<Change, 'kind' | 'start' | 'end'> | undefined {
  const rest = sentence.text.slice(end - sentence.start);
  const before = sentence.text.slice(0, start - sentence.start);
  if (UNCERTAIN_BEFORE.test(before)) return undefined;
  const joined = JOINED.exec(rest);
  if (joined) return { kind: 'joined', start, end: end + joined[0].length };
  if (PASSING.test(sentence.text)) return undefined;
  const forms = REPLACED_BEFORE.test(before) ? [ON_BODY] : RESIGNATION_BEFORE.test(before) ? [FROM_BODY] : LEFT;
  for (const form of forms) {
    const left = form.exec(rest);
    if (left && isOwn(left[1], own)) return { kind: 'left', start, end: end + left[0].length };
  }
  return undefined;
}

function ownWords(review: Review): ReadonlySet<string> {
  const { committee, group, title } = review.index.data;
  const words = `${committee} ${group ?? ''} ${title} ${OF_ANY}`;
  return new Set(fold(words).split(/[^\p{L}]+/u));
}

/** The group, or the committee by its name; not “the Labour Group” and not another committee. */
function isOwn(body: string | undefined, own: ReadonlySet<string>): boolean {
  return (
    body === undefined ||
    fold(body)
      .split(/[^\p{L}]+/u)
      .every((word) => own.has(word))
  );
}
