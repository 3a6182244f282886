import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { APPENDIX_A, findingsOf, meeting1 } from '../support/findings.ts';

const CODE = 'recommendation-settled';
const R1 = 'reviews/harbour/recommendations/1.md';
const ASKED = BASE[R1]!.replace(
  /wording: .*/,
  'wording: To work towards a common timer for all lamps on the quay and the basin in winter.',
);
const appendix = (text: string) => ({ [APPENDIX_A]: `---\nletter: A\ntitle: Scope\n---\n\n${text}\n` });
const SUBJECT = 'The lamps on the quay and the basin share a common timer, in winter too.';
const found = (texts: Record<string, string>, recommendation = ASKED) =>
  findingsOf(CODE, { [R1]: recommendation, ...texts });

describe('finds', () => {
  test.each([
    'Therefore we do not think that there is any further action that needs to be taken.',
    'No further action is needed.',
    'No further work is required on this.',
    'Nothing more needs to be done.',
    'It concludes that no further action is thought necessary.',
  ])('%s', (sentence) => {
    expect(found(appendix(`${SUBJECT} ${sentence}`))).toHaveLength(1);
  });

  test('in the notes of a meeting', () => {
    expect(found(meeting1(`${SUBJECT} No further action is needed.`))).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['another subject', 'The ladders hang well. No further action is needed.'],
    ['more is needed', `${SUBJECT} Further action is needed.`],
    ['more is needed, with a not elsewhere', `${SUBJECT} Further action, which is not costly, is planned.`],
    ['no word on action', SUBJECT],
    ['nothing was requested', `${SUBJECT} The group asked for nothing.`],
  ])('%s', (_name, text) => {
    expect(found(appendix(text))).toEqual([]);
  });

  test('the response that rejects the recommendation itself', () => {
    const rejected = ASKED.replace(
      /response: .*/,
      'response: {date: 2020-07-20, decision: rejected, by: Harbour Board, text: All lamps on the quay and the basin have a common timer in winter. No further action is needed.}',
    );
    expect(found({}, rejected)).toEqual([]);
  });

  test('a conclusion, or a superseded recommendation', () => {
    const texts = appendix(`${SUBJECT} No further action is needed.`);
    expect(found(texts, ASKED.replace('number: 1', 'number: 1\nkind: conclusion'))).toEqual([]);
    expect(found(texts, ASKED.replace('to:', 'progress: [{date: 2020-07-01, status: superseded}]\nto:'))).toEqual([]);
  });
});
