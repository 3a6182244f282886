import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mistakesText } from '../support/mistakes.ts';
import { ROOT } from '../support/site.ts';

/** The guides say what the program says, and their links lead somewhere. */

const GUIDE = join(ROOT, 'docs', 'guide.md');
const MARK = '<!-- mistakes: made by UPDATE=1 npx vitest run tests/unit/guide.test.ts -->';

test('the twenty mistakes of the guide are reported in these words', () => {
  const [before, , after] = readFileSync(GUIDE, 'utf8').split(MARK);
  const whole = [before, `\n\n${mistakesText()}\n`, after].join(MARK);
  if (process.env['UPDATE']) writeFileSync(GUIDE, whole);
  expect(readFileSync(GUIDE, 'utf8')).toBe(whole);
  expect(mistakesText().match(/^### /gm)).toHaveLength(20);
});

describe('links of the documents', () => {
  const documents = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
    path.endsWith('.md'),
  );
  test.each(documents)('%s', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8').replace(/^( {4}|```).*$|`[^`\n]+`/gm, '');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
    for (const link of links) expect(existsSync(join(ROOT, dirname(path), link)), link).toBe(true);
  });

  test('every script that the guides name is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    for (const path of documents)
      for (const [, name] of readFileSync(join(ROOT, path), 'utf8').matchAll(/npm run ([a-z][a-z:]*)/g))
        expect(Object.keys(scripts), `${path}: ${name}`).toContain(name);
  });
});
