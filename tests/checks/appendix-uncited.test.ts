import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { findingsOf, MEETING_1, report } from '../support/findings.ts';

const CODE = 'appendix-uncited';
const plan = (title = 'Plan of the harbour') => ({
  'reviews/harbour/appendices/b.md': `---\nletter: B\ntitle: ${title}\n---\n\nAs appendix B shows, the quay is long.\n`,
});
const count = (texts: Record<string, string | null>) => findingsOf(CODE, texts).length;

describe('finds', () => {
  test('an appendix that only cites itself', () => {
    expect(findingsOf(CODE, plan())[0]?.message).toBe('Nothing in this review refers to appendix B.');
  });

  test('notes whose meeting is named nowhere', () => {
    const third = BASE[MEETING_1]!.replace('number: 1', 'number: 3\nappendix: B').replace('2020-02-04', '2020-04-07');
    expect(count({ 'reviews/harbour/meetings/3.md': third })).toBe(1);
  });
});

describe('near misses', () => {
  test.each([
    ['cited', 'The quay is long (appendix B); the scope stands in appendix A.'],
    ['cited in a list', 'See appendices A and B.'],
    ['cited with brackets', 'See [[appendix B|the plan]] and appendix A.'],
    ['linked as a file', 'See appendix A and [the plan](appendices/b.md).'],
    ['none is cited', 'No word of them.'],
  ])('%s', (_name, text) => {
    expect(count({ ...plan(), ...report(text) })).toBe(0);
  });

  test('a glossary', () => {
    expect(count(plan('Glossary of terms'))).toBe(0);
  });

  test('notes of a meeting that is named', () => {
    expect(count({ [MEETING_1]: BASE[MEETING_1]!.replace('number: 1', 'number: 1\nappendix: B') })).toBe(0);
  });
});
