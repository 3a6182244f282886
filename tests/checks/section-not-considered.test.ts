import { describe, expect, test } from 'vitest';
import { MEETING_1, findingsOf, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'section-not-considered';

describe('finds', () => {
  test.each([
    ['## Area for Improvement 2', 'Area for Improvement 2'],
    ['## Ladders (Area for Improvement 2)', 'Area for Improvement 2'],
    ['### Area 2', 'Area 2'],
    ['## Areas 1 and 2', 'Areas 1 and 2'],
  ])('%s', (heading, words) => {
    expect(wordsFound(CODE, meeting1(`The quay.\n\n${heading}\n\nThey hang.`))).toEqual([words]);
  });

  test('one finding where the meeting has no list', () => {
    const notes = meeting1('The quay.\n\n## Area 2\n\nThey hang.')[MEETING_1]!;
    const texts = { [MEETING_1]: notes.replace(/considered:\n.*\n/, '') };
    const [finding, ...others] = findingsOf(CODE, texts);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('Areas 1 and 2');
  });
});

describe('near misses', () => {
  test.each([
    ['listed', 'They are lit.'],
    ['listed, with two sections', 'They are lit.\n\n## Lighting again (Area 1)\n\nAll night.'],
    ['a mention in a paragraph', 'This bears on Area 2.'],
    ['a mention in a list', '- Area 2 comes later'],
    ['another heading', 'The quay.\n\n## Ladders\n\nThey hang.'],
    ['an area that does not exist', 'The quay.\n\n## Area for Improvement 7\n\nNothing.'],
    ['a heading with an escaped reference', 'The quay.\n\n## \\Area 2 of the port\n\nNothing.'],
  ])('%s', (_name, notes) => {
    expect(findingsOf(CODE, meeting1(notes))).toEqual([]);
  });
});
