import { lastDate } from '../../../link/link-catalogue.ts';
import type { Review } from '../../../model/catalogue.ts';
import { MEETING_TYPES, SCHEMAS, type Considered } from '../../../model/kinds.ts';
import { areasNotConsidered, type MeetingFacts } from '../../../write/new-document.ts';
import { ExplainedError } from '../../explained-error.ts';
import type { Choice } from './ask.ts';
import { choose, givenList, judgeDay, need, stopIfMissing, type Gathering } from './facts.ts';
import { askedNumber, freeLetter } from './numbers.ts';

/** What is asked for a new meeting. */

export async function askMeeting(
  gathering: Gathering,
  review: Review,
  paths: readonly string[],
): Promise<MeetingFacts> {
  const number = askedNumber(gathering, review, 'meeting', paths);
  const last = lastDate(review);
  const date = await need(gathering, 'date', {
    words: `When does meeting ${number} meet (year-month-day${last === undefined ? '' : `; the last date of the review is ${last}`})?`,
    judge: judgeDay,
  });
  const title = await need(gathering, 'title', { words: 'What kind of meeting is it?', fallback: `Meeting ${number}` });
  const types = MEETING_TYPES.map((value): Choice => ({ value, words: '' }));
  const type = await choose(gathering, 'type', { words: 'What is it for?', isOptional: true }, types);
  const members = [...review.people].filter(([, { group }]) => group === 'member').map(([key]) => key);
  const everybody = [...review.people].map(([value, { name, role }]): Choice => ({
    value,
    words: role === undefined ? name : `${name}, ${role}`,
  }));
  const present =
    givenList(gathering, 'present') ??
    (everybody.length > 0 && gathering.asker
      ? await gathering.asker.several(
          {
            words: 'Who was there?',
            ...(members.length > 0 ? { fallback: members.join(', ') } : { isOptional: true }),
          },
          everybody,
        )
      : members);
  const apologies =
    givenList(gathering, 'apologies') ??
    (await askApologies(
      gathering,
      everybody.filter(({ value }) => !present.includes(value)),
    ));
  const considered =
    givenList(gathering, 'considered')?.map(readConsidered) ?? (await askConsidered(gathering, review));
  stopIfMissing(gathering, 'meeting');
  const letter = gathering.options['appendix'];
  return {
    title,
    date,
    number,
    considered,
    apologies,
    present: present.filter((key) => !apologies.includes(key)),
    ...(type === '' ? {} : { type }),
    ...(letter === undefined ? {} : { appendix: freeLetter(review, letter) }),
  };
}

async function askApologies({ asker }: Gathering, others: readonly Choice[]): Promise<string[]> {
  return asker && others.length > 0 ? asker.several({ words: 'Who sent apologies?', isOptional: true }, others) : [];
}

async function askConsidered({ asker }: Gathering, review: Review): Promise<Considered[]> {
  if (!asker || review.areas.length === 0) return [];
  const waiting = areasNotConsidered(review);
  const names = waiting.map(({ number }) => number);
  const words = `Which areas did it consider? ${waiting.length === 0 ? 'Every area has been considered once.' : `No meeting has considered ${names.join(', ')} yet.`}`;
  const areas = review.areas.map(({ data }): Choice => ({ value: String(data.number), words: data.title }));
  const picked = await asker.several({ words, isOptional: true }, areas);
  const entries: Considered[] = [];
  const entry = SCHEMAS.meeting.shape.considered.unwrap().element.shape;
  for (const area of picked) {
    const assurance = entry.assurance.safeParse(
      await asker.choice({ words: `Area ${area}: how was assurance given?`, isOptional: true }, ASSURANCE_WORDS),
    ).data;
    const isAsked = assurance !== undefined && assurance !== 'none-requested';
    const outcome = isAsked
      ? entry.outcome.safeParse(
          await asker.choice(
            { words: `Area ${area}: what did the meeting conclude?`, isOptional: true },
            OUTCOME_WORDS,
          ),
        ).data
      : undefined;
    entries.push({ area: Number(area), assurance, outcome });
  }
  return entries;
}

const ASSURANCE_WORDS: readonly Choice[] = [
  { value: 'reviewed', words: 'members looked at the evidence' },
  { value: 'verbal', words: 'it was explained to them' },
  { value: 'written', words: 'a report was given' },
  { value: 'further', words: 'more assurance came after an earlier meeting' },
  { value: 'none-requested', words: 'the area was set aside' },
];
const OUTCOME_WORDS: readonly Choice[] = [
  { value: 'satisfied', words: '' },
  { value: 'partly-satisfied', words: '' },
  { value: 'not-satisfied', words: '' },
  { value: 'awaiting-evidence', words: '' },
];

/** `3`, `3:reviewed` or `3:reviewed:satisfied` */
function readConsidered(text: string): Considered {
  const [area, assurance, outcome] = text.split(':').map((part) => part.trim());
  const read = SCHEMAS.meeting.shape.considered.safeParse([{ area, assurance, outcome }]).data?.[0];
  if (read) return read;
  throw new ExplainedError(
    `--considered: “${text}” can’t be read. Write the area’s number, or number:assurance:outcome, such as 3:reviewed:satisfied.`,
    2,
  );
}
