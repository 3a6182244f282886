import type { Review } from '../../../model/catalogue.ts';
import type { AppendixFacts, AreaFacts, PageFacts, RecommendationFacts } from '../../../write/new-document.ts';
import { nextLetter } from '../../../write/next-name.ts';
import { splitList, type Choice } from './ask.ts';
import { givenList, judgeBy, may, need, stopIfMissing, type Gathering } from './facts.ts';
import { askedNumber, freeLetter } from './numbers.ts';

/** What is asked for areas, recommendations, appendices and pages. */

export async function askArea(gathering: Gathering, review: Review, paths: readonly string[]): Promise<AreaFacts> {
  const title = await need(gathering, 'title', { words: 'A short title for the area:' });
  const wording = await may(gathering, 'wording', { words: 'Its exact wording' });
  const source = await may(gathering, 'source', { words: 'Who identified it' });
  const bodies = [...review.organisations].map(([value, { name }]): Choice => ({ value, words: name }));
  const lead =
    givenList(gathering, 'lead') ??
    (bodies.length > 0
      ? await gathering.asker?.several({ words: 'Which body leads on it?', isOptional: true }, bodies)
      : undefined);
  const number = askedNumber(gathering, review, 'area', paths);
  stopIfMissing(gathering, 'area');
  return { title, wording, source, ...(lead && lead.length > 0 ? { lead } : {}), number };
}

export async function askRecommendation(
  gathering: Gathering,
  review: Review,
  paths: readonly string[],
): Promise<RecommendationFacts> {
  const wording = await need(gathering, 'wording', { words: 'The exact wording:' });
  const title = await may(gathering, 'title', { words: 'A short title' });
  const to =
    givenList(gathering, 'to') ??
    splitList((await gathering.asker?.line({ words: 'Who must respond', isOptional: true })) ?? '');
  const paragraph = await may({ ...gathering, asker: undefined }, 'paragraph', {
    words: '',
    judge: judgeBy('recommendation', 'paragraph'),
  });
  const sent = await may({ ...gathering, asker: undefined }, 'sent', {
    words: '',
    judge: judgeBy('recommendation', 'sent'),
  });
  const kind = await may({ ...gathering, asker: undefined }, 'kind', {
    words: '',
    judge: judgeBy('recommendation', 'kind'),
  });
  const number = askedNumber(gathering, review, 'recommendation', paths);
  stopIfMissing(gathering, 'recommendation');
  return { wording, title, to, paragraph, sent, kind, number };
}

export async function askAppendix(gathering: Gathering, review: Review): Promise<AppendixFacts> {
  const generated = gathering.options['conclusions'] === true;
  const title = await need(gathering, 'title', {
    words: 'What is in the appendix?',
    ...(generated ? { fallback: 'Conclusions' } : {}),
  });
  const given = gathering.options['letter'];
  stopIfMissing(gathering, 'appendix');
  return { title, generated, letter: given === undefined ? nextLetter(review) : freeLetter(review, given) };
}

export async function askPage(gathering: Gathering): Promise<PageFacts> {
  const title = await need(gathering, 'title', { words: 'The title of the page:' });
  const summary = await may(gathering, 'summary', { words: 'What it says, in one sentence' });
  const name = await may({ ...gathering, asker: undefined }, 'name', { words: '' });
  stopIfMissing(gathering, 'page');
  return { title, summary, ...(name === undefined ? {} : { name: name.replace(/\.md$/, '') }) };
}
