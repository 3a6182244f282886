import { describe, expect, test } from 'vitest';
import { attachmentReview, classifyFile } from '../../src/parse/classify.ts';
import { splitFrontMatter } from '../../src/parse/front-matter.ts';
import { APPENDIX, codes, find } from './find.ts';

/** What a file is, and where its facts end and its text begins. */

describe('what a path says', () => {
  test.each([
    ['site.yaml', 'site', undefined],
    ['pages/about.md', 'page', undefined],
    ['reviews/x/index.md', 'review', 'x'],
    ['reviews/x y/areas/8 HR files.md', 'area', 'x y'],
    ['reviews/x/meetings/2.md', 'meeting', 'x'],
    ['reviews/x/recommendations/2.md', 'recommendation', 'x'],
    ['reviews/x/appendices/a.md', 'appendix', 'x'],
    ['reviews/x/areas/index.md', 'area', 'x'],
  ])('%s is a %s', (path, kind, review) => {
    expect(classifyFile(path)).toMatchObject({ kind, ...(review === undefined ? {} : { review }) });
  });

  test.each([
    ['notes.md', 'The content folder holds'],
    ['site.yml', 'Rename it to site.yaml.'],
    ['Site.yaml', 'Rename it to site.yaml.'],
    ['page/about.md', 'Did you mean the folder “pages”?'],
    ['pages/more/about.md', 'The content folder holds'],
    ['reviews/x/report.md', 'Only index.md stands directly in a review'],
    ['reviews/x/area/1.md', 'Did you mean the folder “areas”?'],
    ['reviews/x/areas/old/1.md', 'no folders inside those'],
    ['reviews/x/areas/1.markdown', 'Give it the ending .md: reviews/x/areas/1.md.'],
    ['reviews/x/areas/1.MD', 'Write the ending in small letters: .md.'],
    ['reviews/index.md', 'A review holds'],
    ['reviews/x/constructor/1.md', 'A review holds'],
  ])('%s means nothing: %s', (path, hint) => {
    expect(classifyFile(path)).toMatchObject({ code: 'file-misplaced', severity: 'error' });
    expect(classifyFile(path)).toHaveProperty('hint', expect.stringContaining(hint));
  });

  test('a stray picture is a warning, a stray text an error', () => {
    expect(classifyFile('map.png')).toMatchObject({ severity: 'warning' });
    expect(classifyFile('map.yaml')).toMatchObject({ severity: 'error' });
  });

  test('attachments', () => {
    expect(attachmentReview('reviews/x/files/a.pdf')).toBe('x');
    expect(attachmentReview('reviews/x/files/maps/a.pdf')).toBe('x');
    expect(attachmentReview('reviews/x/a.pdf')).toBeUndefined();
    expect(attachmentReview('files/a.pdf')).toBeUndefined();
  });

  test('a Markdown file among the attachments is one of them', () => {
    expect(codes({ 'reviews/harbour/files/notes.md': 'Not a document.\n' })).toEqual([]);
  });

  test.each([
    ['site.yml', { 'site.yaml': null, 'site.yml': 'name: X\n' }],
    [
      'Index.md',
      { 'reviews/quay/Index.md': '---\ntitle: X\n---\n', 'reviews/quay/areas/1.md': '---\nnumber: 1\ntitle: A\n---\n' },
    ],
  ])('a wrong name is one mistake, not two: %s', (_name, texts) => {
    expect(codes(texts)).toEqual(['file-misplaced']);
  });
});

describe('splitting', () => {
  const split = (text: string) => splitFrontMatter({ path: 'x.md', text });

  test.each([
    ['---\na: 1\n---\ntext\n', 'a: 1\n', 'text\n'],
    ['---\na: 1\n---', 'a: 1\n', ''],
    ['---\na: 1\n---\n\n\ntext', 'a: 1\n', '\n\ntext'],
    ['---  \na: 1\n---  \ntext', 'a: 1\n', 'text'],
    ['--- yaml\na: 1\n---\ntext', 'a: 1\n', 'text'],
    ['---\n---\ntext', '', 'text'],
    ['---\na: "x --- y"\n---\ntext\n\n---\n\nmore', 'a: "x --- y"\n', 'text\n\n---\n\nmore'],
  ])('%j', (text, yaml, body) => {
    const parts = split(text);
    if ('code' in parts) throw new Error(parts.message);
    expect({ yaml: parts.yaml, body: parts.body.replace(/^\n(?=\n)/, '\n') }).toEqual({ yaml, body });
    expect(text.slice(parts.yamlStart, parts.yamlStart + yaml.length)).toBe(yaml);
    expect(text.slice(parts.bodyStart)).toBe(parts.body);
  });

  test.each([
    ['# Scope\n', 'front-matter-missing', '# Scope', 'Begin the file with a line ---'],
    ['', 'front-matter-missing', '', 'Begin the file with a line ---'],
    ['\n---\na: 1\n---\n', 'front-matter-missing', '', 'Remove what stands before the first --- line'],
    [' ---\na: 1\n---\n', 'front-matter-missing', ' ---', ''],
    ['---js\na: 1\n---\n', 'front-matter-language', '---js', 'Write --- alone'],
    ['---json\n{}\n---\n', 'front-matter-language', '---json', 'Write --- alone'],
    ['---javascript\na\n---\n', 'front-matter-language', '---javascript', 'Write --- alone'],
    ['----\na: 1\n----\n', 'front-matter-language', '----', 'Write --- alone'],
    ['---\na: 1\n\ntext\n', 'front-matter-unclosed', '', 'Put a line ---'],
    ['---\na: 1\n# Heading\n', 'front-matter-unclosed', '# Heading', 'Put a line ---'],
    ['---\na: 1\n–––\ntext', 'front-matter-unclosed', '–––', 'Put a line ---'],
    ['---\na: 1\n----\ntext', 'front-matter-unclosed', '----', 'Put a line ---'],
    ['---\na: 1\n', 'front-matter-unclosed', '', 'Put a line ---'],
    ['---', 'front-matter-unclosed', '', 'Put a line ---'],
  ])('%j is %s', (text, code, marked, hint) => {
    const found = split(text);
    if (!('code' in found)) throw new Error('split');
    expect(found.code).toBe(code);
    expect(text.slice(found.span.start, found.span.end)).toBe(marked);
    expect(found.hint).toContain(hint);
  });

  test('a blank line among the keys does not hide the place', () => {
    expect(find({ [APPENDIX]: '---\nletter: A\n\ntitle: Scope\n\nWe looked at it.\n' })).toEqual([
      'front-matter-unclosed appendices/a.md:5:1 “”',
    ]);
  });

  test('no front matter ever runs', () => {
    expect(
      codes({ [APPENDIX]: '---js\n{ letter: "A", title: (() => { throw new Error("ran"); })() }\n---\n' }),
    ).toEqual(['front-matter-language']);
  });
});

describe('merge conflicts', () => {
  test.each([
    ['<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other', true],
    ['text\n>>>>>>> other', true],
    ['Heading\n=======\n\ntext', false],
    ['a <<<<<<< b', false],
  ])('%j', (body, isConflict) => {
    expect(codes({ [APPENDIX]: `---\nletter: A\ntitle: Scope\n---\n\n${body}\n` })).toEqual(
      isConflict ? ['merge-conflict'] : [],
    );
  });

  test('in the facts too, and nothing else is said of the file', () => {
    expect(
      find({ [APPENDIX]: '---\nletter: A\n<<<<<<< HEAD\ntitle: Scope\n=======\ntitle: X\n>>>>>>> b\n---\n' }),
    ).toEqual(['merge-conflict appendices/a.md:3:1 “<<<<<<< HEAD”']);
  });
});
