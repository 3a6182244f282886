import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { APPENDIX_A, INDEX } from '../support/findings.ts';
import { BASE, compileWith } from '../support/content.ts';
import { IS_THOROUGH, recordFigure } from './figures.ts';

/** Content is untrusted: whatever a stranger writes, the HTML that pages print holds nothing but known tags. */

vi.setConfig({ testTimeout: 240_000 });

const RUNS = Number(process.env.RUNS ?? (IS_THOROUGH ? 600 : 100));

/** Ways to get script, style, frames, forms and foreign addresses into a page. */
const ATTACKS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://elsewhere.example/x.js></SCRIPT>',
  '<script\n>alert(1)</script\n>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"/>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<math><mtext></mtext><style><img src=x onerror=alert(1)></style></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="https://elsewhere.example/"><input name=a></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<style>@import "https://elsewhere.example/x.css";</style>',
  '<link rel=stylesheet href=https://elsewhere.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  '<base href="https://elsewhere.example/">',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<p style="background:url(https://elsewhere.example/x)">x</p>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](java&#x73;cript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '[x](//elsewhere.example/x "t\\" onclick=\\"alert(1)")',
  '[x](https://elsewhere.example/"onmouseover="alert(1))',
  '[x][r]\n\n[r]: javascript:alert(1) "t"',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](x.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x](../../../etc/passwd)',
  '<javascript:alert(1)>',
  '<ms-msdt:/id>',
  '[x](ms-officecmd:x)',
  '[x](blob:https://elsewhere.example/x)',
  '<https://elsewhere.example/"onclick=alert(1)>',
  'x{onclick=alert(1)}',
  '## Heading {#x onclick=alert(1)}',
  '## "><script>alert(1)</script>',
  '```"><script>alert(1)</script>\nx\n```',
  '~~~js onclick=alert(1)\nx\n~~~',
  '| a |\n|---|\n| <script>alert(1)</script> |',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: x',
  '[[area 1|<script>alert(1)</script>]]',
  '[[javascript:alert(1)]]',
  '[[../../site|x]]',
  '\\Area 1"><script>alert(1)</script>',
  '{{ constructor.constructor("return process")().exit() }}',
  '{% include "/etc/passwd" %}',
  '<%= process.env %>',
  '${process.exit(1)}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\u202E<script>alert(1)</script>\u202C',
  '\uE000<script>alert(1)</script>\uE001',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '＜script＞alert(1)＜/script＞',
  '"><svg/onload=alert(1)//',
  "'-alert(1)-'",
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
];

/** Everything that a body may become, with the attributes that it may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  p: ['id', 'class'],
  a: ['href', 'class', 'id', 'rel', 'aria-label', 'role', 'title', 'hreflang', 'aria-describedby'],
  em: [],
  strong: [],
  s: [],
  code: ['class'],
  pre: ['tabindex'],
  br: [],
  hr: ['class'],
  ul: ['class', 'id'],
  ol: ['start', 'class', 'id'],
  li: ['id', 'class', 'value'],
  blockquote: ['id', 'class'],
  h1: ['id', 'class'],
  h2: ['id', 'class'],
  h3: ['id', 'class'],
  h4: ['id', 'class'],
  h5: ['id', 'class'],
  h6: ['id', 'class'],
  table: ['class', 'id'],
  caption: [],
  thead: [],
  tbody: [],
  tr: ['id'],
  th: ['scope', 'class'],
  td: ['class', 'colspan'],
  div: ['class', 'role', 'tabindex', 'aria-label', 'id'],
  span: ['class', 'id'],
  section: ['class', 'aria-labelledby', 'id', 'aria-label', 'role'],
  img: ['src', 'alt', 'loading', 'title'],
  sup: ['class', 'id'],
  mark: [],
  dl: [],
  dt: [],
  dd: [],
  small: [],
};
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/g;
const ADDRESS = /^(?:https?:|mailto:|tel:|#|\/|\.{0,2}[\w%./?=&;~+-]*$)/i;

/** What stands in a piece of HTML that should not. */
function intruders(html: string): string[] {
  const wrong: string[] = [];
  const rest = html.replace(TAG, (_tag, closing: string, name: string, attributes: string) => {
    const allowed = ALLOWED[name];
    if (!allowed) wrong.push(`<${name}>`);
    if (closing === '')
      for (const [, attribute, value] of attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)) {
        if (!allowed?.includes(attribute!)) wrong.push(`<${name} ${attribute}>`);
        const isAddress = attribute === 'href' || attribute === 'src';
        if (isAddress && !ADDRESS.test(value ?? '')) wrong.push(`${attribute}="${value}"`);
        if (attribute === 'src' && /^(?:https?:)?\/\//.test(value ?? '')) wrong.push(`src="${value}"`);
      }
    return '';
  });
  if (/[<]/.test(rest))
    wrong.push(`“<” outside a tag: ${rest.slice(Math.max(0, rest.indexOf('<') - 20), rest.indexOf('<') + 40)}`);
  return wrong;
}

/** Every string of a view that layouts print as it is. */
function htmlOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key.endsWith('Html') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => htmlOf(item, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) => htmlOf(item, name));
}

function intrudersIn(texts: Readonly<Record<string, string>>): string[] {
  return compileWith(texts).pages.flatMap((page) => htmlOf(page).flatMap(intruders));
}

const head = BASE[APPENDIX_A]!.slice(0, BASE[APPENDIX_A]!.lastIndexOf('---\n') + 4);
const yamlText = (text: string) => JSON.stringify(text);

/** Places in which a stranger can write. */
const PLACES: Readonly<Record<string, (attack: string) => Record<string, string>>> = {
  body: (attack) => ({ [APPENDIX_A]: `${head}\n${attack}\n` }),
  'a paragraph': (attack) => ({ [APPENDIX_A]: `${head}\nText ${attack} text, *${attack}* and Area 1.\n` }),
  'a list': (attack) => ({ [APPENDIX_A]: `${head}\n- ${attack}\n  1. ${attack}\n` }),
  'a quotation': (attack) => ({ [APPENDIX_A]: `${head}\n> ${attack}\n` }),
  'a heading': (attack) => ({ [APPENDIX_A]: `${head}\n## Area 1 ${attack}\n\nText.\n` }),
  'a wording': (attack) => ({
    'reviews/harbour/areas/1.md': `---\nnumber: 1\ntitle: ${yamlText(attack)}\nwording: ${yamlText(attack)}\n---\n`,
  }),
  'a response': (attack) => ({
    'reviews/harbour/recommendations/1.md': `---\nnumber: 1\nwording: ${yamlText(`Area 1 ${attack}`)}\nsent: 2020-06-30\nresponse: {date: 2020-07-20, decision: accepted, text: ${yamlText(attack)}}\n---\n`,
  }),
  'names and titles': (attack) => ({
    [INDEX]: BASE[INDEX]!.replace('name: Ben Sample', `name: ${yamlText(attack)}`).replace(
      'title: Harbour safety',
      `title: ${yamlText(attack)}`,
    ),
  }),
};

test('the test sees what it looks for', () => {
  expect(intruders('<p>x</p>')).toEqual([]);
  expect(intruders('<script>x</script>')).not.toEqual([]);
  expect(intruders('<p onclick="x">x</p>')).not.toEqual([]);
  expect(intruders('<a href="javascript:x">x</a>')).not.toEqual([]);
  expect(intruders('<img src="https://elsewhere.example/x.png" alt="">')).not.toEqual([]);
  expect(intruders('x < y')).not.toEqual([]);
});

test('known attacks in every place', () => {
  let tried = 0;
  const wrong: string[] = [];
  for (const [place, make] of Object.entries(PLACES))
    for (const attack of ATTACKS) {
      tried++;
      for (const intruder of intrudersIn(make(attack))) wrong.push(`${place}, ${JSON.stringify(attack)}: ${intruder}`);
    }
  recordFigure(
    'Nothing gets in',
    'known attacks',
    `${ATTACKS.length} in ${Object.keys(PLACES).length} places, ${tried} tried: ${wrong.length} got in`,
  );
  expect(wrong.slice(0, 10)).toEqual([]);
});

test('attacks put together at random', () => {
  const pieces = [
    ...ATTACKS.flatMap((attack) => attack.split(/(?<=[<>"()[\]:= ])/)),
    '\n',
    '\n\n',
    '<',
    '>',
    '"',
    "'",
    '`',
    '](',
    '<!--',
    '-->',
    '&',
    '\\',
    '|',
    '::: restricted 1\n',
    ':::\n',
  ];
  let tried = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }), (parts) => {
      tried++;
      const text = parts.join('');
      expect(intrudersIn({ [APPENDIX_A]: `${head}\n${text}\n` })).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  recordFigure('Nothing gets in', 'random attacks', `${tried} tried: none got in`);
});

test('front matter runs nothing', () => {
  for (const front of [
    '---js\n{ number: 1, title: process.exit(9) }\n---\n',
    '---\nnumber: !!js/function "function () { process.exit(9) }"\n---\n',
    '---\nnumber: 1\ntitle: !!js/regexp /x/\n---\n',
    '---coffee\nnumber: 1\n---\n',
    '---\n<<: *x\nnumber: 1\n---\n',
  ])
    expect(compileWith({ 'reviews/harbour/areas/1.md': front }).diagnostics.length).toBeGreaterThan(0);
});
