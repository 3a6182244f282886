import { describe, expect, test } from 'vitest';
import { findingsOf, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'markup-stray';

describe('finds', () => {
  test.each([
    ['The quay is lit.**', '**'],
    ['**The quay is lit.', '**'],
    ['The quay is __lit.', '__'],
    ['The list <ul style="list-style-type: none" - lamps', '<ul style="list-style-type: none" - lamps'],
    ['Lamps &amp;nbsp; and ladders.', '&amp;nbsp;'],
    ['The harbour masterâ€™s lamps.', 'â€™'],
    ['It cost Â£5.', 'Â£'],
    ['See the plan](plan.pdf) of lamps.', ']('],
    ['The quay is lit.[^3]', '[^3]'],
    ['##Lamps of the quay', '##'],
  ])('%s', (text, words) => {
    expect(wordsFound(CODE, meeting1(text))).toEqual([words]);
  });

  test('one finding for each kind in a document', () => {
    const [finding, ...others] = findingsOf(CODE, meeting1('The quay** is lit.\n\nThe basin** is dark.'));
    expect(others).toEqual([]);
    expect(finding?.related).toHaveLength(1);
  });
});

describe('near misses', () => {
  test.each([
    ['bold that is closed', 'The **quay** is __lit__.'],
    ['marks of notes', 'Cllr Example\\* and Ben Sample\\*\\* came.\n\n\\* Chair\n\n\\*\\* Officer'],
    ['blanks to fill in', 'Name: ______ Date: ____'],
    ['sums', 'The count was < 5 and costs were <£10.'],
    ['a whole tag, which is raw-html', 'The quay <u>is lit</u>.'],
    ['code', 'Write `**` and `<ul style` and `&nbsp;`.'],
    ['an ampersand', 'Lamps & ladders, R&D; and more.'],
    ['a footnote that has its text', 'The quay is lit.[^1]\n\n[^1]: By lamps.'],
    ['accents', 'The café by the Château sells crêpes.'],
    ['a name with underscores', 'The file lamps__2020.csv was used, and snake__case.'],
    ['a link', 'See [the plan](https://plans.example.org/).'],
    ['a hash as number', '#1 of the lamps is new, ref. #22.'.replace('#1 of the lamps', 'Lamp #1')],
  ])('%s', (_name, text) => {
    expect(wordsFound(CODE, meeting1(text))).toEqual([]);
  });
});
