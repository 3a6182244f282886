import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/search/read-dates.ts';
import { readQuery } from '../../src/search/read-query.ts';
import { readReference } from '../../src/search/read-references.ts';

/** How a query is read: references, states, dates, phrases, words. */

const TODAY = '2026-11-23';
const read = (text: string) => readQuery(text, { today: TODAY });
const filters = (text: string) => Object.assign({}, ...read(text).understood.map((item) => item.filters)) as object;
const values = (text: string) =>
  Object.assign({}, ...read(text).understood.map((item) => item.filters.values)) as object;
const asked = (text: string) => read(text).words.flatMap((word) => (word.role === 'asked' ? [word.text] : []));

describe('references', () => {
  test.each([
    ['area 8', 'area', ['8']],
    ['area for improvement twelve', 'area', ['12']],
    ['afi3', 'area', ['3']],
    ['areas 3 to 6 and 9', 'area', ['3', '4', '5', '6', '9']],
    ['appendix f', 'appendix', ['F']],
    ['the second meeting', 'meeting', ['2']],
    ['final meeting', 'meeting', ['last']],
    ['rec 2', 'recommendation', ['2']],
    ['conclusion 12', 'recommendation', ['12']],
    ['section 2.6', 'section', ['2.6']],
    ['section 3.0', 'section', ['3']],
    ['para 14', 'paragraph', ['14']],
  ])('%s', (text, kind, numbers) => {
    expect(readReference(text)).toMatchObject({ kind, numbers });
  });

  test.each(['areas of concern', 'a meeting about a school', 'section 9fe', 'last bus', 'appendix about carers'])(
    '%s is none',
    (text) => expect(readReference(text)).toBeUndefined(),
  );
});

describe('states', () => {
  test.each([
    ['unanswered recommendations', ['Awaiting a response', 'Overdue: no response recorded']],
    ['Which recommendations have not been answered yet?', ['Awaiting a response', 'Overdue: no response recorded']],
    ['overdue', ['Overdue: no response recorded', 'Overdue']],
    ['not satisfied', ['Not satisfied with progress']],
    ['areas partly satisfied', ['Partly satisfied with progress']],
    ['areas awaiting evidence', ['Awaiting evidence']],
    ['rejected recommendations', ['Rejected']],
    ['recommendations at risk', ['At risk']],
    ['which recommendations were not implemented', ['Not achieved']],
  ])('%s', (text, outcome) => expect(values(text)).toMatchObject({ outcome }));

  test.each(['children at risk', 'carers who accepted a placement', 'late buses', 'an open door', 'noted artists'])(
    '%s asks for no state',
    (text) => expect(values(text)).not.toHaveProperty('outcome'),
  );

  test('a state that was taken away is not read again', () => {
    expect(readQuery('overdue', { today: TODAY, without: ['state'] }).understood).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['meetings in may 2012', { from: '2012-05', to: '2012-05' }],
    ['8 may 2012', { from: '2012-05-08', to: '2012-05-08' }],
    ['1st of june 2012', { from: '2012-06-01', to: '2012-06-01' }],
    ['since 2010', { from: '2010' }],
    ['before march 2013', { to: '2013-03' }],
    ['between 2010 and 2012', { from: '2010', to: '2012' }],
    ['last year', { from: '2025', to: '2025' }],
    ['2012-05-08', { from: '2012-05-08', to: '2012-05-08' }],
    ['8/5/2012', { from: '2012-05-08', to: '2012-05-08' }],
  ])('%s', (text, span) => expect(readDate(text, TODAY)).toMatchObject(span));

  test('with a kind of document they are a filter for good; among other words they may be words', () => {
    expect(filters('meetings in May 2012')).toMatchObject({
      from: '2012-05',
      to: '2012-05',
      values: { kind: ['meeting'] },
    });
    expect(read('meetings in May 2012').otherwise).toBeUndefined();
    expect(read('audit of October 2012').otherwise?.words.map(({ text }) => text)).toContain('october');
  });
});

describe('words', () => {
  test('question words are dropped, weak ones found but not asked for', () => {
    expect(asked('What did we say about GP training?')).toEqual(['gp', 'training']);
    expect(asked('Have we ever looked at school transport?')).toEqual(['school', 'transport']);
    expect(read('the committee’s view of housing').words).toContainEqual({ text: 'committee', role: 'soft' });
  });

  test('what stands in quotation marks is a phrase', () => {
    expect(read('“Staying Put” carers').phrases).toEqual([['staying', 'put']]);
    expect(asked('“Staying Put” carers')).toEqual(['carers']);
  });

  test('how many asks for a number', () => {
    expect(read('How many homes were flooded?').wantsNumber).toBe(true);
  });

  test('a query of weak words only asks for them; a kind alone for all of it', () => {
    expect(asked('evidence')).toEqual(['evidence']);
    expect(values('all recommendations')).toEqual({ kind: ['recommendation'] });
  });
});
