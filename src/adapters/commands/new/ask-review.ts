import { REVIEW_TYPES } from '../../../model/kinds.ts';
import { reviewId, type ReviewFacts } from '../../../write/new-review.ts';
import { splitList, type Choice } from './ask.ts';
import { choose, givenEach, givenList, judgeBy, judgeDay, may, need, stopIfMissing, type Gathering } from './facts.ts';

/** What is asked for a new review. */

const TYPE_WORDS: Readonly<Record<(typeof REVIEW_TYPES)[number], string>> = {
  'task-and-finish': 'a few members look at one matter and report',
  'select-committee': 'the committee hears witnesses in public',
  inquiry: 'a long inquiry with written evidence',
  'in-depth': 'the whole committee looks at one matter over several meetings',
  'one-day': 'one day of hearing and seeing',
  standing: 'a group that goes on, such as a health panel',
};

export async function askReview(gathering: Gathering, today: string): Promise<ReviewFacts> {
  const title = await need(gathering, 'title', { words: 'What is the review called?' });
  const id = await need(gathering, 'folder', {
    words: 'Its folder, which is its permanent address:',
    fallback: reviewId({ title }),
    judge: (name) =>
      /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)
        ? undefined
        : 'Use words joined by hyphens, such as street-lighting.',
  });
  const types = REVIEW_TYPES.map((value): Choice => ({ value, words: TYPE_WORDS[value] }));
  const type = await choose(
    gathering,
    'type',
    { words: 'What kind of review is it?', fallback: 'task-and-finish' },
    types,
  );
  const committee = await need(gathering, 'committee', { words: 'Which committee does it belong to?' });
  const commissionedBy = await may(gathering, 'commissionedBy', { words: 'Who asked for it?' });
  const commissionedOn = await may(gathering, 'commissionedOn', {
    words: 'When (year-month-day)?',
    judge: judgeBy('meeting', 'date'),
  });
  const question = await may(gathering, 'question', { words: 'What does it ask, in one sentence?' });
  const chair = await may(gathering, 'chair', { words: 'Who is in the chair (for example Cllr Ann Example)?' });
  const members =
    givenList(gathering, 'member') ??
    splitList(
      (await gathering.asker?.line({ words: 'The other members, with commas between them', isOptional: true })) ?? '',
    );
  const areas = givenEach(gathering, 'area') ?? (await askAreas(gathering));
  const firstMeeting = await need(gathering, 'firstMeeting', {
    words: 'When is the first meeting (year-month-day)?',
    fallback: today,
    judge: judgeDay,
  });
  stopIfMissing(gathering, 'review');
  return { title, id, type, committee, commissionedBy, commissionedOn, question, chair, members, areas, firstMeeting };
}

async function askAreas({ asker }: Gathering): Promise<string[]> {
  const areas: string[] = [];
  for (let number = 1; asker; number++) {
    const words = number === 1 ? 'Area for improvement (or line of inquiry) 1, a short title' : `Area ${number}`;
    const title = await asker.line({ words, isOptional: true });
    if (title === '') break;
    areas.push(title);
  }
  return areas;
}
