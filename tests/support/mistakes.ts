import { formatText } from '../../src/diagnostics/format.ts';
import { BASE, compileTexts } from './content.ts';

/** The twenty mistakes of the clerk's guide: what is written, in the base, and (by the compiler itself) what is said. */

interface Mistake {
  readonly title: string;
  readonly path: string;
  /** What stands in the base and what stands there instead; nothing: the text is added at the end. */
  readonly right?: string;
  readonly wrong: string;
  /** A path that the file has instead of its own. */
  readonly movedTo?: string;
}

const MEETING = 'reviews/harbour/meetings/1.md';
const INDEX = 'reviews/harbour/index.md';

const MISTAKES: readonly Mistake[] = [
  {
    title: 'A colon in a title',
    path: MEETING,
    right: 'title: First evidence',
    wrong: 'title: First evidence: lighting',
  },
  { title: 'A date as we say it', path: MEETING, right: 'date: 2020-02-04', wrong: 'date: 4/2/2020' },
  { title: 'A day that there is not', path: MEETING, right: 'date: 2020-02-04', wrong: 'date: 2020-02-31' },
  { title: 'A key misspelt', path: 'reviews/harbour/areas/1.md', right: 'lead: abc', wrong: 'leed: abc' },
  {
    title: 'A word that the key does not know',
    path: MEETING,
    right: 'outcome: satisfied',
    wrong: 'outcome: satisfied with progress',
  },
  { title: 'A key that is missing', path: MEETING, right: 'date: 2020-02-04\n', wrong: '' },
  { title: 'A key without a value', path: 'reviews/harbour/areas/1.md', right: 'title: Lighting', wrong: 'title:' },
  {
    title: 'A comma inside braces',
    path: INDEX,
    right: 'role: Harbour Master,',
    wrong: 'role: Harbour Master, retired,',
  },
  { title: 'A Tab at the beginning of a line', path: MEETING, right: '  - {area: 1', wrong: '\t- {area: 1' },
  {
    title: 'The second line of dashes is missing',
    path: 'reviews/harbour/appendices/a.md',
    right: 'Scope\n---\n',
    wrong: 'Scope\n',
  },
  {
    title: 'Something stands before the first line of dashes',
    path: 'reviews/harbour/appendices/a.md',
    right: '---\nletter',
    wrong: '\n---\nletter',
  },
  {
    title: 'A name where a key is meant',
    path: MEETING,
    right: 'present: [ann-example',
    wrong: 'present: [Ann Example',
  },
  { title: 'An area that there is not', path: MEETING, wrong: '\nAs Area 7 shows, more is to be done.\n' },
  { title: 'A number given twice', path: 'reviews/harbour/areas/2.md', right: 'number: 2', wrong: 'number: 1' },
  {
    title: 'A file in the wrong folder',
    path: 'reviews/harbour/appendices/a.md',
    wrong: '',
    movedTo: 'reviews/harbour/apendices/a.md',
  },
  { title: 'A link to a file that is not there', path: MEETING, wrong: '\nSee [the plan](files/plan.pdf).\n' },
  { title: 'A picture without words', path: MEETING, wrong: '\n![](../files/map.png)\n' },
  { title: 'HTML', path: MEETING, wrong: '\nThis is <b>important</b>.\n' },
  {
    title: 'A restricted block that is never closed',
    path: MEETING,
    wrong: '\n::: restricted 2\nNot for the public.\n',
  },
  { title: 'A file saved in an old encoding', path: MEETING, wrong: '\nIn the caf\\xE9.\n' },
];

/** The section of `docs/guide.md`. */
export function mistakesText(): string {
  return MISTAKES.map((mistake, index) => `### ${index + 1}. ${mistake.title}\n\n${said(mistake)}\n`).join('\n');
}

/** What the check says first about a mistake, indented as Markdown shows text as it is. */
function said({ path, right, wrong, movedTo }: Mistake): string {
  const before = BASE[path]!;
  if (right !== undefined && !before.includes(right)) throw new Error(`${path} has no “${right}”.`);
  const text = right === undefined ? before + wrong : before.replace(right, wrong);
  const files = movedTo === undefined ? { [path]: text } : { [path]: null, [movedTo]: before };
  const { diagnostics, catalogue } = compileTexts({ ...BASE, ...files }, {}, ['reviews/harbour/files/map.png']);
  const first = diagnostics.find(({ file }) => file === (movedTo ?? path));
  if (!first) throw new Error(`Nothing is said about ${path}: ${wrong}`);
  const shown = formatText([first], { folder: 'content', sources: catalogue.sources });
  return shown
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.replaceAll('\t', '→').trimEnd())
    .join('\n');
}
