import { describe, expect, test } from 'vitest';
import { BASE, compileWith } from '../support/content.ts';
import { INDEX, MEETING_1, meeting1 } from '../support/findings.ts';

/** Findings that a clerk looked at and kept: in front matter, or in a comment beside the line. */

const CODES = new Set(['word-doubled', 'checked-unused', 'reference-unknown', 'action-open', 'action-overdue']);

function outcome(texts: Readonly<Record<string, string | null>>) {
  const { diagnostics, kept } = compileWith(texts);
  return {
    found: diagnostics.filter(({ code }) => CODES.has(code)).map(({ code }) => code),
    kept: kept.map(({ finding, because }) => `${finding.code}: ${because}`),
    diagnostics,
  };
}

const checked = (...entries: string[]) => `checked:\n${entries.map((entry) => `  - {${entry}}\n`).join('')}`;
const DOUBLED = 'Ben Sample showed how the the quay is lit.';

test('without a judgement the finding stands', () => {
  expect(outcome(meeting1(DOUBLED))).toMatchObject({ found: ['word-doubled'], kept: [] });
});

describe('front matter', () => {
  test('keeps the findings of its code in the file, with the reason', () => {
    const texts = meeting1(
      `${DOUBLED}\n\nThe ladders of of the basin.`,
      checked('code: word-doubled, because: The original has it so.'),
    );
    expect(outcome(texts)).toMatchObject({
      found: [],
      kept: ['word-doubled: The original has it so.', 'word-doubled: The original has it so.'],
    });
  });

  test('leaves findings of other codes alone', () => {
    const texts = meeting1(
      DOUBLED,
      `${checked('code: action-open, because: Nobody can say.')}actions:\n  - {action: Count the lamps, owner: abc}\n`,
    );
    expect(outcome(texts)).toMatchObject({ found: ['word-doubled'], kept: ['action-open: Nobody can say.'] });
  });

  test('speaks of its own file only', () => {
    const elsewhere = {
      ...meeting1(DOUBLED),
      [INDEX]: BASE[INDEX]!.replace(
        'organisations:',
        `${checked('code: word-doubled, because: So it is.')}organisations:`,
      ),
    };
    expect(outcome(elsewhere)).toMatchObject({ found: ['checked-unused', 'word-doubled'], kept: [] });
  });

  test('about: words of the message', () => {
    const texts = meeting1(
      `${DOUBLED}\n\nThe ladders of of the basin.`,
      checked('code: word-doubled, about: “the the”, because: The original has it so.'),
    );
    expect(outcome(texts)).toMatchObject({ found: ['word-doubled'], kept: ['word-doubled: The original has it so.'] });
  });

  test('about: words of the line, in any case', () => {
    const texts = meeting1(
      `${DOUBLED}\n\nThe ladders of of the basin.`,
      checked('code: word-doubled, about: LADDERS, because: The original has it so.'),
    );
    const { found, kept, diagnostics } = outcome(texts);
    expect(found).toEqual(['word-doubled']);
    expect(kept).toHaveLength(1);
    expect(diagnostics.find(({ code }) => code === 'word-doubled')?.message).toContain('the the');
  });

  test('about that fits nothing keeps nothing and is reported', () => {
    const texts = meeting1(DOUBLED, checked('code: word-doubled, about: ladders, because: The original has it so.'));
    expect(outcome(texts)).toMatchObject({ found: ['checked-unused', 'word-doubled'], kept: [] });
  });

  test('several judgements, each for its own', () => {
    const texts = meeting1(
      `${DOUBLED}\n\nThe ladders of of the basin.`,
      checked(
        'code: word-doubled, about: quay, because: First reason.',
        'code: word-doubled, about: ladders, because: Second reason.',
      ),
    );
    expect(outcome(texts)).toMatchObject({
      found: [],
      kept: ['word-doubled: First reason.', 'word-doubled: Second reason.'],
    });
  });

  test('a judgement stands where the other side of a finding stands, too', () => {
    const wording = 'Light the whole of the quay and its steps from dusk to dawn.';
    const area = (number: number, more = '') =>
      `---\nnumber: ${number}\ntitle: T${number}\nwording: ${wording}\nlead: abc\naction: complete\n${more}---\n`;
    const { kept } = compileWith({
      'reviews/harbour/areas/1.md': area(1, checked('code: wording-alike, because: Ofsted wrote it twice.')),
      'reviews/harbour/areas/2.md': area(2),
    });
    expect(kept.map(({ because }) => because)).toEqual(['Ofsted wrote it twice.']);
  });
});

describe('a comment', () => {
  const comment = '<!-- checked word-doubled: the original has it so -->';

  test.each([
    ['above the paragraph', `${comment}\n${DOUBLED}`],
    ['above it, with a blank line', `${comment}\n\n${DOUBLED}`],
    ['above a paragraph of several lines', `${comment}\nA first line of the paragraph,\nand a second. ${DOUBLED}`],
    ['at the end of the line', `${DOUBLED} ${comment}`],
    ['with a dash', `<!-- checked word-doubled – the original has it so -->\n${DOUBLED}`],
    ['over two lines', `<!-- checked word-doubled: the original\n has it so -->\n${DOUBLED}`],
    ['about words of the line', `<!-- checked word-doubled (the quay): the original has it so -->\n${DOUBLED}`],
  ])('%s', (_name, notes) => {
    expect(outcome(meeting1(notes))).toMatchObject({ found: [], kept: ['word-doubled: the original has it so'] });
  });

  test('speaks of the next paragraph only', () => {
    const notes = `${comment}\nThe quay is lit.\n\n${DOUBLED}`;
    expect(outcome(meeting1(notes))).toMatchObject({ found: ['checked-unused', 'word-doubled'], kept: [] });
  });

  test('at the end of a line speaks of this line only', () => {
    const notes = `The quay is lit. ${comment}\n${DOUBLED}`;
    expect(outcome(meeting1(notes))).toMatchObject({ found: ['checked-unused', 'word-doubled'], kept: [] });
  });

  test('without a reason keeps nothing, and says so', () => {
    const { found, diagnostics } = outcome(meeting1(`<!-- checked word-doubled -->\n${DOUBLED}`));
    expect(found).toEqual(['checked-unused', 'word-doubled']);
    expect(diagnostics.find(({ code }) => code === 'checked-unused')?.message).toContain('not said');
  });

  test('other comments are nobody’s business', () => {
    expect(outcome(meeting1('<!-- to be checked by Ben -->\nThe quay is lit.')).found).toEqual([]);
  });
});

describe('what can’t be kept', () => {
  test('an error, whatever is written', () => {
    const texts = meeting1(
      'As Area 9 says, the quay is lit.',
      checked('code: reference-unknown, because: It will come.'),
    );
    const { found, kept } = outcome(texts);
    expect(found.sort()).toEqual(['checked-unused', 'reference-unknown']);
    expect(kept).toEqual([]);
  });
});

describe('checked-unused', () => {
  const unused = (texts: Record<string, string>) =>
    outcome(texts).diagnostics.filter(({ code }) => code === 'checked-unused');

  test('an entry about nothing, shown at its code', () => {
    const texts = meeting1('The quay is lit.', checked('code: word-doubled, because: So it is.'));
    const [finding, ...others] = unused(texts);
    expect(others).toEqual([]);
    expect(texts[MEETING_1]!.slice(finding!.span.start, finding!.span.end)).toBe('word-doubled');
    expect(finding?.severity).toBe('warning');
  });

  test('a comment about nothing, shown as a whole', () => {
    const texts = meeting1('<!-- checked word-doubled: so it is -->\nThe quay is lit.');
    const [finding] = unused(texts);
    expect(texts[MEETING_1]!.slice(finding!.span.start, finding!.span.end)).toBe(
      '<!-- checked word-doubled: so it is -->',
    );
  });

  test('a code that does not exist, with what was meant', () => {
    const [finding] = unused(meeting1(DOUBLED, checked('code: word-dubled, because: So it is.')));
    expect(finding?.message).toContain('word-dubled');
    expect(finding?.hint).toContain('word-doubled');
  });

  test('the second of two entries for one finding', () => {
    const texts = meeting1(
      DOUBLED,
      checked('code: word-doubled, because: First.', 'code: word-doubled, because: Second.'),
    );
    expect(unused(texts)).toHaveLength(1);
  });

  test('near miss: what other sites answer is not asked here', () => {
    expect(
      unused(meeting1('The quay is lit.', checked('code: external-broken, because: The archive has it.'))),
    ).toEqual([]);
  });
});
