import { expect, test } from 'vitest';
import { BASE } from '../support/content.ts';
import { APPENDIX_A, INDEX, findingsOf, meeting1, wordsFound } from '../support/findings.ts';

const CODE = 'evidence-unrecorded';
const scope = (heading: string, ...items: string[]) => ({
  [APPENDIX_A]: `---\nletter: A\ntitle: Scope\n---\n\nLighting and ladders.\n\n## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`,
});

test.each([
  'Evidence needed',
  'What evidence is needed for effective scrutiny?',
  '4 Evidence required',
  'Information required',
])('an item under “%s” that nothing records', (heading) => {
  expect(wordsFound(CODE, scope(heading, 'Insurance claims after falls', 'How the ladders were mended'))).toEqual([
    'Insurance claims after falls',
  ]);
});

test('in a row of a form, item by item', () => {
  const texts = {
    [APPENDIX_A]:
      '---\nletter: A\ntitle: Scope\n---\n\n| Question | Answer |\n|---|---|\n| What evidence is needed? | New: • How the quay is lit • Insurance claims |\n',
  };
  expect(wordsFound(CODE, texts)).toEqual(['Insurance claims']);
});

test('an example wants somebody to have seen one', () => {
  const items = scope('Evidence needed', 'Example of a lamp maintenance plan');
  expect(
    wordsFound(CODE, { ...items, ...meeting1('The lamp maintenance plan is good. For example, it says when.') }),
  ).toHaveLength(1);
  expect(wordsFound(CODE, { ...items, ...meeting1('Members looked at a lamp maintenance plan.') })).toEqual([]);
});

test.each([
  ['in other words and order', 'Lighting on the quay', 'The quay has new lighting.'],
  ['from partners', 'Updates from partners in Lighting', 'The lighting is new.'],
  ['a demonstration that was shown', 'Practical demonstration of the lamps', 'Ben Sample showed the lamps to members.'],
  ['the number of its area', 'Feedback from boatmen (Area 1)', 'The boatmen said that they can see.'],
  ['nothing of its own', 'Relevant information', 'The quay is lit.'],
  ['the heading of a further list', 'Existing information:', 'The quay is lit.'],
])('near miss: %s', (_name, item, notes) => {
  expect(wordsFound(CODE, { ...scope('Evidence needed', item), ...meeting1(notes) })).toEqual([]);
});

test('near miss: lists under other headings', () => {
  expect(wordsFound(CODE, scope('Evidence used', 'Insurance claims after falls'))).toEqual([]);
  expect(wordsFound(CODE, scope('Better information needed for parents', 'Leaflets in plain words'))).toEqual([]);
  expect(wordsFound(CODE, scope('Involving the public', 'Notices on the quay'))).toEqual([]);
});

test('near miss: the evidence is still being gathered', () => {
  const index = BASE[INDEX]!.replace('status: final', 'status: gathering-evidence').replace(
    'published: 2020-06-30\n',
    '',
  );
  expect(findingsOf(CODE, { [INDEX]: index, ...scope('Evidence needed', 'Insurance claims after falls') })).toEqual([]);
});
