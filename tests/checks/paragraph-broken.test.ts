import { describe, expect, test } from 'vitest';
import { findingsOf, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'paragraph-broken';

describe('finds', () => {
  test.each([
    [
      'a small letter goes on',
      'Ben Sample showed how the whole of the quay is lit from dusk\n\nuntil dawn.',
      'from dusk',
    ],
    ['a comma leads on', 'Ben Sample showed how the whole of the quay is lit, even now,\n\nuntil dawn.', 'even now,'],
    ['the last word leads on', 'Members thanked Ben Sample for all his work with the\n\nHarbour Board.', 'with the'],
    [
      'half a name',
      'Lamps are tested by the harbour office each year. Anytown Borough\n\nCouncil leads on paying for them.',
      'Anytown Borough',
    ],
    ['an item cut in two', '- The lamps are tested each winter by the\n- harbour office', 'by the'],
  ])('%s', (_name, notes, words) => {
    expect(wordsFound(CODE, meeting1(notes))).toEqual([words]);
  });

  test('and shows where it goes on', () => {
    const [finding] = findingsOf(
      CODE,
      meeting1('Ben Sample showed how the whole of the quay is lit from dusk\n\nuntil dawn.'),
    );
    expect(finding?.related).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['before a list', 'Ben Sample showed us round the harbour, and we saw that the lamps\n\n- are new\n- are lit'],
    ['after a colon', 'Ben Sample showed us round the harbour, and told us of these:\n\nlamps and ladders.'],
    [
      'a quotation in the middle',
      'Ben Sample showed us the notice, which stands on the quay and says\n\n> Light the lamps\n\nand which is old.',
    ],
    ['a title in bold', '**What we heard about the lamps from the people we spoke to**\n\nBen Sample was heard.'],
    ['short lines', 'Anytown Borough Council\n\nharbour@example.org'],
    [
      'lettered paragraphs',
      'The Board is responsible for the following parts of the harbour\n\n(a) the quay\n\n(b) the basin',
    ],
    ['letters with a stop', 'The Board is responsible for the following parts of the harbour\n\na. the quay'],
    [
      'no full stop, a new sentence',
      'This meeting considered Areas for Improvement 1 and then also Area 2\n\nBen Sample explained the lamps.',
    ],
    ['an address', 'For more on the lamps of the harbour write to the harbour office\n\nwww.harbour.example.org'],
    ['items without stops', '- lamps that are new and lit from dusk to dawn\n- ladders that were mended in the spring'],
    [
      'items joined by and',
      '- lamps that are new and lit from dusk to dawn, and\n- ladders that were mended in the spring',
    ],
    [
      'a table between',
      'The lamps of the whole quay were counted and the count is here\n\n| Lamps | Count |\n|---|---|\n| new | 5 |\n\nas of May.',
    ],
    [
      'a new subject named for the Council',
      'Lamps are tested by the harbour office in each winter and also each June\n\nCouncil and Cabinet agreed.',
    ],
  ])('%s', (_name, notes) => {
    expect(wordsFound(CODE, meeting1(notes))).toEqual([]);
  });
});
