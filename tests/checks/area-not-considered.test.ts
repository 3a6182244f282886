import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

const CODE = 'area-not-considered';
const area = (number: number) => ({
  [`reviews/harbour/areas/${number}.md`]: `---\nnumber: ${number}\ntitle: Lifebuoys ${number}\nwording: Hang lifebuoy ${number} on its bollard.\nlead: abc\n---\n`,
});

describe('finds', () => {
  test('an area that no list has and no notes name', () => {
    expect(wordsFound(CODE, area(3))).toEqual(['3']);
  });

  test('three areas one by one, more in one finding', () => {
    expect(findingsOf(CODE, { ...area(3), ...area(4), ...area(5) })).toHaveLength(3);
    const [finding, ...others] = findingsOf(CODE, { ...area(3), ...area(4), ...area(5), ...area(6) });
    expect(others).toEqual([]);
    expect(finding?.message).toContain('Areas 3, 4, 5 and 6');
    expect(finding?.related).toHaveLength(3);
  });

  test('an area of which the report only says that it matters', () => {
    expect(
      findingsOf(CODE, { ...area(3), ...report('We looked at Areas 1 and 2; Area 3 matters to boatmen.') }),
    ).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['the notes have it in a range', meeting1('Ben Sample spoke of Areas 1 to 3. Members were satisfied.')],
    ['set aside by the report', report('Based on the answers, we agreed not to pursue Area 3.')],
    ['set aside in a list', report('There was no action on Areas for Improvement 3 and 4.')],
    [
      'outside the scope',
      { 'reviews/harbour/appendices/a.md': '---\nletter: A\ntitle: Scope\n---\n\nArea 3 is outside the scope.\n' },
    ],
    [
      'evidence is still being gathered',
      { [INDEX]: BASE[INDEX]!.replace('status: final', 'status: gathering-evidence') },
    ],
    ['exempt notes may deal with it', meeting1('The quay.\n\n::: restricted 3\nSecret.\n:::\n')],
  ])('%s', (_name, texts) => {
    expect(findingsOf(CODE, { ...area(3), ...texts })).toEqual([]);
  });

  test('no meeting keeps such a list', () => {
    const bare = (number: number) => ({
      [`reviews/harbour/meetings/${number}.md`]: `---\nnumber: ${number}\ntitle: Evidence\ndate: 2020-02-0${number}\npresent: [ann-example]\n---\n\nThe quay.\n`,
    });
    expect(findingsOf(CODE, { ...area(3), ...bare(1), ...bare(2) })).toEqual([]);
  });
});
