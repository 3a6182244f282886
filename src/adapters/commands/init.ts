import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { yamlText } from '../../write/yaml-text.ts';
import { snippets } from '../../manual/snippets.ts';
import { ExplainedError } from '../explained-error.ts';
import { HOME } from '../home.ts';
import { openAsker } from './new/ask.ts';

export interface InitArguments {
  organisation?: string;
  name?: string;
  url?: string;
  /** Where npm finds the generator: a version, an address, a file. */
  from?: string;
  ask?: boolean;
}

interface OwnPackage {
  readonly version: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly overrides: unknown;
}

/** `init`: writes a council's own repository. Files that are there already are left as they are. */
export async function runInit(target: string, options: InitArguments): Promise<void> {
  const folder = resolve(target);
  const facts = await askFacts(options);
  const own = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as OwnPackage;
  const files = new Map([
    ['package.json', packageText(own, options.from ?? own.version)],
    ['content/site.yaml', siteText(facts)],
    ...(await templates()),
    ['.vscode/scrutineer.code-snippets', `${JSON.stringify(snippets(), null, 2)}\n`],
  ]);
  const kept: string[] = [];
  for (const [path, text] of files) {
    const file = join(folder, path);
    if (existsSync(file)) {
      kept.push(path);
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    console.log(`Written: ${path}`);
  }
  for (const path of kept) console.log(`Kept as it is: ${path}`);
  const isKept = kept.includes('package.json');
  console.log(
    `\nWhat to do next:\n  1. ${isKept ? `Add to your package.json: "dependencies": {"scrutineer": "${options.from ?? own.version}"}, and the scripts that README.md names.\n  2. npm install` : 'npm install'}\n  ${isKept ? 3 : 2}. npm run new -- review\n  ${isKept ? 4 : 3}. npm start`,
  );
}

interface SiteFacts {
  readonly name: string;
  readonly organisation: string;
  readonly url: string;
}

async function askFacts(options: InitArguments): Promise<SiteFacts> {
  const isAsking = options.ask ?? Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const asker = isAsking ? openAsker() : undefined;
  const judge = (address: string) =>
    /^https?:\/\/[^\s/]/.test(address) && URL.canParse(address)
      ? undefined
      : 'Write the whole address, such as https://scrutiny.example.org/.';
  try {
    const organisation =
      options.organisation ?? (await asker?.line({ words: 'Who publishes the reviews (the name of the council)?' }));
    if (organisation === undefined)
      throw new ExplainedError('Say who publishes: scrutineer init --organisation "Anytown Borough Council"', 2);
    const name = options.name ?? (await asker?.line({ words: 'The name of the site:', fallback: 'Scrutiny reviews' }));
    const url = options.url ?? (await asker?.line({ words: 'Its address, if it is known', isOptional: true, judge }));
    const wrong = url ? judge(url) : undefined;
    if (wrong !== undefined) throw new ExplainedError(`--url: ${wrong}`, 2);
    return { organisation, name: name ?? 'Scrutiny reviews', url: url ?? '' };
  } finally {
    asker?.close();
  }
}

function siteText({ name, organisation, url }: SiteFacts): string {
  const address =
    url === '' ? '# url: https://scrutiny.example.org/   # where the site is published' : `url: ${yamlText(url)}`;
  return `name: ${yamlText(name)}
organisation: ${yamlText(organisation)}
${address}
language: en-GB
# Who answers questions:
# contact: {team: Democratic Services, email: democratic@example.org, telephone: 01632 960000}
# How many months a decision maker has to respond (s.9FE Local Government Act 2000):
response: {months: 2}
`;
}

function packageText({ engines, overrides }: OwnPackage, from: string): string {
  const names = ['build', 'check', 'new', 'rename', 'format'];
  const scripts = Object.fromEntries([
    ['start', 'scrutineer preview'],
    ...names.map((name) => [name, `scrutineer ${name}`] as const),
  ]);
  const content = {
    name: 'scrutiny-reviews',
    private: true,
    type: 'module',
    engines,
    scripts,
    dependencies: { scrutineer: from },
    overrides,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The files of `templates/council`; `dot-` stands for a dot, because npm leaves some dotted files out of packages. */
async function templates(): Promise<[path: string, text: string][]> {
  const root = join(HOME, 'templates', 'council');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file): Promise<[string, string]> => {
      const path = relative(root, file).split(sep).join('/');
      return [path.replace(/(^|\/)dot-/g, '$1.'), await readFile(file, 'utf8')];
    }),
  );
}
