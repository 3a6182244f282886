import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { INDEX, findingsOf, meeting1, report, wordsFound } from '../support/findings.ts';

/** The rules on links: addresses that can't be right, and attachments that nothing links to. */

describe('address-malformed', () => {
  test.each([
    ['See http:/plans.example.org/a for plans.', 'http:/plans.example.org/a'],
    ['See http//plans.example.org for plans.', 'http//plans.example.org'],
    ['See https://https://plans.example.org for plans.', 'https://https://plans.example.org'],
    ['See ttps://plans.example.org for plans.', 'ttps://plans.example.org'],
    ['See www,plans.example.org for plans.', 'www,plans.example.org'],
    ['See https://plans..example.org/a.', 'https://plans..example.org/a'],
    ['Write to lamps@example,org now.', 'lamps@example,org'],
    ['Write to lamps@example today.', 'lamps@example'],
    ['See [the plans](https://plans) here.', 'https://plans'],
    ['See [the plans](mailto:lamps) here.', 'mailto:lamps'],
  ])('%s', (text, words) => {
    expect(wordsFound('address-malformed', meeting1(text))).toEqual([words]);
  });

  test('the contact of the review, and what was probably meant', () => {
    const index = report(
      'Meetings 1 and 2 heard Ben Sample.',
      'contact: {name: Ben Sample, email: "lamps@example,org"}\n',
    );
    expect(findingsOf('address-malformed', index)[0]?.hint).toContain('lamps@example.org');
  });

  test.each([
    'See https://plans.example.org/a?b=c,d#e (or http://example.org).',
    'See www.example.org, or example.org/lamps.',
    'Write to lamps.office+quay@harbour.example.org.',
    'Follow @AnytownHarbour and meet @ the quay; 5 lamps @ £3 each.',
    'The http protocol, http: and https: and the file www.',
    'See [plans](https://plans.example.org:8080/a) or [call](tel:+441926000000).',
    'See [write](mailto:lamps@example.org?subject=Lamps).',
    'See <https://plans.example.org/a_(b)>.',
    'An “e-mail@” sign.',
  ])('near miss: %s', (text) => {
    expect(wordsFound('address-malformed', meeting1(text))).toEqual([]);
  });
});

describe('attachment-unused', () => {
  const plan = 'reviews/harbour/files/plan.pdf';
  const found = (texts: Record<string, string>) =>
    findingsOf('attachment-unused', texts, {}, [plan]).map(({ file }) => file);

  test('a file that nothing links to', () => {
    expect(found({})).toEqual([plan]);
  });

  test.each([
    ['linked', meeting1('See [the plan](../files/plan.pdf).')],
    ['shown', meeting1('![A plan](../files/plan.pdf)')],
    ['linked from a draft', meeting1('See [the plan](../files/plan.pdf).', 'draft: true\n')],
    [
      'linked from a page',
      { 'pages/about.md': '---\ntitle: About\n---\n\n[The plan](../reviews/harbour/files/plan.pdf)\n' },
    ],
    ['perhaps linked where the text is restricted', meeting1('::: restricted 3\nSee the plan.\n:::')],
  ])('near miss: %s', (_name, texts) => {
    expect(found(texts)).toEqual([]);
  });

  test('a file of another review is that review’s', () => {
    expect(BASE[INDEX]).toBeDefined();
    expect(findingsOf('attachment-unused', {}, {}, ['reviews/quay/files/plan.pdf'])).toEqual([]);
  });
});
