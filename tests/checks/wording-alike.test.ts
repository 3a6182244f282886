import { describe, expect, test } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const CODE = 'wording-alike';
const areas = (...wordings: string[]) =>
  Object.fromEntries(
    wordings.map((wording, index) => [
      `reviews/harbour/areas/${index + 1}.md`,
      `---\nnumber: ${index + 1}\ntitle: T${index + 1}\nwording: "${wording}"\nlead: abc\naction: complete\n---\n`,
    ]),
  );
const recommendations = (...wordings: string[]) =>
  Object.fromEntries(
    wordings.map((wording, index) => [
      `reviews/harbour/recommendations/${index + 1}.md`,
      `---\nnumber: ${index + 1}\nwording: "${wording}"\nto: [Harbour Board]\n---\n\nMeeting 1 shows why.\n`,
    ]),
  );

describe('finds', () => {
  test('two areas of which one says what the other says', () => {
    const [finding, ...others] = findingsOf(
      CODE,
      areas(
        'Improve the robustness of the harbour office’s lamp audits to ensure they more thoroughly address the quality of work including first repairs and inform improvements',
        'Improve the quality of lamp audits within the harbour office to ensure they robustly address the quality of work and inform improvements',
      ),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ file: 'reviews/harbour/areas/2.md', severity: 'advice' });
    expect(finding?.related?.[0]?.file).toBe('reviews/harbour/areas/1.md');
  });

  test('two recommendations', () => {
    expect(
      findingsOf(
        CODE,
        recommendations(
          'That the Board publishes each year how many lamps failed and why.',
          'That the Board should publish every year how many lamps failed, and why.',
        ),
      ),
    ).toHaveLength(1);
  });

  test('three alike are two findings, not three', () => {
    const wording = 'Mend every lamp on the quay within one week of its failing';
    expect(findingsOf(CODE, areas(wording, `${wording}.`, `${wording} at night`))).toHaveLength(2);
  });
});

describe('near misses', () => {
  test.each([
    [
      'the other end of the harbour',
      'Mend the lamps along the north quay of the outer harbour each winter',
      'Mend the lamps along the south quay of the outer harbour each winter',
    ],
    [
      'other people',
      'Ensure that all primary school pupils learn to swim before visiting the harbour',
      'Ensure that all secondary school pupils learn to swim before visiting the harbour',
    ],
    [
      'another name',
      'That Anytown Council reviews how harbour lamps are paid for each year',
      'That Sometown Council reviews how harbour lamps are paid for each year',
    ],
    [
      'another year',
      'Mend all lamps of the outer harbour by the end of 2020',
      'Mend all lamps of the outer harbour by the end of 2021',
    ],
    ['short ones', 'Mend the lamps', 'Mend the lamps now'],
    [
      'one subject, two matters',
      'Light the quay of the outer harbour from dusk to dawn',
      'Let the outer harbour office say what lighting the quay costs',
    ],
  ])('%s', (_name, first, second) => {
    expect(findingsOf(CODE, areas(first, second))).toEqual([]);
  });

  test('an area and the recommendation that takes it up', () => {
    const wording = 'Mend every lamp on the quay within one week of its failing';
    expect(findingsOf(CODE, { ...areas(wording, 'Mend every ladder.'), ...recommendations(wording) })).toEqual([]);
  });
});
