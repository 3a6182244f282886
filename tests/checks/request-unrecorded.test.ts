import { describe, expect, test } from 'vitest';
import { MEETING_1, findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'request-unrecorded';

/** Meeting 2 instead of meeting 1. */
function meeting2(notes: string, frontMatter = ''): Record<string, string> {
  const first = meeting1(notes, frontMatter)[MEETING_1] ?? '';
  const text = first
    .replace('number: 1', 'number: 2')
    .replace('2020-02-04', '2020-03-03')
    .replace('area: 1', 'area: 2')
    .replace('Improvement 1', 'Improvement 2');
  return { 'reviews/harbour/meetings/2.md': text };
}

describe('finds what was asked for or promised and is recorded as no action', () => {
  test.each([
    'Members requested a copy of the electrical certificate.',
    'Members asked for a briefing note on the lamps.',
    'Members asked officers to provide the cost of each lamp.',
    'The Group asked that the findings of the audit be sent to it.',
    'We requested further evidence of how often the lamps fail.',
    'Cllr Example asked to see the log of repairs.',
    'It was requested that a written update be given in June.',
    'Members also requested sight of the contract.',
    'Ben Sample agreed to provide a written update on the lamps.',
    'Ben undertook to circulate the log of repairs.',
    'Officers agreed to confirm the cost in writing.',
    'A report on the lamps will go to the Cabinet later in the year.',
    'The notes of the visit to be circulated.',
    'Members were of the view that the findings of the audit should be reported to the Committee.',
    'It was agreed that Ben Sample would send members the log.',
    'The Harbour Master agreed to provide a written update.',
    'RESOLVED: that a report be submitted to the next meeting.',
    'ACTION: Ben Sample to circulate the figures.',
    'After a discussion members requested the log of repairs.',
  ])('%s', (sentence) => {
    expect(wordsFound(CODE, meeting1(`The quay is lit. ${sentence} Lamps were shown.`))).toEqual([sentence]);
  });

  test('each line under “Next steps” that says who is to do what', () => {
    const notes =
      'The quay is lit.\n\n## Next steps\n\n- Ben Sample to prepare a plan of the lamps\n- Report due in June';
    expect(wordsFound(CODE, meeting1(notes))).toEqual(['Ben Sample to prepare a plan of the lamps']);
  });

  test('an action about something else does not answer it', () => {
    const actions = 'actions:\n  - {action: Count the ladders of the basin, owner: ben-sample, done: 2020-02-05}\n';
    expect(wordsFound(CODE, meeting1('Members requested the log of repairs to lamps.', actions))).toHaveLength(1);
  });

  test('an action of an earlier meeting does not answer a later request', () => {
    const early = meeting1(
      'The quay is lit.',
      'actions:\n  - {action: Send the log of repairs to lamps, owner: ben-sample, done: 2020-02-05}\n',
    );
    const late = meeting2('Members requested the log of repairs to lamps.');
    expect(findingsOf(CODE, { ...early, ...late })).toHaveLength(1);
  });

  test('one finding shows a request, its promise and its repetition', () => {
    const notes = `- Members asked for evidence that the lamps are tested every winter
- Ben Sample agreed to provide the certificates of the winter tests

## Conclusions

- Members asked for the certificates of the winter tests of the lamps`;
    const [finding, ...others] = findingsOf(CODE, meeting1(notes));
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(2);
  });
});

describe('near misses', () => {
  test.each([
    ['a question', 'Members asked how the lamps are tested. They are tested twice a year.'],
    ['another question', 'Members asked whether the log is kept. It is.'],
    ['answered on the spot', 'Members asked for an explanation of the cost. Ben Sample explained that lamps are dear.'],
    ['handed over at once', 'Members requested a copy of the log, which was circulated after the meeting.'],
    ['handed over, says the next sentence', 'Members requested a copy of the log. This was tabled.'],
    ['another body asked', 'Ofsted requested that the lamps be tested, and the inspectors asked for a report.'],
    ['another body promised', 'The Government agreed to provide funding for lamps.'],
    ['long ago', 'In 2010 officers agreed to provide lamps.'],
    ['procedure', 'Members asked for apologies to be noted and requested a recorded vote.'],
    ['a decision of the group', 'Members agreed to endorse the plan and agreed to reconvene in June.'],
    ['asked of members', 'Members were asked to note the log.'],
    ['asked by somebody', 'The report requested by members shows the cost.'],
    ['an earlier request', 'At the last meeting members had asked for the log, and it is before them.'],
    ['what others are given', 'Information will be provided to parents, and results will be sent to each patient.'],
    ['a view about services', 'Members felt that support should be provided to boatmen.'],
    ['somebody’s own words', '“We asked for a crossing,” one resident said.'],
    ['a resident’s story', 'In 2015 we asked for a crossing.'],
    ['another committee', 'The Planning Committee requested a report on lamps.'],
    ['no action', 'Action: none'],
    ['a decision of the Council', 'Anytown Borough Council agreed to provide lamps.'],
    [
      'a transcript, where “we” is the witness',
      '**Ben Sample:** We have asked for lamps. We asked the Board to provide them.',
    ],
    ['a quotation', '> Members requested a copy of the log.'],
    ['what the department does', 'The harbour office provides lamps and reports to the Board each year.'],
  ])('%s', (_name, notes) => {
    expect(wordsFound(CODE, meeting1(notes))).toEqual([]);
  });

  test('recorded in the same meeting, in other words', () => {
    const actions =
      'actions:\n  - {action: Give members the certificates of the lamp tests, owner: ben-sample, done: 2020-02-05}\n';
    expect(
      wordsFound(CODE, meeting1('Members requested copies of the test certificate of each lamp.', actions)),
    ).toEqual([]);
  });

  test('recorded at a later meeting', () => {
    const later = meeting2(
      'The log was shown.',
      'actions:\n  - {action: Show the log of repairs, owner: ben-sample, done: 2020-03-05}\n',
    );
    const texts = { ...meeting1('Members requested the log of repairs.'), ...later };
    expect(findingsOf(CODE, texts)).toEqual([]);
  });

  test('the narrative tells of requests; the notes are where they are recorded', () => {
    expect(findingsOf(CODE, report('Members requested a copy of the log of repairs.'))).toEqual([]);
  });
});
